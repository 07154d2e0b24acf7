import type { Fetcher } from 'tuf-js'
import { DownloadHTTPError } from 'tuf-js/dist/error.js'
import { readWhole, type Source, SourceError } from './source.ts'

/** tuf-js builds addresses; only what follows this is ours. */
export const metadataBase = 'tuf://source/'

/** Lists for tuf-js, from any source. Remembers what went wrong, since tuf-js wraps it in words. */
export class TufFetcher implements Fetcher {
  problem: SourceError | null = null
  private readonly source: Source
  private readonly signal: AbortSignal

  constructor(source: Source, signal: AbortSignal) {
    this.source = source
    this.signal = signal
  }

  async downloadBytes(url: string, most: number): Promise<Buffer> {
    const path = `metadata/${url.slice(metadataBase.length)}`
    try {
      return await readWhole(this.source, path, most, this.signal)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      if (error.code === 'missing') throw new DownloadHTTPError(error.message, 404)
      this.problem = error
      throw error
    }
  }

  /** Only lists go through tuf-js; files have a store of their own. */
  downloadFile(): Promise<never> {
    return Promise.reject(new Error('files are not fetched this way'))
  }
}
