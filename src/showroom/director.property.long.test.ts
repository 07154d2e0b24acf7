import { expect, test } from 'vitest'
import { roomId, ruleId, sceneId } from '../contract/ids.ts'
import { seeded } from './testing/seeded.ts'
import { Stage } from './testing/stage.ts'
import { ruleOf, sceneOf, wardrobe, wardrobeWith } from './testing/wardrobe.ts'
import { type FixtureWish, wholeWish } from './wish.ts'

const sensor = (becomes: string, heldFor = '0s') => ({ fixture: 'sensor', becomes, heldFor })

/** Rules that all give back what they covered, over the same fixtures, each with a way of its own to end. */
const rules = [
  ruleOf('walk-in', {
    when: [sensor('occupied'), { manual: true }],
    do: [
      { set: { light: { brightness: 0.8 }, rack: { openness: 0 } } },
      { wait: '25s' },
      { set: { mirror: { brightness: 0.6 }, light: { brightness: 0.7 } } },
    ],
    until: [sensor('clear', '10s'), { after: '3m' }],
  }),
  ruleOf('mirror', {
    when: [{ button: 'button', pressed: 'on' }],
    do: [{ set: { mirror: { brightness: 1 }, fan: { on: true } } }],
    until: [{ button: 'button', pressed: 'off' }, { after: '50s' }],
    mode: 'single',
  }),
  ruleOf('glow', {
    when: [{ fixture: 'fan', becomes: 'on', heldFor: '5s' }, { manual: true }],
    do: [
      {
        together: [
          [{ set: { glow: { colour: '#ff8800' } } }],
          [{ wait: '8s' }, { set: { light: { on: false } } }],
        ],
      },
    ],
    until: [{ after: '40s' }],
  }),
  ruleOf('patient', {
    when: [sensor('occupied', '4s')],
    do: [{ waitFor: { fixture: 'fan', is: 'on' }, atMost: '20s', otherwise: 'stop' }, { play: 'calm' }],
    until: [sensor('clear'), { after: '90s' }],
  }),
]
const scenes = [
  sceneOf('calm', {
    fixtures: {
      light: { brightness: 0.1 },
      mirror: { on: false },
      glow: { brightness: 0.4, colour: '#3366ff' },
    },
  }),
  sceneOf('dress', { fixtures: { light: { brightness: 0.9 }, rack: { openness: 0.5 }, fan: { on: false } } }),
]
const settable = wardrobe.fixtures.map(({ id }) => id).filter((id) => id !== 'sensor' && id !== 'button')

interface Deed {
  readonly name: string
  readonly thenMs: number
  readonly do: (stage: Stage) => unknown
}

/** What a visit is made of; the same number gives the same visit. People say all of a lamp that rules change of it. */
function deedsOf(seed: number): Deed[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0]
  const wishFor = (fixture: string): FixtureWish => {
    if (fixture === 'rack') return { kind: 'blind', openness: Math.round(random() * 100) / 100 }
    if (fixture === 'fan') return { kind: 'plug', on: random() < 0.5 }
    const brightness = Math.round(random() * 100) / 100
    const colour = { mode: 'xy', x: Math.round(random() * 40) / 100, y: 0.3 } as const
    const lamp = { kind: 'light', on: random() < 0.7, brightness, transitionMs: 400 } as const
    return fixture === 'glow' ? { ...lamp, colour } : lamp
  }
  return Array.from({ length: 30 }, (): Deed => {
    const thenMs = random() < 0.3 ? random() * 500 : random() * 40_000
    const kind = pick(['touch', 'touch', 'motion', 'motion', 'press', 'by-hand', 'scene', 'storm', 'hand'])
    const fixture = settable[Math.floor(random() * settable.length)] ?? 'light'
    const occupied = random() < 0.5
    const wish = wishFor(fixture)
    const id = kind === 'scene' ? pick(['calm', 'dress']) : pick(['walk-in', 'glow'])
    const button = pick(['on', 'on', 'off'] as const)
    const deeds: Readonly<Record<string, (stage: Stage) => unknown>> = {
      touch: (stage) => stage.touch(fixture, wish),
      motion: (stage) => stage.change('sensor', { occupied }),
      press: (stage) => stage.press('button', button),
      'by-hand': (stage) => stage.byHand(id),
      scene: (stage) => stage.play(id),
      storm: (stage) => {
        for (let time = 0; time < 12; time++) stage.change('sensor', { occupied: time % 2 === 0 })
      },
      hand: (stage) => stage.byOtherHand(fixture, wish),
    }
    return { name: `${kind} ${fixture} ${id}`, thenMs, do: deeds[kind] ?? (() => {}) }
  })
}

/** What a fixture is, as far as a wish can say it. */
const made = (stage: Stage, fixture: string) => {
  const wish = wholeWish(stage.state(fixture))
  return wish?.kind === 'light' && !wish.on ? { on: false } : { ...wish, transitionMs: 0 }
}
const all = (stage: Stage) => Object.fromEntries(settable.map((fixture) => [fixture, made(stage, fixture)]))

async function visit(
  seed: number,
  stage = wardrobeWith(rules, scenes),
): Promise<{ stage: Stage; people: Stage }> {
  // The same people without any rule: what they made is what has to be there in the end.
  const people = wardrobeWith([], scenes)
  for (const deed of deedsOf(seed)) {
    await deed.do(stage)
    await deed.do(people)
    await stage.clock.advance(deed.thenMs)
    await people.clock.advance(deed.thenMs)
  }
  for (const one of [stage, people]) {
    one.change('sensor', { occupied: false })
    await one.clock.advance(10 * 60_000)
  }
  return { stage, people }
}

test.each(Array.from({ length: 150 }, (_, index) => index + 1))(
  'after visit %i, once all is quiet, every fixture is as people left it',
  async (seed) => {
    const { stage, people } = await visit(seed)
    expect(stage.director.running()).toEqual([])
    expect(all(stage)).toEqual(all(people))
  },
)

test('what happens in a room is nothing to its twin', async () => {
  const room = roomId.parse('twin')
  const content = {
    rooms: [wardrobe, { ...wardrobe, id: room }],
    scenes: [...scenes, ...scenes.map((scene) => ({ ...scene, room, id: sceneId.parse(`${scene.id}-too`) }))],
    rules: [...rules, ...rules.map((rule) => ({ ...rule, room, id: ruleId.parse(`${rule.id}-too`) }))],
  }
  for (let seed = 1; seed <= 10; seed++) {
    const { stage } = await visit(seed, new Stage(content))
    expect(stage.asked.filter(({ place }) => place.room === room)).toEqual([])
    expect(stage.asked).toEqual((await visit(seed)).stage.asked)
  }
})

test('the same visit gives the same commands, byte for byte', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const [one, other] = [(await visit(seed)).stage, (await visit(seed)).stage]
    expect(one.asked.length).toBeGreaterThan(0)
    expect(JSON.stringify(one.asked)).toBe(JSON.stringify(other.asked))
    expect(one.told).toEqual(other.told)
    expect(one.ledger.all()).toEqual(other.ledger.all())
  }
})
