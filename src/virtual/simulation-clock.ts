import type { Clock } from '../showroom/clock.ts'

interface Event {
  readonly due: number
  /** Events of one moment run in the order they were made. */
  readonly order: number
  readonly task: () => void
  cancelled: boolean
}

/** Times are sums of fractions of milliseconds: so much of a difference is none. */
const tolerance = 1e-6
/** Timers of the machine take no longer waits. */
const longestWaitMs = 1e9

/**
 * Time inside the simulation: exact, however coarse the timers below are. An event runs at the very moment it was
 * meant for, even when the machine was late to wake up: what `now()` tells and what follows from it is the same in
 * every run with the same inputs, and a frame of 1.9 ms takes 1.9 ms.
 */
export class SimulationClock implements Clock {
  private readonly base: Clock
  private readonly heap: Event[] = []
  private count = 0
  private cancelledCount = 0
  private last = 0
  private running = false
  private wakesAt = Number.POSITIVE_INFINITY
  private cancelWake: () => void = () => {}

  constructor(base: Clock) {
    this.base = base
  }

  now(): number {
    return this.running ? this.last : Math.max(this.last, this.base.now())
  }

  after(delayMs: number, task: () => void): () => void {
    const event = { due: this.now() + Math.max(0, delayMs), order: this.count++, task, cancelled: false }
    this.push(event)
    if (!this.running) this.wake()
    return () => this.cancel(event)
  }

  /** Events to come, called-off ones that are still in the way included. */
  get waiting(): number {
    return this.heap.length
  }

  /** Runs what is due. Whoever acts from outside does this first, so that nothing happens before its cause. */
  catchUp(): void {
    if (this.running) return
    this.running = true
    try {
      const end = this.base.now() + tolerance
      for (let next = this.heap[0]; next !== undefined && next.due <= end; next = this.heap[0]) {
        this.pop()
        if (next.cancelled) {
          this.cancelledCount--
          continue
        }
        next.cancelled = true
        this.last = Math.max(this.last, next.due)
        next.task()
      }
    } finally {
      this.running = false
    }
    this.wake()
  }

  private wake(): void {
    const due = this.heap[0]?.due ?? Number.POSITIVE_INFINITY
    if (due >= this.wakesAt) return
    this.cancelWake()
    this.wakesAt = due
    this.cancelWake = this.base.after(Math.min(longestWaitMs, Math.max(0, due - this.base.now())), () => {
      this.wakesAt = Number.POSITIVE_INFINITY
      this.catchUp()
    })
  }

  private cancel(event: Event): void {
    if (event.cancelled) return
    event.cancelled = true
    this.cancelledCount++
    if (this.cancelledCount > 1000 && this.cancelledCount > this.heap.length / 2) this.sweep()
  }

  /** Throws the called-off events out: a heap of the rest, sorted, is a heap again. */
  private sweep(): void {
    const kept = this.heap.filter((event) => !event.cancelled).sort(compare)
    this.heap.splice(0, this.heap.length, ...kept)
    this.cancelledCount = 0
  }

  private push(event: Event): void {
    const { heap } = this
    let at = heap.push(event) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent] as Event
      if (compare(above, event) <= 0) break
      heap[at] = above
      at = parent
    }
    heap[at] = event
  }

  private pop(): void {
    const { heap } = this
    const moved = heap.pop()
    if (moved === undefined || heap.length === 0) return
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [a, b] = [heap[left], heap[left + 1]]
      const child = b !== undefined && a !== undefined && compare(b, a) < 0 ? left + 1 : left
      const below = heap[child]
      if (below === undefined || compare(moved, below) <= 0) break
      heap[at] = below
      at = child
    }
    heap[at] = moved
  }
}

function compare(a: Event, b: Event): number {
  return a.due - b.due || a.order - b.order
}
