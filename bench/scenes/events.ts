import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { fixtureId } from '../../src/contract/ids.ts'
import { FixtureBoard } from '../../src/showroom/fixture-board.ts'
import type { Calendar } from '../../src/showroom/local-time.ts'
import { ManualClock } from '../../src/showroom/manual-clock.ts'
import { pictureAtRest, pictureOfWish } from '../../src/showroom/picture.ts'
import { Precedence } from '../../src/showroom/precedence.ts'
import { type RoomDescription, roomDescription } from '../../src/showroom/room.ts'
import { Ledger } from '../../src/showroom/rules/ledger.ts'
import { type Rule, rule } from '../../src/showroom/rules/rule.ts'
import { RuleEngine } from '../../src/showroom/rules/rule-engine.ts'
import { planTargets } from '../../src/showroom/scene-engine.ts'
import { seeded } from '../../src/showroom/testing/seeded.ts'
import { type PlannedWish, wholeWish } from '../../src/showroom/wish.ts'
import { rounded, timesOf } from './times.ts'

const ruleCount = 1000
const lamps = 150
const sensors = 40
const remotes = 10
const eventCount = 12_000
const warmUp = 2000

const words = { en: 'Word', sv: 'Ord' }
const camera = { from: [0, 1, 3], to: [0, 1, 0], fov: 40 }

function largeRoom(): RoomDescription {
  const of = (count: number, kind: string, more: object = {}) =>
    Array.from({ length: count }, (_, i) => ({ id: `${kind}-${i}`, kind, name: words, ...more }))
  return roomDescription.parse({
    version: 1,
    id: 'hall',
    name: words,
    size: { width: 9, depth: 9, height: 3 },
    cameras: { landscape: camera, portrait: camera },
    fixtures: [
      ...of(lamps, 'light', { lumens: 800, kelvin: { min: 2200, max: 4000 } }),
      ...of(sensors, 'motion'),
      ...of(remotes, 'remote'),
    ],
  })
}

/** Of every ten rules six start by motion, three by a button and one by a lamp; each sets five lamps. */
function manyRules(random: () => number): Rule[] {
  const any = (count: number) => Math.floor(random() * count)
  return Array.from({ length: ruleCount }, (_, i) => {
    const sensor = `motion-${any(sensors)}`
    const kind = i % 10
    const when =
      kind < 6
        ? { fixture: sensor, becomes: 'occupied' }
        : kind < 9
          ? { button: `remote-${any(remotes)}`, pressed: 'on' }
          : { fixture: `light-${any(lamps)}`, becomes: 'on' }
    const set = Object.fromEntries(
      Array.from({ length: 5 }, () => [`light-${any(lamps)}`, { brightness: random() }]),
    )
    return rule.parse({
      version: 1,
      id: `rule-${i}`,
      room: 'hall',
      title: words,
      story: words,
      icon: 'walk',
      when: [when],
      if: {
        any: [{ fixture: sensor, is: 'occupied' }, { not: { fixture: `light-${any(lamps)}`, is: 'on' } }],
      },
      do: [{ set }, { wait: '2s' }, { set, transition: '2s' }],
      until: [{ fixture: sensor, becomes: 'clear', heldFor: '20s' }, { after: '5m' }],
      mode: i % 2 === 0 ? 'single' : 'restart',
    })
  })
}

/** Motion and presses at random in a hall of 200 fixtures and 1,000 rules: how many a second, and how long each takes. */
export async function measureEvents() {
  const random = seeded(7)
  const room = largeRoom()
  const rules = manyRules(random)
  const heapBefore = heap()
  const { board, clock, engine, commands } = build(room, rules)
  const heapAfter = heap()
  const times: number[] = []
  const started = performance.now()
  let measuredMs = 0
  for (let event = 0; event < eventCount; event++) {
    const isPress = random() < 0.1
    const id = isPress
      ? `remote-${Math.floor(random() * remotes)}`
      : `motion-${Math.floor(random() * sensors)}`
    const state = board.get({ room: room.id, fixture: fixtureId.parse(id) })
    if (state === null) throw new Error(`There is no ${id}.`)
    const before = performance.now()
    if (state.kind === 'motion') board.put({ ...state, occupied: !state.occupied })
    else engine.pressed(state, 'on')
    const took = performance.now() - before
    if (event >= warmUp) {
      times.push(took)
      measuredMs += took
    }
    if (event % 10 === 9) await clock.advance(1000)
  }
  engine.stop()
  const spread = timesOf(times)
  const row = {
    rules: ruleCount,
    fixtures: room.fixtures.length,
    events: times.length,
    'events/s': Math.round(times.length / (measuredMs / 1000)),
    commands: commands.count,
    ...spread,
    unit: 'ms',
    'heap MB': rounded((heapAfter - heapBefore) / 1e6),
    'heap after MB': rounded((heap() - heapBefore) / 1e6),
  }
  return { rows: [row], reactionP99Ms: spread.p99, wallMs: Math.round(performance.now() - started) }
}

function build(room: RoomDescription, rules: readonly Rule[]) {
  const clock = new ManualClock()
  const calendar: Calendar = {
    now: () => ({ date: '2026-11-21', minute: 720, weekday: 'sat' }),
    sun: () => ({ rise: 480, set: 930 }),
  }
  const commands = { count: 0 }
  const states = new Map<string, FixtureState>()
  const board = new FixtureBoard([room], (state) => {
    const was = states.get(state.id) ?? state
    states.set(state.id, state)
    engine.changed(was, state)
  })
  for (const state of board.all()) states.set(state.id, state)
  const ask = (planned: readonly PlannedWish[]) => {
    for (const { place, wish } of planned) {
      commands.count += 1
      const state = board.get(place)
      if (state !== null) board.put(pictureAtRest(pictureOfWish(state, wish, clock.now())))
    }
  }
  const precedence = new Precedence({
    clock,
    holdMs: 30_000,
    current: (place) => {
      const state = board.get(place)
      return state === null ? null : wholeWish(state)
    },
    ask,
  })
  const engine = new RuleEngine({
    rules,
    clock,
    calendar,
    ledger: new Ledger(),
    precedence,
    worldOf: () => ({ fixture: (fixture) => board.get({ room: room.id, fixture }), calendar }),
    planOf: () => (step) => planTargets(room.id, step.set, step.transition, board.all()),
    play: () => () => {},
    announce: () => {},
  })
  engine.start()
  return { board, clock, engine, commands }
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
