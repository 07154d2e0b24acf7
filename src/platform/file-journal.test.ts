import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileJournal } from './file-journal.ts'

const moment = () => new Date('2026-11-21T12:00:00Z')

describe('the audit log on the disk', () => {
  let folder: string
  let path: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'))
    path = join(folder, 'staff/audit.jsonl')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('gives the newest first, by the machine’s clock', async () => {
    const journal = new FileJournal(path, 10_000, moment)
    await journal.add({ role: 'clerk', what: 'rename', about: { device: '0x1' } })
    await journal.add({ role: null, what: 'signInRefused', about: {} })
    expect(await new FileJournal(path).newest(1)).toEqual([
      { at: '2026-11-21T12:00:00.000Z', role: null, what: 'signInRefused', about: {} },
    ])
  })

  it('never takes more than two files of its size, and keeps the newest', async () => {
    const journal = new FileJournal(path, 2000, moment)
    for (let entry = 0; entry < 200; entry++)
      await journal.add({ role: 'clerk', what: `${entry}`, about: {} })
    const files = await readdir(join(folder, 'staff'))
    expect(files.sort()).toEqual(['audit.jsonl', 'audit.jsonl.1'])
    for (const file of files) expect((await stat(join(folder, 'staff', file))).size).toBeLessThanOrEqual(2000)
    const kept = await journal.newest(1000)
    expect(kept.slice(0, 15).map(({ what }) => Number(what))).toEqual(
      Array.from({ length: 15 }, (_, i) => 199 - i),
    )
  })

  it('goes on after half a line that a power cut left', async () => {
    const journal = new FileJournal(path, 10_000, moment)
    await journal.add({ role: 'clerk', what: 'one', about: {} })
    await appendFile(path, '{"at":"2026-11-21T12:0')
    await journal.add({ role: 'clerk', what: 'two', about: {} })
    expect((await journal.newest(10)).map(({ what }) => what)).toEqual(['two', 'one'])
  })
})
