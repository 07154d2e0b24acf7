import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { usualPatience } from './http-source.ts'
import { atMost, type Source, type SourceBody, SourceError } from './source.ts'

/** What is asked of a folder's disk. */
export interface FolderFiles {
  lstat(path: string): Promise<{ isFile(): boolean; readonly size: number }>
  realpath(path: string): Promise<string>
  open(path: string): Promise<Pick<FileHandle, 'read' | 'close'>>
}

const nodeFiles: FolderFiles = { lstat, realpath, open: (path) => open(path, 'r') }

/** What the system says of a medium that breaks, or that was pulled out in the middle. */
const broken = new Set(['EIO', 'EREMOTEIO', 'ENODEV', 'ENXIO', 'ENOMEDIUM', 'EUCLEAN', 'EBADMSG'])
const chunkBytes = 256 * 1024

/** A folder, such as a USB stick that somebody brings: only plain files that lie within it are read. */
export class FolderSource implements Source {
  readonly name: string
  readonly remoteTimeMs = null
  private readonly answerMs: number
  private readonly files: FolderFiles
  /** A call that has not come back in time; each holds one of the few threads by which the whole program reads files. */
  private hangs = false

  /** `answerMs`: how long a single call to the disk may take. */
  constructor(folder: string, answerMs: number = usualPatience.windowMs, files: FolderFiles = nodeFiles) {
    this.name = folder
    this.answerMs = answerMs
    this.files = files
  }

  async open(path: string, from: number, most: number, signal: AbortSignal): Promise<SourceBody> {
    const full = join(this.name, path)
    const size = await this.sizeOf(path, full, signal)
    if (size - from > most) throw new SourceError('too-large', `${path} is larger than ${from + most} bytes`)
    const file = await this.asked(
      signal,
      () => this.files.open(full),
      (late) => void late.close().catch(() => {}),
    ).catch((error: unknown) => {
      throw this.problem(error)
    })
    return { from, bytes: atMost(this.read(file, from, signal), most, path) }
  }

  private async sizeOf(path: string, full: string, signal: AbortSignal): Promise<number> {
    try {
      const root = await this.asked(signal, () => this.files.realpath(this.name))
      const inside = await this.asked(signal, () => this.files.realpath(full))
      const found = await this.asked(signal, () => this.files.lstat(full))
      if (found.isFile() && inside === join(root, path) && inside.startsWith(root + sep)) return found.size
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw this.problem(error)
      // A stick that was pulled out is no empty stick.
      await this.assertThere(signal)
      throw new SourceError('missing', `${path} is not there`, error)
    }
    throw new SourceError('no-plain-file', `${path} is no plain file of ${this.name}`)
  }

  private async assertThere(signal: AbortSignal): Promise<void> {
    try {
      await this.asked(signal, () => this.files.realpath(this.name))
    } catch (error) {
      throw this.problem(error)
    }
  }

  private async *read(
    file: Pick<FileHandle, 'read' | 'close'>,
    from: number,
    signal: AbortSignal,
  ): AsyncIterable<Uint8Array> {
    try {
      for (let at = from; ; ) {
        const chunk = Buffer.alloc(chunkBytes)
        const { bytesRead } = await this.asked(signal, () => file.read(chunk, 0, chunkBytes, at))
        if (bytesRead === 0) return
        at += bytesRead
        yield chunk.subarray(0, bytesRead)
      }
    } catch (error) {
      throw this.problem(error)
    } finally {
      // Not waited for: it waits for the reading that hangs.
      file.close().catch(() => {})
    }
  }

  /**
   * One call to the disk; rejects when it takes too long, and at once while an earlier one still hangs. What comes when
   * nobody waits for it any more is thrown away.
   */
  private asked<T>(
    signal: AbortSignal,
    call: () => Promise<T>,
    throwAway: (late: T) => void = () => {},
  ): Promise<T> {
    if (this.hangs) return Promise.reject(this.silence())
    return new Promise<T>((resolve, reject) => {
      let isAwaited = true
      const giveUp = (error: SourceError) => {
        isAwaited = false
        this.hangs = true
        reject(error)
      }
      const timer = setTimeout(() => giveUp(this.silence()), this.answerMs)
      const callOff = () => giveUp(new SourceError('unreachable', 'called off'))
      signal.addEventListener('abort', callOff, { once: true })
      call()
        .then((found) => (isAwaited ? resolve(found) : throwAway(found)), reject)
        .finally(() => {
          this.hangs = false
          clearTimeout(timer)
          signal.removeEventListener('abort', callOff)
        })
    })
  }

  private silence(): SourceError {
    return new SourceError('broken-medium', `${this.name} does not answer`)
  }

  private problem(error: unknown): SourceError {
    if (error instanceof SourceError) return error
    const code = codeOf(error)
    if (code === 'ELOOP') return new SourceError('no-plain-file', `${this.name} leads in circles`, error)
    const isBroken = broken.has(code)
    return new SourceError(
      isBroken ? 'broken-medium' : 'unreachable',
      `${this.name} cannot be read${isBroken ? ` (${code})` : ''}`,
      error,
    )
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
