import type { Blob, ContentStore } from './content-store.ts'
import { RefusalError } from './refusal.ts'
import { type Source, SourceError } from './source.ts'

/** So many failures of the line in a row, and it is not tried any further: each costs a whole patience. */
const mostLosses = 3

/** Why a file could not be had. */
export interface Failure {
  readonly why: string
  /** The source answers, and says that it has no such file: to wait does not help. */
  readonly isAbsent: boolean
  /** Only the line broke: the next look may bring it. */
  readonly isLate: boolean
}

/**
 * The downloads of one look. A file that cannot be had is no reason to go without the others; one that is not what was
 * signed is a reason to refuse all (`RefusalError`), and so is a stick that breaks: it is not read to its end.
 */
export class Errand {
  private readonly store: ContentStore
  private readonly source: Source
  private readonly signal: AbortSignal
  private readonly failures = new Map<string, Failure>()
  private lossesInARow = 0

  constructor(store: ContentStore, source: Source, signal: AbortSignal) {
    this.store = store
    this.source = source
    this.signal = signal
  }

  /** Null once the file is here. `path` is where the source has it. */
  async fetch(blob: Blob, path: string): Promise<Failure | null> {
    const known = this.failures.get(blob.sha256)
    if (known !== undefined) return known
    if (this.lossesInARow >= mostLosses)
      return { why: 'the connection was lost', isAbsent: false, isLate: true }
    try {
      await this.store.fetch(blob, this.source, path, this.signal)
      this.lossesInARow = 0
      return null
    } catch (error) {
      if (!(error instanceof SourceError) || this.signal.aborted) throw error
      if (error.code === 'too-large') throw new RefusalError('not-genuine', error.message, error)
      if (error.code === 'broken-medium') throw new RefusalError('broken-medium', error.message, error)
      const isLate = error.code === 'unreachable' || error.code === 'too-slow'
      this.lossesInARow = isLate ? this.lossesInARow + 1 : 0
      const isAbsent = error.code === 'missing' || error.code === 'no-plain-file'
      const failure = { why: error.message, isAbsent, isLate }
      this.failures.set(blob.sha256, failure)
      return failure
    }
  }
}
