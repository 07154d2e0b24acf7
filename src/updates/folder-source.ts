import { createReadStream } from 'node:fs'
import { lstat, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { atMost, type Source, type SourceBody, SourceError } from './source.ts'

/** A folder, such as a USB stick that somebody brings: only plain files that lie within it are read. */
export class FolderSource implements Source {
  readonly name: string
  readonly remoteTimeMs = null

  constructor(folder: string) {
    this.name = folder
  }

  async open(path: string, from: number, most: number, signal: AbortSignal): Promise<SourceBody> {
    const full = join(this.name, path)
    let size: number
    try {
      const [inside, root] = await Promise.all([realpath(full), realpath(this.name)])
      const found = await lstat(full)
      if (!found.isFile() || inside !== join(root, path) || !inside.startsWith(root + sep)) {
        throw new SourceError('no-plain-file', `${path} is no plain file of ${this.name}`)
      }
      size = found.size
    } catch (error) {
      if (error instanceof SourceError) throw error
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      // A stick that was pulled out is no empty stick.
      const isThere = await lstat(this.name).then(
        (root) => root.isDirectory(),
        () => false,
      )
      if (missing && isThere) throw new SourceError('missing', `${path} is not there`, error)
      throw new SourceError('unreachable', `${this.name} cannot be read`, error)
    }
    if (size - from > most) throw new SourceError('too-large', `${path} is larger than ${from + most} bytes`)
    const stream = createReadStream(full, { start: from, signal })
    return { from, bytes: atMost(told(stream, this.name), most, path) }
  }
}

async function* told(stream: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  try {
    yield* stream
  } catch (error) {
    throw new SourceError('unreachable', `${name} cannot be read`, error)
  }
}
