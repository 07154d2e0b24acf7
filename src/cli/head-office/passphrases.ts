import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Passphrases } from '../../publish/office.ts'
import { PublishError } from '../../publish/repository.ts'

/** From SHOWROOM_PASSPHRASE, else asked for once, without an echo. */
export function askedPassphrases(isNew: boolean): Passphrases {
  let given = process.env.SHOWROOM_PASSPHRASE
  return async (key) => {
    if (given === undefined || given === '') given = await ask(`Passphrase (${key} and those with it): `)
    if (isNew && given.length < 8) throw new PublishError('a passphrase has at least 8 characters')
    return given
  }
}

async function ask(question: string): Promise<string> {
  if (process.stdin.isTTY !== true) {
    throw new PublishError('nobody is there to ask for the passphrase; set SHOWROOM_PASSPHRASE')
  }
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}
