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
  /** Runs of one rule do not hold each other off. */
  readonly rule: string | null
  /** The run that changed the fixture by whose change this one began; null when it was anything else. */
  readonly cause: Run | null
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
  /** The run that set it last; null when a person did, or nobody. */
  setBy: Run | null
  /** Who set what is there when no rule claims it. */
  level: 'attract' | 'scene' | 'person'
  /** The touch or run by which a person set it last. */
  personSince: number
  heldUntilMs: number
  /** The rule that the person asked for; null when it was a touch or a scene. */
  heldForRule: string | null
  /** What comes back when the last claim is gone; null while nobody claims it. */
  before: FixtureWish | null
  /** Rules that claim it, each laid over those before it: what one leaves open shows through. */
  claims: Claim[]
}

/**
 * Who wins when several want the same fixture.
 *
 * | wants it ↓ \ has it → | attract | scene       | rule            | person, held | person, later |
 * | --------------------- | ------- | ----------- | --------------- | ------------ | ------------- |
 * | attract loop          | takes   | –           | lies under it   | –            | –             |
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

  begin(level: Level, byPerson: boolean, rule: string | null = null, cause: Run | null = null): Run {
    return { level, byPerson, since: ++this.count, rule, cause }
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
    for (const { place } of granted) this.holding(place).setBy = run
    if (granted.length > 0) this.parts.ask(granted)
  }

  /** A rule is over: what it covered comes back within `transitionMs`, or stays as it left it. */
  end(run: Run, afterwards: 'restore' | 'stay', transitionMs: number, places: Iterable<Place>): void {
    const back: PlannedWish[] = []
    for (const place of places) {
      const holding = this.holding(place)
      const index = holding.claims.findIndex((claim) => claim.run === run)
      if (index === -1) continue
      const shown = shownBy(holding, transitionMs)
      if (afterwards === 'stay') {
        holding.before = shownBy({ ...holding, claims: holding.claims.slice(0, index + 1) }, transitionMs)
        holding.level = 'scene'
        holding.claims = holding.claims.slice(index + 1)
      } else {
        holding.claims = holding.claims.filter((claim) => claim.run !== run)
      }
      const left = shownBy(holding, transitionMs)
      if (holding.claims.length === 0) holding.before = null
      if (left === null || JSON.stringify(left) === JSON.stringify(shown)) continue
      holding.setBy = run
      back.push({ place, wish: left })
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

  /** The run that set a fixture last; null when a person did, or nobody. */
  setBy(place: Place): Run | null {
    return this.holdings.get(placeKey(place))?.setBy ?? null
  }

  /** Whether no person has set the fixture since `run` began. */
  isOpenTo(run: Run, place: Place): boolean {
    return run.since >= this.holding(place).personSince
  }

  /** Whether `run` gets the fixture now; a claim or what lies under claims is noted either way. */
  private grant(run: Run, place: Place, wish: FixtureWish): boolean {
    const holding = this.holding(place)
    const isOwn = holding.personSince === run.since || (run.rule !== null && holding.heldForRule === run.rule)
    const held = this.parts.clock.now() < holding.heldUntilMs && !isOwn
    if (!this.isOpenTo(run, place) || (held && !run.byPerson)) return false
    if (run.level === 'rule') {
      this.cover(holding, run, place, wish)
      return true
    }
    if (run.level === 'attract' && holding.level !== 'attract') return false
    if (run.byPerson) {
      if (holding.personSince !== run.since) this.take(holding, 'scene', run.since)
    } else if (run.level === 'scene') {
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
    if (run.byPerson) this.hold(holding, run.since, run.rule)
  }

  private take(holding: Holding, level: 'scene' | 'person', since: number): void {
    holding.level = level
    holding.setBy = null
    holding.claims = []
    holding.before = null
    if (since !== holding.personSince) this.hold(holding, since, null)
  }

  private hold(holding: Holding, since: number, rule: string | null): void {
    holding.personSince = since
    holding.heldForRule = rule
    holding.heldUntilMs = this.parts.clock.now() + this.parts.holdMs
  }

  private holding(place: Place): Holding {
    const key = placeKey(place)
    const known = this.holdings.get(key)
    if (known !== undefined) return known
    const holding: Holding = {
      setBy: null,
      level: 'attract',
      personSince: 0,
      heldUntilMs: Number.NEGATIVE_INFINITY,
      heldForRule: null,
      before: null,
      claims: [],
    }
    this.holdings.set(key, holding)
    return holding
  }
}

/** What the claims make of what lies under them; null when nothing is known of it. */
function shownBy(
  { before, claims }: Pick<Holding, 'before' | 'claims'>,
  transitionMs: number,
): FixtureWish | null {
  const layers = [...(before === null ? [] : [before]), ...claims.map(({ wish }) => wish)]
  const [lowest, ...others] = layers
  return lowest === undefined ? null : within(others.reduce(mergeWishes, lowest), transitionMs)
}

function within(wish: FixtureWish, transitionMs: number): FixtureWish {
  return wish.kind === 'light' ? { ...wish, transitionMs } : wish
}
