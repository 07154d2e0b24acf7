import { beforeEach, expect, test } from 'vitest'
import { fixtureId, roomId } from '../contract/ids.ts'
import { ManualClock } from './manual-clock.ts'
import { Precedence, type Run } from './precedence.ts'
import { type FixtureWish, mergeWishes, type Place, type PlannedWish } from './wish.ts'

const holdMs = 30_000
const lamp: Place = { room: roomId.parse('den'), fixture: fixtureId.parse('lamp') }
const other: Place = { ...lamp, fixture: fixtureId.parse('other') }
const lit = (brightness: number, place = lamp): PlannedWish => ({
  place,
  wish: { kind: 'light', on: true, brightness, transitionMs: 400 },
})

let clock: ManualClock
let shown: Map<string, FixtureWish>
let precedence: Precedence

beforeEach(() => {
  clock = new ManualClock()
  shown = new Map([lamp, other].map(({ fixture }) => [fixture, lit(0.1).wish]))
  precedence = new Precedence({
    clock,
    holdMs,
    current: ({ fixture }) => shown.get(fixture) ?? null,
    ask: (planned) => {
      for (const { place, wish } of planned) {
        const before = shown.get(place.fixture)
        shown.set(place.fixture, before === undefined ? wish : mergeWishes(before, wish))
      }
    },
  })
})

function level(place = lamp): number | undefined {
  const wish = shown.get(place.fixture)
  return wish?.kind === 'light' ? wish.brightness : undefined
}

const tinted = (kelvin: number): PlannedWish => ({
  place: lamp,
  wish: { kind: 'light', on: true, brightness: 0.5, colour: { mode: 'kelvin', kelvin }, transitionMs: 400 },
})

function rule(brightness: number, byPerson = false): Run {
  const run = precedence.begin('rule', byPerson)
  precedence.want(run, [lit(brightness)])
  return run
}

const end = (run: Run, afterwards: 'restore' | 'stay' = 'restore') =>
  precedence.end(run, afterwards, 1500, [lamp, other])

test('a rule gives back what it covered', () => {
  const run = rule(0.9)
  expect(level()).toBe(0.9)
  end(run)
  expect(level()).toBe(0.1)
})

test('rules that overlap give back the same in whichever order they end', () => {
  const first = rule(0.5)
  const second = rule(0.9)
  end(first)
  expect(level()).toBe(0.9)
  end(second)
  expect(level()).toBe(0.1)
  const third = rule(0.6)
  const fourth = rule(0.7)
  end(fourth)
  expect(level()).toBe(0.6)
  end(third)
  expect(level()).toBe(0.1)
})

test('what a person changed while a rule ran stays as the person left it', () => {
  const run = precedence.begin('rule', false)
  precedence.want(run, [lit(0.9), lit(0.9, other)])
  precedence.touch([lit(0.3)])
  precedence.want(run, [lit(0.8), lit(0.8, other)])
  expect(level()).toBe(0.3)
  end(run)
  expect(level()).toBe(0.3)
  expect(level(other)).toBe(0.1)
})

test('what changed by other hands is not overruled by a rule that ran before', () => {
  const run = rule(0.9)
  shown.set('lamp', lit(0.2).wish)
  precedence.changedOutside(lamp)
  end(run)
  expect(level()).toBe(0.2)
})

test('a sensor leaves alone what a person has just set, and may have it later', async () => {
  precedence.touch([lit(0.3)])
  rule(0.9)
  expect(level()).toBe(0.3)
  await clock.advance(holdMs)
  const run = rule(0.9)
  expect(level()).toBe(0.9)
  end(run)
  expect(level()).toBe(0.3)
})

test('a rule that a person asked for does not wait', () => {
  precedence.touch([lit(0.3)])
  const run = rule(0.9, true)
  expect(level()).toBe(0.9)
  end(run)
  expect(level()).toBe(0.3)
})

test('a scene of the timetable lies under a rule and shows when that is over', () => {
  const run = rule(0.9)
  precedence.want(precedence.begin('scene', false), [lit(0.4)])
  expect(level()).toBe(0.9)
  end(run)
  expect(level()).toBe(0.4)
})

test('a scene that a person chose ends what rules do to its lamps, and may go on changing them', () => {
  const run = rule(0.9)
  const scene = precedence.begin('scene', true)
  precedence.want(scene, [lit(0.4)])
  expect(level()).toBe(0.4)
  precedence.want(scene, [lit(0.5)])
  expect(level()).toBe(0.5)
  end(run)
  expect(level()).toBe(0.5)
})

test('a running scene does not take back a lamp that a person dimmed, nor does an older scene', async () => {
  const scene = precedence.begin('scene', true)
  precedence.want(scene, [lit(0.4)])
  precedence.touch([lit(0.2)])
  await clock.advance(holdMs * 2)
  precedence.want(scene, [lit(0.5)])
  expect(level()).toBe(0.2)
})

test('the attract loop has what nobody else had since the last visit', () => {
  const attract = precedence.begin('attract', false)
  precedence.want(attract, [lit(0.6), lit(0.6, other)])
  expect(level()).toBe(0.6)
  precedence.touch([lit(0.2)])
  precedence.want(attract, [lit(0.7), lit(0.7, other)])
  expect([level(), level(other)]).toEqual([0.2, 0.7])
  precedence.release()
  precedence.want(precedence.begin('attract', false), [lit(0.5)])
  expect(level()).toBe(0.5)
})

test('what a rule leaves as it is stays, whoever was under it', () => {
  const first = rule(0.5)
  const second = rule(0.9)
  end(second, 'stay')
  end(first)
  expect(level()).toBe(0.9)
})

test('a rule that tints what another one lights gives back the white that was there before both', () => {
  shown.set('lamp', tinted(2700).wish)
  const lights = rule(0.9)
  const tints = precedence.begin('rule', false)
  precedence.want(tints, [tinted(6500)])
  end(tints)
  expect(shown.get('lamp')).toMatchObject({ brightness: 0.9, colour: { kelvin: 2700 } })
  end(lights)
  expect(shown.get('lamp')).toMatchObject({ brightness: 0.5, colour: { kelvin: 2700 } })
})

test('what a rule leaves lies under the rules that still run', () => {
  const leaves = rule(0.5)
  const covers = rule(0.9)
  end(leaves, 'stay')
  expect(level()).toBe(0.9)
  end(covers)
  expect(level()).toBe(0.5)
})

test('a sensor goes on with the rule that a person asked for', () => {
  const first = precedence.begin('rule', true, 'hello')
  precedence.want(first, [lit(0.9)])
  const again = precedence.begin('rule', false, 'hello')
  precedence.want(again, [lit(0.9)])
  end(first)
  expect(level()).toBe(0.9)
  precedence.want(precedence.begin('rule', false, 'another'), [lit(0.6)])
  expect(level()).toBe(0.9)
  end(again)
  expect(level()).toBe(0.1)
})
