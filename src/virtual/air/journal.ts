import type { Ieee } from '../bytes.ts'

export type AirKind = 'unicast' | 'group' | 'broadcast' | 'poll' | 'route' | 'aps-ack'

/** One frame on air. Times are milliseconds of the simulation, the frame's first and last. */
export interface AirFrame {
  readonly kind: AirKind
  readonly startMs: number
  readonly endMs: number
  /** Short addresses of this hop; a broadcast goes to null. */
  readonly from: number
  readonly to: number | null
  /** Where the message is from and for: a short address or a group. */
  readonly source: number
  readonly target: number
  readonly cluster: number | null
  /** 0 for the first transmission of this node, then its retries. */
  readonly attempt: number
  /** Somebody repeats what another said. */
  readonly relayed: boolean
  /** Of a unicast hop: whether it was acknowledged. */
  readonly acknowledged: boolean | null
}

/** A device did what a frame said. */
export interface Applied {
  readonly atMs: number
  readonly ieee: Ieee
  readonly endpoint: number
  readonly cluster: number
  readonly command: number
  /** The group it was told by, or null when it was told alone. */
  readonly group: number | null
}

export interface Numbered<T> {
  readonly number: number
  readonly entry: T
}

/** The last so many entries, each with a number that never comes twice. */
class Ring<T> {
  count = 0
  private readonly size: number
  private readonly entries: T[] = []

  constructor(size: number) {
    this.size = size
  }

  add(entry: T): void {
    this.entries[this.count % this.size] = entry
    this.count++
  }

  /** Entries with numbers from `first` on, as far as they are still there. */
  since(first: number): Numbered<T>[] {
    const start = Math.max(first, this.count - this.size, 0)
    const found: Numbered<T>[] = []
    for (let number = start; number < this.count; number++) {
      const entry = this.entries[number % this.size]
      if (entry !== undefined) found.push({ number, entry })
    }
    return found
  }
}

const remembered = 20_000

/** What went over the air and what devices made of it, for tests and benchmarks to look at. */
export class Journal {
  readonly frames = new Ring<AirFrame>(remembered)
  readonly applied = new Ring<Applied>(remembered)
  /** Frames by kind; those that repeat what another said are counted apart. */
  readonly counts: Record<string, number> = {}

  frame(entry: AirFrame): void {
    this.frames.add(entry)
    this.count(entry.relayed ? `${entry.kind}-relayed` : entry.kind)
    if (entry.attempt > 0) this.count('retries')
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1
  }
}
