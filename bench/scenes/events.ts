import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { type RoomDescription, roomDescription } from '../../src/showroom/room.ts'
import { type Rule, rule } from '../../src/showroom/rules/rule.ts'
import { seeded } from '../../src/showroom/testing/seeded.ts'
import { Stage } from '../../src/showroom/testing/stage.ts'
import { rounded, timesOf } from './times.ts'

const ruleCount = 1000
const lamps = 150
const sensors = 40
const remotes = 10
const eventCount = 12_000
const warmUp = 2000
const visitCount = 5

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

/**
 * Motion and presses at random in a hall of 200 fixtures and 1,000 rules: how many a second, and how long each takes.
 * The same visit is played several times, and each event's quickest time counts: what else the machine was busy with
 * is no part of it. `wall p99` is over all of them.
 */
export async function measureEvents() {
  const room = largeRoom()
  const rules = manyRules(seeded(7))
  const started = performance.now()
  const visits: Visit[] = []
  for (let visit = 0; visit < visitCount; visit++) visits.push(await playVisit(room, rules))
  const [first] = visits
  if (first === undefined) throw new Error('No visit was played.')
  const quickest = first.times.map((_, event) => Math.min(...visits.map(({ times }) => times[event] ?? 0)))
  const spread = timesOf(quickest)
  const sumMs = quickest.reduce((sum, time) => sum + time, 0)
  const row = {
    rules: ruleCount,
    fixtures: room.fixtures.length,
    events: quickest.length,
    'events/s': Math.round(quickest.length / (sumMs / 1000)),
    commands: first.commands,
    ...spread,
    'wall p99': timesOf(visits.flatMap(({ times }) => times)).p99,
    unit: 'ms',
    'heap MB': rounded(first.heapMb),
    'heap after MB': rounded(first.heapAfterMb),
  }
  return { rows: [row], reactionP99Ms: spread.p99, wallMs: Math.round(performance.now() - started) }
}

interface Visit {
  /** Of each event after the engine has warmed up, in milliseconds. */
  readonly times: readonly number[]
  readonly commands: number
  readonly heapMb: number
  readonly heapAfterMb: number
}

async function playVisit(room: RoomDescription, rules: readonly Rule[]): Promise<Visit> {
  const random = seeded(11)
  const heapBefore = heap()
  const stage = new Stage({ rooms: [room], scenes: [], rules })
  const heapReady = heap()
  const times: number[] = []
  let commands = 0
  for (let event = 0; event < eventCount; event++) {
    const isPress = random() < 0.1
    const id = isPress
      ? `remote-${Math.floor(random() * remotes)}`
      : `motion-${Math.floor(random() * sensors)}`
    const news = newsOf(stage.state(id), event)
    const before = performance.now()
    stage.board.put(news)
    const took = performance.now() - before
    if (event >= warmUp) times.push(took)
    if (event % 10 === 9) await stage.clock.advance(1000)
    commands += stage.asked.length
    stage.asked.length = 0
    stage.told.length = 0
  }
  stage.director.stop()
  return { times, commands, heapMb: heapReady - heapBefore, heapAfterMb: heap() - heapBefore }
}

/** The sensor notices, or notices nobody any more; a remote is pressed. */
function newsOf(state: FixtureState, atMs: number): FixtureState {
  if (state.kind === 'motion') return { ...state, occupied: !state.occupied }
  return state.kind === 'remote' ? { ...state, lastPress: { button: 'on', atMs } } : state
}

/** In MB, after everything that nobody needs is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1e6
}
