import type { Change } from '../contract/showroom-state.ts'

export interface NumberedChange {
  readonly id: string
  readonly change: Change
}

/** How many changes a follower may miss and still be caught up without a new snapshot. */
const kept = 1000

/** The changes of the showroom, numbered, so that whoever followed them can come back after a gap. */
export class ChangeLog {
  private readonly epoch: string
  private sequence = 0
  private recent: NumberedChange[] = []
  private readonly listeners = new Set<(entry: NumberedChange) => void>()

  /** `epoch` differs from start to start, so that numbers of an earlier run are not taken for ours. */
  constructor(epoch: string) {
    this.epoch = epoch
  }

  /** The id that a snapshot taken now stands for. */
  latestId(): string {
    return `${this.epoch}-${this.sequence}`
  }

  append(change: Change): void {
    this.sequence += 1
    const entry = { id: this.latestId(), change }
    this.recent.push(entry)
    if (this.recent.length > kept) this.recent.shift()
    for (const listener of this.listeners) listener(entry)
  }

  /** What happened after `id`, or null when that is not known any more: then only a snapshot helps. */
  since(id: string): readonly NumberedChange[] | null {
    if (id === this.latestId()) return []
    const oldest = this.sequence - this.recent.length
    const match = /^(.*)-(\d+)$/.exec(id)
    if (match === null || match[1] !== this.epoch) return null
    const number = Number(match[2])
    if (number < oldest || number > this.sequence) return null
    return this.recent.slice(number - oldest)
  }

  listen(listener: (entry: NumberedChange) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
