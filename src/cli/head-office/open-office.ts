import { resolve } from 'node:path'
import { Office } from '../../publish/office.ts'
import { askedPassphrases } from './passphrases.ts'

/** What every command of head office's is told of where things lie. */
export const officeOptions = {
  office: { type: 'string', default: 'head-office' },
  keys: { type: 'string' },
} as const

/** `isNew` asks for a passphrase that is good enough for new keys. */
export function openOffice(given: { office: string; keys?: string | undefined }, isNew = false): Office {
  const moreKeys = given.keys === undefined ? [] : [resolve(given.keys)]
  return new Office(resolve(given.office), askedPassphrases(isNew), { moreKeys })
}
