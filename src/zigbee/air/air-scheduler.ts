import type { Clock } from '../../showroom/clock.ts'
import type { DeviceId } from '../../showroom/device.ts'
import { Congestion, isBusy } from './congestion.ts'
import { asOurs } from './own-frames.ts'

/**
 * In the order in which they leave: what a shopper asks for, what the picture of it waits for, then other questions and
 * set-up, then storing ahead.
 */
export const ranks = ['shopper', 'picture', 'background', 'storing'] as const
export type Rank = (typeof ranks)[number]

/** Sends one frame and resolves with its answer; the scheduler says when. */
export type Pace = <T>(frame: () => Promise<T>) => Promise<T>

/** How much may be under way at once, in frames that wait for their answer. */
export interface AirLimits {
  /** Of everything that keeps the air busy. */
  readonly inFlight: number
  /** Of everything, waiting for late answers included. */
  readonly unanswered: number
  /** Of all but commands: a place is free for them even in a room full of lamps that do not answer. */
  readonly picture: number
  /** Of what no shopper waits for: the rest is free for a touch at any moment. */
  readonly background: number
  /** Of what is stored ahead, so that questions get through. */
  readonly storing: number
  /** To devices that were silent last: the dongle tries each many times over. */
  readonly doubtful: number
}

/**
 * Z-Stack takes 16, but all share one channel, and a lamp's answer takes as long as the question: two exchanges at
 * once fill it (30 lamps take 0.6 s with 2 as with 12), and from six on answers get lost over three hops. So nothing
 * of ours waits in herdsman's queue either, which knows no ranks.
 */
export const usualLimits: AirLimits = {
  ...{ inFlight: 4, unanswered: 12 },
  ...{ picture: 3, background: 2, storing: 1, doubtful: 1 },
}

/** What was not answered by then leaves the air to others, and only its answer is waited for. */
const airtimeMs = 300

/** After a frame that is stored ahead the air is left alone for as long as it took, at most this long. */
const longestRestMs = 200

interface Job {
  readonly device: DeviceId
  readonly rank: Rank
  readonly batch: object
  /** Sends: it went, found the air too busy, or found it so for too long. */
  readonly start: (isLastTry: boolean) => Promise<'went' | 'busy' | 'given-up'>
  readonly reject: (reason: Error) => void
  /** When it was sent first; null before. */
  firstTryMs: number | null
  /** False once only its answer is waited for. */
  onAir: boolean
}

/** What finds no room on the air is sent again for so long: a wish is not lost over a loud half minute. */
const busyLimitMs = 45_000

/** The connection is over, so what waited is not sent. */
export class AirClosedError extends Error {
  readonly code = 'AIR_CLOSED'
}

/**
 * Decides what goes on the air next. One frame per device at a time; the higher rank first; within a rank the
 * batches take turns, so that one touch does not wait for a room of two hundred.
 */
export class AirScheduler {
  private readonly clock: Clock
  private readonly limits: AirLimits
  private readonly waiting: Record<Rank, Map<object, Job[]>> = {
    shopper: new Map(),
    picture: new Map(),
    background: new Map(),
    storing: new Map(),
  }
  private readonly inFlight = new Map<DeviceId, Job>()
  private readonly doubtful = new Set<DeviceId>()
  private readonly congestion: Congestion
  private closed = false
  private storingRests = false
  /** Hears when nothing has found room on the air for a while, and when something does again. */
  onCongestion: (congested: boolean) => void = () => {}

  constructor(clock: Clock, limits: AirLimits = usualLimits) {
    this.clock = clock
    this.limits = limits
    this.congestion = new Congestion({
      clock,
      resume: () => this.pump(),
      lasts: (congested) => this.onCongestion(congested),
    })
  }

  /** `batch` is what takes turns with others of its rank: frames of one batch go in order. */
  pace(device: DeviceId, rank: Rank, batch: object = {}): Pace {
    return (frame) =>
      new Promise((resolve, reject) => {
        if (this.closed) {
          reject(new AirClosedError('the connection to the dongle is over'))
          return
        }
        const start = async (isLastTry: boolean) => {
          try {
            resolve(await asOurs(frame))
          } catch (error) {
            if (isBusy(error) && !isLastTry) return 'busy'
            reject(error)
            if (isBusy(error)) return 'given-up'
          }
          return 'went'
        }
        this.enqueue({ device, rank, batch, start, reject, firstTryMs: null, onAir: false })
        this.pump()
      })
  }

