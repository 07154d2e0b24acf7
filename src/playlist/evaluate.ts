import type { LocalTime } from '../showroom/local-time.ts'
import { dayAfter, type WallClock } from '../showroom/wall-clock.ts'
import { isException, isInHours } from './dayparts.ts'
import type { Kiosk } from './kiosk.ts'
import { type Playlist, playlistClasses } from './playlist.ts'
import { ringPosition } from './ring.ts'
import { whoseTurn } from './share.ts'
import type { Verdict } from './verdict.ts'

/** One revision of a playlist, as it is rolled out. */
export interface Offered {
  /** Where it comes from and its id: "se/winter-evenings". */
  readonly key: string
  /** Grows with every publication. */
  readonly revision: number
  readonly playlist: Playlist
  /** The share of kiosks that may play it, in percent. */
  readonly ring: number
  readonly stop: boolean
  /** What keeps this kiosk from playing it, such as a missing file; null when nothing does. */
  readonly broken: string | null
  /** What has not come yet, though it may with the next look; null when nothing is waited for. */
  readonly late: string | null
  /** What it must do without here, such as a file that nobody has; null when it is whole. */
  readonly lacks: string | null
}

export interface Judged<T extends Offered> {
  readonly offered: T
  readonly verdict: Verdict
}

export interface Evaluation<T extends Offered> {
  /** Null for what is built in. */
  readonly plays: T | null
  /** Every revision offered, in the order of `offers`, and why it plays or not. */
  readonly judged: readonly Judged<T>[]
}

/** What plays on a kiosk at an instant (milliseconds since 1970), and why nothing else does. */
export function evaluate<T extends Offered>(
  offers: readonly T[],
  kiosk: Kiosk,
  wall: WallClock,
  instantMs: number,
): Evaluation<T> {
  const now = wall.at(instantMs)
  const verdicts = new Map<T, Verdict>()
  const willing: T[] = []
  for (const key of new Set(offers.map((one) => one.key))) {
    const revisions = offers.filter((one) => one.key === key)
    const current = currentRevision(revisions, kiosk, verdicts)
    if (current === null) continue
    const refusal = whyNot(current.playlist, kiosk, wall, instantMs, now)
    if (refusal === null) willing.push(current)
    else verdicts.set(current, refusal)
  }
  const plays = choose(willing, now, verdicts)
  const judged = offers.map((offered) => ({
    offered,
    verdict: verdicts.get(offered) ?? ({ kind: 'other-stores' } as const),
  }))
  return { plays, judged }
}

/**
 * The newest revision that this kiosk may play at all, whole ones first. An older one plays on where the newer one is not
 * rolled out yet, was stopped or cannot be played; but not where the newer one has other hours or other stores.
 */
function currentRevision<T extends Offered>(
  revisions: readonly T[],
  kiosk: Kiosk,
  verdicts: Map<T, Verdict>,
): T | null {
  const newestFirst = revisions.toSorted((a, b) => b.revision - a.revision)
  const able = newestFirst.filter((one) => notForThisOne(one, kiosk) === null)
  const current = able.find(({ lacks }) => lacks === null) ?? able[0] ?? null
  for (const one of newestFirst) {
    if (one === current) continue
    const isBehind = current !== null && one.revision < current.revision
    verdicts.set(one, isBehind ? replacedBy(current) : whyNotThis(one, kiosk))
  }
  return current
}

/** Of a revision that is newer than the one that plays. */
function whyNotThis(one: Offered, kiosk: Kiosk): Verdict {
  return notForThisOne(one, kiosk) ?? { kind: 'broken', why: one.lacks ?? 'it is not whole' }
}

function replacedBy({ revision }: Offered): Verdict {
  return { kind: 'replaced', by: revision }
}

function notForThisOne({ key, playlist, ring, stop, broken, late }: Offered, kiosk: Kiosk): Verdict | null {
  if (stop) return { kind: 'stopped' }
  if (ringPosition(kiosk.id, key) >= ring) return { kind: 'outside-ring', ring }
  if (playlist.app !== undefined && isOlder(kiosk.app, playlist.app)) {
    return { kind: 'app-too-old', needs: playlist.app }
  }
  if (broken !== null) return { kind: 'broken', why: broken }
  return late === null ? null : { kind: 'on-its-way', why: late }
}

function whyNot(
  playlist: Playlist,
  kiosk: Kiosk,
  wall: WallClock,
  instantMs: number,
  now: LocalTime,
): Verdict | null {
  if (!isForStore(playlist, kiosk)) return { kind: 'other-stores' }
  const { from, until } = playlist
  if (from !== undefined && instantMs < wall.firstInstant(from.date, from.minute ?? 0)) {
    return { kind: 'not-yet', from }
  }
  // By instants: an hour that exists twice does not bring back what was over.
  if (until !== undefined) {
    const end =
      until.minute === null
        ? wall.firstInstant(dayAfter(until.date), 0)
        : wall.firstInstant(until.date, until.minute)
    if (instantMs >= end) return { kind: 'over', until }
  }
  const missing = playlist.needs
    .map(({ room, fixture }) => `${room}/${fixture}`)
    .filter((place) => !kiosk.hardware.has(place))
  if (missing.length > 0) return { kind: 'needs-hardware', missing }
  if (isInHours(playlist, now)) return null
  return { kind: isException(playlist, now.date) ? 'exception' : 'other-hours' }
}

function isForStore({ stores }: Playlist, { country, store, tags }: Kiosk): boolean {
  const { countries, only } = stores
  if (countries !== undefined && (country === null || !countries.includes(country))) return false
  if (only !== undefined && (store === null || !only.includes(store))) return false
  if (stores.tags !== undefined && !stores.tags.some((tag) => tags.includes(tag))) return false
  return stores.without === undefined || !stores.without.some((tag) => tags.includes(tag))
}

/** Of those that could play: the highest class, and within it whose turn it is. */
function choose<T extends Offered>(
  willing: readonly T[],
  now: LocalTime,
  verdicts: Map<T, Verdict>,
): T | null {
  for (const level of playlistClasses) {
    const equals = willing.filter(({ playlist }) => playlist.class === level)
    const turn = equals
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map((offered) => ({ offered, share: offered.playlist.share }))
    const [first, ...others] = turn
    if (first === undefined) continue
    const { offered: plays } = whoseTurn([first, ...others], now)
    for (const one of willing) {
      if (one === plays) verdicts.set(one, { kind: 'plays' })
      else if (equals.includes(one)) verdicts.set(one, { kind: 'others-turn', whose: plays.key })
      else verdicts.set(one, { kind: 'outranked', by: plays.key, class: level })
    }
    return plays
  }
  return null
}

/** Whether version `a` is older than `b`, both "1.2.0". */
function isOlder(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (let index = 0; index < 3; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
