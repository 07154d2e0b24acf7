import { expect, it } from 'vitest'
import { headOf, SealedFileError, seal, unseal } from './sealed-file.ts'

const cost = 2 ** 14
const passphrase = 'seven green lamps'
const head = { made: '2026-11-21T18:05:12.000Z', store: 'Kungens Kurva' }
const content = JSON.stringify({ key: 'the network’s own' })

const problem = (file: Buffer, words = passphrase) =>
  unseal(file, words).then(
    () => 'opened',
    (error: unknown) => (error instanceof SealedFileError ? error.code : String(error)),
  )

it('opens with its passphrase only, however that is composed, and tells its head without', async () => {
  const file = await seal(content, 'Vår blåa lampa', head, cost)
  expect(await unseal(file, ' Vår blåa lampa'.normalize('NFD'))).toBe(content)
  expect(await problem(file, 'Vår blåa lampor')).toBe('passphrase')
  expect(headOf(file.subarray(0, 4608))).toEqual(head)
  expect(file.toString('latin1')).not.toContain('network')
})

it('is told from a wrong passphrase when it was cut short, at any byte', async () => {
  const file = await seal(content, passphrase, head, cost)
  const told = new Set<string>()
  for (let bytes = 0; bytes < file.length; bytes++) told.add(await problem(file.subarray(0, bytes)))
  expect([...told]).toEqual(['cut'])
})

it('does not open when a byte of it is another', async () => {
  const file = await seal(content, passphrase, head, cost)
  for (let at = 0; at < file.length; at++) {
    const other = Buffer.from(file)
    other[at] = (file[at] ?? 0) ^ 1
    expect(await problem(other), `byte ${at}`).not.toBe('opened')
  }
})

it('says of strangers that they are none, and of files of a later program that they are newer', async () => {
  const file = await seal(content, passphrase, head, cost)
  const text = file.toString('latin1')
  expect(await problem(Buffer.from('PK\u0003\u0004 a zip file\n of some length\n'))).toBe('not-a-backup')
  expect(await problem(Buffer.from(text.replace('BACKUP 1', 'BACKUP 2'), 'latin1'))).toBe('newer')
  expect(await problem(Buffer.from(text.replace('"cost":16384', '"cost":1073741824'), 'latin1'))).toBe(
    'not-a-backup',
  )
  expect(await problem(Buffer.concat([file, Buffer.alloc(33 * 2 ** 20)]))).toBe('too-large')
  expect(headOf(Buffer.from('nothing of ours'))).toBeNull()
})

it('is not unpacked without an end', async () => {
  const file = await seal('0'.repeat(65 * 2 ** 20), passphrase, head, cost)
  expect(file.length).toBeLessThan(2 ** 20)
  expect(await problem(file)).toBe('too-large')
})