  /** A device that did not answer must not hold up others that do; one that did is trusted again. */
  judge(device: DeviceId, answered: boolean): void {
    if (answered) this.doubtful.delete(device)
    else this.doubtful.add(device)
  }

  isDoubtful(device: DeviceId): boolean {
    return this.doubtful.has(device)
  }

  get isClosed(): boolean {
    return this.closed
  }

  /** Nothing more is sent; what waits is rejected, what is under way ends by itself. */
  close(): void {
    this.closed = true
    for (const rank of ranks) {
      const jobs = [...this.waiting[rank].values()].flat()
      this.waiting[rank].clear()
      for (const job of jobs) job.reject(new AirClosedError('the connection to the dongle is over'))
    }
  }

  private enqueue(job: Job): void {
    const batches = this.waiting[job.rank]
    batches.set(job.batch, [...(batches.get(job.batch) ?? []), job])
  }

  private pump(): void {
    for (let job = this.next(); job !== null; job = this.next()) this.launch(job)
  }

  private launch(job: Job): void {
    this.inFlight.set(job.device, job)
    const startMs = this.clock.now()
    job.firstTryMs ??= startMs
    const isLastTry = startMs - job.firstTryMs >= busyLimitMs || this.closed
    job.onAir = true
    const callOff = this.clock.after(airtimeMs, () => {
      job.onAir = false
      this.pump()
    })
    void job.start(isLastTry).then((outcome) => {
      callOff()
      this.inFlight.delete(job.device)
      if (outcome === 'went') this.congestion.over()
      if (outcome === 'busy') this.again(job)
      if (job.rank === 'storing') this.restFor(this.clock.now() - startMs)
      this.pump()
    })
  }

  /** It found no room: the others have not either. */
  private again(job: Job): void {
    if (this.closed) {
      job.reject(new AirClosedError('the connection to the dongle is over'))
      return
    }
    this.congestion.met()
    this.enqueue(job)
  }

  private restFor(tookMs: number): void {
    this.storingRests = true
    this.clock.after(Math.min(longestRestMs, tookMs), () => {
      this.storingRests = false
      this.pump()
    })
  }

  private next(): Job | null {
    if (this.congestion.isPaused || this.inFlight.size >= this.limits.unanswered) return null
    if (this.count(({ onAir }) => onAir) >= this.limits.inFlight) return null
    for (const rank of ranks) {
      if (this.isFull(rank)) return null
      const job = this.takeTurn(rank, (device) => !this.doubtful.has(device)) ?? this.takeDoubtful(rank)
      if (job !== null) return job
    }
    return null
  }

  /** A rank is full when it and all below it, which it may not crowd out, have reached its limit. */
  private isFull(rank: Rank): boolean {
    if (rank === 'shopper') return false
    if (rank === 'storing' && this.storingRests) return true
    const below = ranks.slice(ranks.indexOf(rank))
    return this.count((job) => job.onAir && below.includes(job.rank)) >= this.limits[rank]
  }

  private count(which: (job: Job) => boolean): number {
    let count = 0
    for (const job of this.inFlight.values()) if (which(job)) count++
    return count
  }

  /** Silent devices get a turn when nobody else of this rank wants one, and few at a time. */
  private takeDoubtful(rank: Rank): Job | null {
    const underWay = this.count(({ device }) => this.doubtful.has(device))
    return underWay >= this.limits.doubtful
      ? null
      : this.takeTurn(rank, (device) => this.doubtful.has(device))
  }

  /** The first batch that has something to send now; it goes to the back of the row. */
  private takeTurn(rank: Rank, mayGo: (device: DeviceId) => boolean): Job | null {
    const batches = this.waiting[rank]
    for (const [batch, jobs] of batches) {
      const index = jobs.findIndex(({ device }) => !this.inFlight.has(device) && mayGo(device))
      const job = jobs[index]
      if (job === undefined) continue
      batches.delete(batch)
      if (jobs.length > 1) batches.set(batch, jobs.toSpliced(index, 1))
      return job
    }
    return null
  }
}
