import { open, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { staffRole } from '../contract/staff/staff-role.ts'
import type { DatedEntry, Journal, JournalEntry } from '../showroom/staff/journal.ts'
import { makeFolder } from './files.ts'

const line = z.strictObject({
  at: z.string(),
  role: staffRole.nullable(),
  what: z.string(),
  about: z.record(z.string(), z.unknown()),
})

/** Bytes of one file; there are two at most, so that the log never takes more than twice that. */
const usualSize = 256 * 1024

/**
 * The audit log as JSON lines. A power cut may leave half a line at the end: it is left out when read, and the next
 * entry begins a line of its own.
 */
export class FileJournal implements Journal {
  private readonly path: string
  private readonly largest: number
  private readonly date: () => Date
  private writing: Promise<void> = Promise.resolve()

  constructor(path: string, largest = usualSize, date: () => Date = () => new Date()) {
    this.path = path
    this.largest = largest
    this.date = date
  }

  add(entry: JournalEntry): Promise<void> {
    const text = `${JSON.stringify({ at: this.date().toISOString(), ...entry } satisfies DatedEntry)}\n`
    const written = this.writing.then(() => this.append(text))
    this.writing = written.catch(() => {})
    return written
  }

  async newest(count: number): Promise<readonly DatedEntry[]> {
    await this.writing
    const texts = await Promise.all(
      [this.older, this.path].map((path) => readFile(path, 'utf8').catch(() => '')),
    )
    const entries = texts.join('\n').split('\n').flatMap(entryOf)
    return entries.slice(-count).reverse()
  }

  private get older(): string {
    return `${this.path}.1`
  }

  private async append(text: string): Promise<void> {
    await makeFolder(dirname(this.path), 0o700)
    const size = await stat(this.path).then(
      (found) => found.size,
      () => 0,
    )
    if (size > 0 && size + text.length > this.largest) await rename(this.path, this.older)
    const file = await open(this.path, 'a+', 0o600)
    try {
      const end = (await file.stat()).size
      const last = Buffer.alloc(1)
      if (end > 0) await file.read(last, 0, 1, end - 1)
      await file.appendFile(end > 0 && last.toString() !== '\n' ? `\n${text}` : text)
      await file.sync()
    } finally {
      await file.close()
    }
  }
}

function entryOf(text: string): DatedEntry[] {
  try {
    const known = line.safeParse(JSON.parse(text))
    return known.success ? [known.data] : []
  } catch {
    return []
  }
}
