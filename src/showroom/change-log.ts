import type { Change } from '../contract/showroom-state.ts'
import { placeKey } from './wish.ts'

export interface NumberedChange {
  readonly id: string
  readonly change: Change
}

/**
 * The changes of the showroom, numbered, so that whoever followed them can come back after a gap. Of each record only
 * the newest is kept, which is all that they need: what a sensor noticed before is told to nobody.
 */
export class ChangeLog {
  private readonly epoch: string
  private sequence = 0
  /** By record, in the order of their numbers. */
  private readonly newest = new Map<string, NumberedChange & { readonly number: number }>()
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
    const entry = { id: this.latestId(), change, number: this.sequence }
    const record = recordOf(change)
    this.newest.delete(record)
    this.newest.set(record, entry)
    for (const listener of this.listeners) listener(entry)
  }

  /** Facts up to this number are told to nobody any more, whatever they missed. */
  forgetFacts(lastNumber: number): void {
    for (const [record, { change }] of this.newest) {
      if (change.kind === 'fact' && change.fact.number <= lastNumber) this.newest.delete(record)
    }
  }

  /** What has changed after `id`, or null when that is none of ours: then only a snapshot helps. */
  since(id: string): readonly NumberedChange[] | null {
    const match = /^(.*)-(\d+)$/.exec(id)
    if (match === null || match[1] !== this.epoch) return null
    const last = Number(match[2])
    if (last > this.sequence) return null
    return [...this.newest.values()].filter(({ number }) => number > last)
  }

  listen(listener: (entry: NumberedChange) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

/** What a change replaces as a whole. */
function recordOf(change: Change): string {
  switch (change.kind) {
    case 'fixture':
      return `fixture ${placeKey({ room: change.fixture.room, fixture: change.fixture.id })}`
    case 'room':
      return `room ${change.room.id}`
    case 'fact':
      return `fact ${change.fact.number}`
    case 'offer':
    case 'journey':
    case 'shop':
    case 'presence':
    case 'forgotten':
    case 'dongle':
    case 'dongle-facts':
    case 'notices':
      return change.kind
  }
}
