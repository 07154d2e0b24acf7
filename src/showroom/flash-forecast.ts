import { type LightTrack, memoryMs } from './light-track.ts'

/**
 * A change of this share of full linear output counts: a tenth (WCAG 2.2, "general flash"), less what lamps round
 * and what happens between two samples.
 */
export const largeChange = 0.09
/** Three opposing changes make one flash and a half; a fourth would complete the second flash. */
const changesPerSecond = 3
/** Fades take 400 ms and more: between two samples little can happen. */
const stepMs = 20
const samplesRemembered = memoryMs / stepMs
/** What a slower fade does later than this happens slowly. */
const horizonMs = 2000

/** A fixture's share in the light of its room, by each way of looking at it. */
export type Weights = readonly number[]

/** A fixture in a forecast. */
export interface Source {
  readonly track: LightTrack
  readonly weights: Weights
}

type Course = Float64Array
/** How a lamp can be looked at: as it fades, as if it leapt, and by its redness. */
const aspects = 3

/**
 * What eyes will see of a room: the past second and what is under way, sampled. Says whether more may be added
 * without a second that flashes too often.
 */
export class FlashForecast {
  private readonly startMs: number
  private readonly sampleCount: number
  private readonly sampled = new Map<LightTrack, readonly Course[]>()
  /** Of the room: each aspect, for each way of weighing. */
  private courses: readonly Course[]

  constructor(sources: readonly Source[], candidates: readonly LightTrack[], nowMs: number) {
    this.startMs = nowMs - memoryMs
    const moving = sources.filter(({ track }) => !track.standsSince(this.startMs))
    const ends = [...moving.map(({ track }) => track), ...candidates].map(({ endMs }) => endMs)
    const ahead = Math.min(horizonMs, Math.max(0, ...ends.map((end) => end - nowMs)))
    this.sampleCount = samplesRemembered + Math.ceil(ahead / stepMs) + 1
    const ways = Math.max(0, ...sources.map(({ weights }) => weights.length))
    this.courses = Array.from({ length: aspects * ways }, () => new Float64Array(this.sampleCount))
    for (const { track, weights } of moving) this.add(this.courses, track, weights, 1)
  }

  /** Whether the lamp itself may take this course instead of the one that it is on. */
  allowsLamp(current: LightTrack, next: LightTrack): boolean {
    const before = this.sample(current)
    return this.sample(next).every((course, i) => isCalm(course, before[i]))
  }

  /** Takes the changes up into the forecast if the room stays calm; otherwise leaves it and says false. */
  admit(changes: readonly { readonly source: Source; readonly next: LightTrack }[]): boolean {
    const courses = this.courses.map((course) => course.slice())
    for (const { source, next } of changes) {
      this.add(courses, source.track, source.weights, -1)
      this.add(courses, next, source.weights, 1)
    }
    if (!courses.every((course, i) => isCalm(course, this.courses[i]))) return false
    this.courses = courses
    return true
  }

  private add(courses: readonly Course[], track: LightTrack, weights: Weights, sign: 1 | -1): void {
    this.sample(track).forEach((lamp, aspect) => {
      weights.forEach((weight, way) => {
        const room = courses[aspects * way + aspect]
        if (room === undefined) return
        for (let i = 0; i < this.sampleCount; i++) room[i] = (room[i] ?? 0) + sign * weight * (lamp[i] ?? 0)
      })
    })
  }

  private sample(track: LightTrack): readonly Course[] {
    const known = this.sampled.get(track)
    if (known !== undefined) return known
    const course = (at: (ms: number) => number) =>
      Float64Array.from({ length: this.sampleCount }, (_, i) => at(this.startMs + i * stepMs))
    const courses = [
      course((ms) => track.outputAt(ms)),
      course((ms) => track.leapingOutputAt(ms)),
      course((ms) => track.rednessAt(ms)),
    ]
    this.sampled.set(track, courses)
    return courses
  }
}

/** Calm enough, or at least no worse than it is anyway. */
function isCalm(course: Course, before: Course | undefined): boolean {
  if (changesIn(course, 0, course.length) <= changesPerSecond) return true
  const worst = worstSecond(course)
  return worst <= changesPerSecond || (before !== undefined && worst <= worstSecond(before))
}

function worstSecond(course: Course): number {
  let worst = 0
  for (let start = 0; start + samplesRemembered < course.length; start++) {
    worst = Math.max(worst, changesIn(course, start, start + samplesRemembered + 1))
  }
  return worst
}

/** How often the light goes up or down by a large change, each against the one before. */
function changesIn(course: Course, start: number, end: number): number {
  let [lowest, highest] = [course[start] ?? 0, course[start] ?? 0]
  let direction = 0
  let changes = 0
  for (let i = start + 1; i < end; i++) {
    const value = course[i] ?? 0
    if (direction <= 0 && value - lowest >= largeChange) {
      direction = 1
      changes += 1
      highest = value
    } else if (direction >= 0 && highest - value >= largeChange) {
      direction = -1
      changes += 1
      lowest = value
    }
    lowest = Math.min(lowest, value)
    highest = Math.max(highest, value)
  }
  return changes
}
