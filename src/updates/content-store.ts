import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { RefusalError } from './refusal.ts'
import { type Source, SourceError } from './source.ts'

/** A file by what is in it. */
export interface Blob {
  readonly sha256: string
  readonly bytes: number
}

/** Of the whole disk: a kiosk whose disk is full can do nothing any more. */
const leastFree = 0.1

/** Files under the names of their SHA-256, so that the same one is never fetched twice and none is ever changed. */
export class ContentStore {
  private readonly disk: Disk
  private readonly folder: string

  constructor(disk: Disk, folder: string) {
    this.disk = disk
    this.folder = folder
  }

  /** Whether it is there, by its length only; `read` looks closer. */
  async has({ sha256, bytes }: Blob): Promise<boolean> {
    return (await this.disk.size(this.pathOf(sha256))) === bytes
  }

  /** Null when it is not there or not what it should be: then it is removed, to be fetched anew. */
  async read(sha256: string): Promise<Buffer | null> {
    const found = await this.disk.read(this.pathOf(sha256))
    if (found === null || sha256Of(found) === sha256) return found
    await this.disk.remove(this.pathOf(sha256))
    return null
  }

  pathOf(sha256: string): string {
    return join(this.folder, 'files', sha256.slice(0, 2), sha256)
  }

  /** Refuses what would leave less than a tenth of the disk free. */
  async makeRoomFor(bytes: number): Promise<void> {
    const { free, total } = await this.disk.space(this.folder)
    if (bytes > 0 && free - bytes < total * leastFree) {
      const [need, left] = [bytes, free].map((count) => `${Math.ceil(count / 1024 / 1024)} MiB`)
      throw new RefusalError('disk-full', `the disk is too full: ${need} are needed, ${left} are free`)
    }
  }

  /** Fetches a file, or the rest of it: what came before a power cut or a lost connection is kept. */
  async fetch(blob: Blob, source: Source, path: string, signal: AbortSignal): Promise<void> {
    const partial = join(this.folder, 'partial', blob.sha256)
    let have = (await this.disk.size(partial)) ?? 0
    if (have > blob.bytes) {
      await this.disk.remove(partial)
      have = 0
    }
    if (have < blob.bytes) await this.fetchRest(blob, source, path, partial, have, signal)
    else if (blob.bytes === 0) await this.disk.append(partial, Buffer.alloc(0))
    const whole = await this.disk.read(partial)
    if (whole === null || whole.length !== blob.bytes || sha256Of(whole) !== blob.sha256) {
      const isShort = whole !== null && whole.length < blob.bytes
      if (isShort) throw new SourceError('unreachable', `${path} ended too early`)
      await this.disk.remove(partial)
      // The part from before may have been the wrong one.
      if (have > 0) return this.fetch(blob, source, path, signal)
      throw new RefusalError('not-genuine', `${path} is not what was signed`)
    }
    await this.disk.settle(partial, this.pathOf(blob.sha256))
  }

  /** Removes what nobody needs any more. */
  async keepOnly(needed: ReadonlySet<string>): Promise<void> {
    for (const shelf of await this.disk.list(join(this.folder, 'files'))) {
      for (const name of await this.disk.list(join(this.folder, 'files', shelf))) {
        if (!needed.has(name)) await this.disk.remove(join(this.folder, 'files', shelf, name))
      }
    }
    for (const name of await this.disk.list(join(this.folder, 'partial'))) {
      if (!needed.has(name)) await this.disk.remove(join(this.folder, 'partial', name))
    }
  }

  private async fetchRest(
    { bytes }: Blob,
    source: Source,
    path: string,
    partial: string,
    have: number,
    signal: AbortSignal,
  ): Promise<void> {
    const body = await source.open(path, have, bytes - have, signal)
    if (body.from !== have) await this.disk.remove(partial)
    for await (const chunk of body.bytes) await this.disk.append(partial, chunk)
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
