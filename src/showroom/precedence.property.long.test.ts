import { expect, test } from 'vitest'
import { fixtureId, roomId } from '../contract/ids.ts'
import { ManualClock } from './manual-clock.ts'
import { Precedence, type Run } from './precedence.ts'
import { seeded } from './testing/seeded.ts'
import { type FixtureWish, mergeWishes, placeKey } from './wish.ts'

const holdMs = 1000
const places = ['a', 'b', 'c'].map((name) => ({ room: roomId.parse('den'), fixture: fixtureId.parse(name) }))

/**
 * The precedence table once more, told differently: per fixture the list of all who ever wanted it, and the last
 * word is looked up anew each time. Slow, plain, and written without a look at the other.
 */
class Oracle {
  private readonly entries: { who: number; kind: 'base' | 'rule'; wish: number; place: string }[] = []

  base(who: number, place: string, wish: number): void {
    this.entries.push({ who, kind: 'base', wish, place })
  }

  cover(who: number, place: string, wish: number): void {
    this.drop(who, place)
    this.entries.push({ who, kind: 'rule', wish, place })
  }

  drop(who: number, place: string): void {
    const at = this.entries.findIndex(
      (entry) => entry.kind === 'rule' && entry.who === who && entry.place === place,
    )
    if (at >= 0) this.entries.splice(at, 1)
  }

  /** What the rule made stays as if nobody had ever been below it. */
  settle(who: number, place: string): void {
    const rules = this.entries.filter((entry) => entry.kind === 'rule' && entry.place === place)
    const at = rules.findIndex((entry) => entry.who === who)
    const own = rules[at]
    if (own === undefined) return
    for (const { who: earlier } of rules.slice(0, at + 1)) this.drop(earlier, place)
    this.base(who, place, own.wish)
  }

  dropAll(place: string): void {
    for (const entry of this.entries.filter((one) => one.kind === 'rule' && one.place === place))
      this.drop(entry.who, place)
  }

  shows(place: string): number {
    const rules = this.entries.filter((entry) => entry.place === place && entry.kind === 'rule')
    const bases = this.entries.filter((entry) => entry.place === place && entry.kind === 'base')
    return rules.at(-1)?.wish ?? bases.at(-1)?.wish ?? 0
  }
}

test.each(Array.from({ length: 300 }, (_, index) => index + 1))(
  'visit %i ends as the table says',
  async (seed) => {
    const random = seeded(seed)
    const clock = new ManualClock()
    const shown = new Map<string, FixtureWish>()
    const level = (place: string) => {
      const wish = shown.get(place)
      return wish?.kind === 'light' ? (wish.brightness ?? 0) : 0
    }
    const start = (brightness: number): FixtureWish => ({
      kind: 'light',
      on: true,
      brightness,
      transitionMs: 400,
    })
    for (const place of places) shown.set(placeKey(place), start(0))
    const precedence = new Precedence({
      clock,
      holdMs,
      current: (place) => shown.get(placeKey(place)) ?? null,
      ask: (planned) => {
        for (const { place, wish } of planned) {
          const before = shown.get(placeKey(place))
          shown.set(placeKey(place), before === undefined ? wish : mergeWishes(before, wish))
        }
      },
    })
    const oracle = new Oracle()
    const runs: { run: Run; live: boolean }[] = []
    const person = new Map<string, { since: number; untilMs: number }>()
    let count = 0
    const hold = (place: string, since: number) => person.set(place, { since, untilMs: clock.now() + holdMs })
    const mayHave = (run: Run, place: string) => {
      const last = person.get(place)
      if (last === undefined) return true
      if (run.since < last.since) return false
      return run.byPerson || run.since === last.since || clock.now() >= last.untilMs
    }

    for (let step = 0; step < 60; step++) {
      const place = places[Math.floor(random() * places.length)] ?? places[0]
      if (place === undefined) return
      const key = placeKey(place)
      const wish = Math.round(random() * 1000) / 1000
      const planned = [{ place, wish: start(wish) }]
      const choice = random()
      if (choice < 0.2) {
        if (choice < 0.05) {
          shown.set(key, start(wish))
          precedence.changedOutside(place)
        } else {
          precedence.touch(planned)
        }
        count += 1
        oracle.dropAll(key)
        oracle.base(-1, key, wish)
        hold(key, count)
      } else if (choice < 0.5) {
        const run = precedence.begin(random() < 0.5 ? 'rule' : 'scene', random() < 0.4)
        count += 1
        expect(run.since).toBe(count)
        runs.push({ run, live: true })
      } else if (choice < 0.8) {
        const chosen = runs[Math.floor(random() * runs.length)]
        if (chosen?.live !== true) continue
        const { run } = chosen
        precedence.want(run, planned)
        if (!mayHave(run, key)) continue
        if (run.level === 'rule') {
          oracle.cover(run.since, key, wish)
          if (run.byPerson) hold(key, run.since)
        } else {
          if (run.byPerson && person.get(key)?.since !== run.since) {
            oracle.dropAll(key)
            hold(key, run.since)
          }
          oracle.base(run.since, key, wish)
        }
      } else if (choice < 0.9) {
        const chosen = runs[Math.floor(random() * runs.length)]
        if (chosen?.live !== true || chosen.run.level !== 'rule') continue
        chosen.live = false
        const afterwards = choice < 0.83 ? 'stay' : 'restore'
        precedence.end(chosen.run, afterwards, 400, places)
        for (const one of places) {
          if (afterwards === 'stay') oracle.settle(chosen.run.since, placeKey(one))
          else oracle.drop(chosen.run.since, placeKey(one))
        }
      } else {
        await clock.advance(random() * 1500)
      }
      for (const one of places)
        expect(level(placeKey(one)), `seed ${seed} step ${step}`).toBe(oracle.shows(placeKey(one)))
    }
    for (const { run, live } of runs)
      if (live && run.level === 'rule') precedence.end(run, 'restore', 400, places)
    for (const one of places) {
      oracle.dropAll(placeKey(one))
      expect(level(placeKey(one))).toBe(oracle.shows(placeKey(one)))
    }
  },
)
