import type { Clock } from './clock.ts'
import { type FixtureWish, mergeWishes, type Place, type PlannedWish, placeKey } from './wish.ts'

/** What may go on wanting things by itself: the attract loop, a scene, a rule. Later ones win over earlier ones. */
export type Level = 'attract' | 'scene' | 'rule'

/** One playing of a scene, one run of a rule, one attract loop. */
export interface Run {
  readonly level: Level
  /** A person asked for it at the screen or pressed a button for it. */
  readonly byPerson: boolean
  /** Runs and touches are numbered in the order they came. */
  readonly since: number
}

export interface PrecedenceParts {
  readonly clock: Clock
  /** So long no sensor and no timetable changes what a person has set. */
  readonly holdMs: number
  /** What a fixture is now, or will be when all that was asked is done. */
  readonly current: (place: Place) => FixtureWish | null
  readonly ask: (planned: readonly PlannedWish[]) => void
}

interface Claim {
  readonly run: Run
  readonly wish: FixtureWish
}

interface Holding {
  /** Who set what is there when no rule claims it. */
  level: 'attract' | 'scene' | 'person'
  /** The touch or run by which a person set it last. */
  personSince: number
  heldUntilMs: number
  /** What comes back when the last claim is gone; null while nobody claims it. */
  before: FixtureWish | null
  /** Rules that claim it; the last one shows. */
  claims: Claim[]
}

/**
 * Who wins when several want the same fixture.
 *
 * | wants it ↓ \ has it → | attract | scene       | rule            | person, held | person, later |
 * | --------------------- | ------- | ----------- | --------------- | ------------ | ------------- |
 * | attract loop          | takes   | –           | –               | –            | –             |
 * | scene by timetable    | takes   | takes       | lies under it   | –            | takes         |
 * | rule by sensor, clock | covers  | covers      | covers          | –            | covers        |
 * | rule by a person      | covers  | covers      | covers          | covers       | covers        |
 * | touch, scene tile     | takes   | takes       | takes, ends it  | takes        | takes         |
 *
 * Who *covers* gives back what was under it. Whoever began before a person changed a fixture does not touch that
 * fixture again, and gives nothing back there.
 */
export class Precedence {
  private readonly holdings = new Map<string, Holding>()
  private readonly parts: PrecedenceParts
  private count = 0

  constructor(parts: PrecedenceParts) {
    this.parts = parts
  }

  begin(level: Level, byPerson: boolean): Run {
    return { level, byPerson, since: ++this.count }
  }

  /** A person sets fixtures one by one. */
  touch(planned: readonly PlannedWish[]): void {
    const since = ++this.count
    for (const { place } of planned) this.take(this.holding(place), 'person', since)
    this.parts.ask(planned)
  }

  /** A person changed a fixture with other means than ours: a wall switch, another remote. */
  changedOutside(place: Place): void {
    this.take(this.holding(place), 'person', ++this.count)
  }

  /** What a run wants now; what it may not have is left out. */
  want(run: Run, planned: readonly PlannedWish[]): void {
    const granted = planned.filter(({ place, wish }) => this.grant(run, place, wish))
    if (granted.length > 0) this.parts.ask(granted)
  }

  /** A rule is over: what it covered comes back within `transitionMs`, or stays as it left it. */
  end(run: Run, afterwards: 'restore' | 'stay', transitionMs: number, places: Iterable<Place>): void {
    const back: PlannedWish[] = []
    for (const place of places) {
      const holding = this.holding(place)
      const top = holding.claims.at(-1)
      if (!holding.claims.some((claim) => claim.run === run)) continue
      if (afterwards === 'stay') {
        this.take(holding, 'scene', holding.personSince)
        continue
      }
      holding.claims = holding.claims.filter((claim) => claim.run !== run)
      const under = holding.claims.at(-1)?.wish ?? holding.before
      if (holding.claims.length === 0) holding.before = null
      if (top?.run === run && under !== null) back.push({ place, wish: within(under, transitionMs) })
    }
    if (back.length > 0) this.parts.ask(back)
  }

  /** The visit is over: nobody holds anything, and the attract loop may have it all. */
  release(): void {
    for (const holding of this.holdings.values()) {
      holding.level = 'attract'
      holding.heldUntilMs = Number.NEGATIVE_INFINITY
    }
  }

  /** Whether `run` gets the fixture now; a claim or what lies under claims is noted either way. */
  private grant(run: Run, place: Place, wish: FixtureWish): boolean {
    const holding = this.holding(place)
    const held = this.parts.clock.now() < holding.heldUntilMs && holding.personSince !== run.since
    if (run.since < holding.personSince || (held && !run.byPerson)) return false
    if (run.level === 'rule') {
      this.cover(holding, run, place, wish)
      return true
    }
    if (run.level === 'attract') return holding.level === 'attract' && holding.claims.length === 0
    if (run.byPerson) {
      if (holding.personSince !== run.since) this.take(holding, 'scene', run.since)
    } else {
      holding.level = 'scene'
    }
    if (holding.claims.length === 0) return true
    holding.before = holding.before === null ? wish : mergeWishes(holding.before, wish)
    return false
  }

  private cover(holding: Holding, run: Run, place: Place, wish: FixtureWish): void {
    const earlier = holding.claims.find((claim) => claim.run === run)
    if (holding.claims.length === 0) holding.before = this.parts.current(place)
    const whole = earlier === undefined ? wish : mergeWishes(earlier.wish, wish)
    holding.claims = [...holding.claims.filter((claim) => claim.run !== run), { run, wish: whole }]
    if (run.byPerson) this.hold(holding, run.since)
  }

  private take(holding: Holding, level: 'scene' | 'person', since: number): void {
    holding.level = level
    holding.claims = []
    holding.before = null
    if (since !== holding.personSince) this.hold(holding, since)
  }

  private hold(holding: Holding, since: number): void {
    holding.personSince = since
    holding.heldUntilMs = this.parts.clock.now() + this.parts.holdMs
  }

  private holding(place: Place): Holding {
    const key = placeKey(place)
    const known = this.holdings.get(key)
    if (known !== undefined) return known
    const holding: Holding = {
      level: 'attract',
      personSince: 0,
      heldUntilMs: Number.NEGATIVE_INFINITY,
      before: null,
      claims: [],
    }
    this.holdings.set(key, holding)
    return holding
  }
}

function within(wish: FixtureWish, transitionMs: number): FixtureWish {
  return wish.kind === 'light' ? { ...wish, transitionMs } : wish
}
