import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { languages } from '../contract/words.ts'
import { adviceOn } from './advice/content-advice.ts'
import { readContent } from './content.ts'
import { keysOf } from './hints.ts'
import { offerOf } from './offer.ts'
import { rule } from './rules/rule.ts'
import { scene } from './scene.ts'
import { Stage } from './testing/stage.ts'

// Every example of docs/scene-format.md is read, and does what the page says of it.
const page = readFileSync(new URL('../../docs/scene-format.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, path = '', text = '']) => ({
    path,
    text,
  }),
)
const content = readContent(examples)

/** The page's examples speak two languages. */
const untold: readonly string[] = languages.filter((language) => language !== 'en' && language !== 'sv')

const second = 1000
const minute = 60 * second
const on = (brightness: number, kelvin?: number) => ({
  on: true,
  brightness,
  ...(kelvin === undefined ? {} : { colour: { mode: 'kelvin', kelvin } }),
})

/** What each example does on a stage, by its file. */
const plays: Readonly<Record<string, (stage: Stage) => void | Promise<void>>> = {
  'den/evening.yaml': (stage) => {
    stage.play('evening')
    expect(stage.state('pendant')).toMatchObject({ on: false })
    expect(stage.state('strip')).toMatchObject(on(0.4, 2400))
    expect(stage.state('globe')).toMatchObject({ brightness: 0.3, colour: { mode: 'xy' } })
    expect(stage.state('blind')).toMatchObject({ openness: 0 })
    expect(stage.state('player')).toMatchObject({ on: true })
    expect(stage.transitions.get('strip')).toBe(1200)
  },
  'den/slowly.yaml': (stage) => {
    stage.play('slowly')
    expect(Object.fromEntries(stage.transitions)).toEqual({ pendant: 4000, strip: 20_000, globe: 4000 })
  },
  'den/someone-rings.yaml': (stage) => {
    stage.change('pendant', { on: true, brightness: 0.7 })
    stage.play('someone-rings')
    expect(stage.state('pendant')).toMatchObject(on(0.7))
    expect(stage.state('strip')).toMatchObject(on(1))
  },
  'den/blue-hour.yaml': (stage) => {
    const white = { ability: { kelvin: { min: 2200, max: 4000 }, colour: false } }
    stage.change('globe', { ...white, colour: { mode: 'kelvin', kelvin: 2700 } })
    stage.change('strip', white)
    stage.play('blue-hour')
    expect(stage.state('pendant'), 'the coolest it has').toMatchObject(on(0.3, 4000))
    expect(stage.state('strip')).toMatchObject({ on: false })
    expect(stage.state('globe'), 'keeps its white').toMatchObject(on(0.5, 2700))
  },
  'den/sunrise.yaml': async (stage) => {
    stage.play('sunrise')
    expect(stage.state('pendant')).toMatchObject({ on: false })
    await stage.clock.advance(6 * second)
    expect(stage.state('strip')).toMatchObject(on(0.4, 2400))
    expect(stage.state('blind')).toMatchObject({ openness: 0.5 })
    expect(stage.transitions.get('strip'), '3 min at thirty times the speed').toBe(6 * second)
    await stage.clock.advance(14 * second)
    expect(stage.state('pendant')).toMatchObject(on(0.6, 3500))
    expect(stage.isMoving()).toBe(false)
  },
  'den/lagoon.yaml': async (stage) => {
    stage.play('lagoon')
    await stage.clock.advance(1200)
    const colours = new Set<string>()
    for (let step = 0; step < 3; step++) {
      const [strip, globe] = [stage.state('strip'), stage.state('globe')]
      expect(strip.kind === 'light' && strip.colour).not.toEqual(globe.kind === 'light' && globe.colour)
      colours.add(JSON.stringify(strip.kind === 'light' && strip.colour))
      expect(stage.transitions.get('strip')).toBe(10 * second)
      expect(stage.state('strip')).toMatchObject(on(0.8))
      await stage.clock.advance(10 * second)
    }
    expect(colours.size).toBe(3)
  },
  'den/siesta.yaml': (stage) => {
    expect(content.scenes.find(({ id }) => id === 'siesta')).toMatchObject({
      hour: 13 * 60 + 30,
      needs: ['blind'],
      products: ['roller-blind'],
    })
    stage.play('siesta')
    expect(stage.state('blind')).toMatchObject({ openness: 0 })
    const bound = (...names: string[]) =>
      stage.board.all().map((state) => ({
        ...state,
        reach: names.includes(state.id) ? ('reachable' as const) : ('unbound' as const),
      }))
    const offered = (...names: string[]) =>
      offerOf(content, bound(...names), []).scenes.find(({ id }) => id === 'siesta')?.fit
    expect([offered('blind', 'globe'), offered('pendant', 'globe')]).toEqual(['reduced', 'none'])
  },
  'den/rules/closet.yaml': async (stage) => {
    stage.change('sensor', { occupied: true })
    expect(stage.state('pendant')).toMatchObject(on(0.9))
    expect(stage.state('blind')).toMatchObject({ openness: 0 })
    stage.change('sensor', { occupied: false })
    await stage.clock.advance(19 * second)
    expect(stage.state('pendant')).toMatchObject(on(0.9))
    await stage.clock.advance(2 * second)
    expect(stage.state('pendant')).toMatchObject({ on: false })
    expect(stage.state('blind')).toMatchObject({ openness: 1 })
    // … or after five minutes, whoever is there.
    stage.change('sensor', { occupied: true })
    await stage.clock.advance(5 * minute - 1)
    expect(stage.state('pendant')).toMatchObject(on(0.9))
    await stage.clock.advance(1)
    expect(stage.state('pendant')).toMatchObject({ on: false })
  },
  'den/rules/knock-knock.yaml': async (stage) => {
    await stage.press('button', 'on', 'on')
    await stage.clock.advance(2 * second)
    await stage.press('button', 'off')
    expect(stage.told, 'too late').toEqual([])
    await stage.press('button', 'on', 'on', 'off')
    expect(stage.told).toEqual(['knock-knock started', 'knock-knock ended'])
    expect(stage.state('strip'), 'stays').toMatchObject(on(1))
    stage.byHand('knock-knock')
    expect(stage.told).toHaveLength(4)
  },
  'den/rules/dusk.yaml': async (stage) => {
    await stage.becomes(15 * 60 + 14)
    expect(stage.told).toEqual([])
    await stage.becomes(15 * 60 + 15)
    expect(stage.state('globe')).toMatchObject(on(0.5, 2400))
    expect(stage.transitions.get('globe')).toBe(10 * second)
    await stage.becomes(22 * 60)
    expect(stage.state('globe')).toMatchObject({ on: false })
    expect(stage.state('blind')).toMatchObject({ openness: 1 })
  },
  'den/rules/night-light.yaml': async (stage) => {
    const walkBy = async () => {
      stage.change('sensor', { occupied: true })
      const lit = stage.state('strip')
      stage.change('sensor', { occupied: false })
      await stage.clock.advance(minute)
      return lit.kind === 'light' && lit.on
    }
    expect(await walkBy(), 'at noon').toBe(false)
    await stage.becomes(23 * 60)
    expect(await walkBy(), 'on a friday at eleven').toBe(true)
    stage.change('pendant', { on: true })
    expect(await walkBy(), 'with light enough').toBe(false)
  },
  'den/rules/show-time.yaml': async (stage) => {
    stage.change('pendant', { on: true })
    stage.change('player', { on: true })
    stage.change('door', { open: true })
    stage.byHand('show-time')
    await stage.clock.advance(59 * second)
    expect(stage.state('pendant'), 'waits for the door').toMatchObject({ on: true })
    stage.change('door', { open: false })
    expect(stage.state('pendant')).toMatchObject({ on: false })
    await stage.clock.advance(2 * second)
    expect(stage.state('player')).toMatchObject({ on: false })
    expect(stage.state('globe'), 'not the other branch').toMatchObject({ on: false })
    await stage.clock.advance(second)
    expect(stage.state('strip')).toMatchObject(on(0.2))
    stage.change('door', { open: true })
    stage.change('pendant', { on: true })
    stage.byHand('show-time')
    await stage.clock.advance(2 * minute)
    expect(stage.state('pendant'), 'the door stayed open').toMatchObject({ on: true })
  },
  'den/rules/left-open.yaml': async (stage) => {
    const open = async (isOpen: boolean, thenMs: number) => {
      stage.change('door', { open: isOpen })
      await stage.clock.advance(thenMs)
    }
    await open(true, 9 * second)
    await open(false, minute)
    expect(stage.told, 'somebody walked through').toEqual([])
    stage.change('sensor', { occupied: true })
    await open(true, 29 * second)
    expect(stage.state('strip'), 'waits for whoever is there').toMatchObject({ on: false })
    await stage.clock.advance(second)
    expect(stage.state('strip'), 'goes on all the same').toMatchObject(on(0.6))
    await open(false, second)
    expect(stage.state('strip')).toMatchObject({ on: false })
    stage.change('sensor', { occupied: false })
    await open(true, 10 * second)
    expect(stage.state('strip'), 'nobody to wait for').toMatchObject(on(0.6))
    await stage.press('button', 'off')
    expect(stage.state('strip')).toMatchObject({ on: false })
  },
  'den/rules/first-light.yaml': async (stage) => {
    stage.change('blind', { openness: 0 })
    await stage.becomes(8 * 60 + 19)
    expect(stage.state('blind')).toMatchObject({ openness: 0 })
    await stage.becomes(8 * 60 + 20)
    expect(stage.state('blind')).toMatchObject({ openness: 1 })
    expect(stage.told, 'what it set stays').toEqual(['first-light started', 'first-light ended'])
  },
  'den/rules/alarm-clock.yaml': async (stage) => {
    await stage.becomes(6 * 60 + 30)
    expect(stage.told).toEqual(['alarm-clock started'])
    await stage.clock.advance(2 * minute)
    expect(stage.state('strip')).toMatchObject(on(0.05))
    await stage.clock.advance(minute)
    expect(stage.state('strip'), 'in its own time').toMatchObject(on(0.4, 2400))
    await stage.clock.advance(30 * minute)
    expect(stage.told).toEqual(['alarm-clock started', 'alarm-clock ended'])
    expect(stage.state('pendant'), 'stays').toMatchObject(on(0.6, 3500))
    await stage.becomes(6 * 60 + 30, { weekday: 'mon', date: '2026-11-23' })
    const asked = stage.asked.length
    expect(stage.told).toHaveLength(3)
    await stage.becomes(6 * 60 + 30, { weekday: 'tue', date: '2026-11-24' })
    expect([stage.told.length, stage.asked.length], 'single: it goes on as it is').toEqual([3, asked])
    await stage.clock.advance(30 * minute)
    stage.wall = { ...stage.wall, weekday: 'sun', date: '2026-11-29' }
    await stage.becomes(6 * 60 + 30)
    expect(stage.told, 'not on a sunday').toHaveLength(4)
  },
}

test('the page has good files only, and nothing in them is odd', () => {
  expect(content.problems).toEqual([])
  expect(adviceOn(content)).toEqual([])
})

test('every example on the page is played', () => {
  const files = examples.map(({ path }) => path).filter((path) => path.startsWith('den/'))
  expect(files.toSorted()).toEqual(Object.keys(plays).toSorted())
})

test.each([
  ['scene', scene, /^den\/[^/]+\.yaml$/],
  ['rule', rule, /^den\/rules\//],
] as const)('every word that a %s may hold stands in an example', (_, schema, path) => {
  const used = new Set<string>()
  const note = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      used.add(key)
      note(inner)
    }
  }
  for (const { text } of examples.filter((example) => path.test(example.path))) note(parse(text))
  expect([...keysOf(schema)].filter((key) => !used.has(key) && !untold.includes(key))).toEqual([])
})

test.each(Object.entries(plays))('%s does what the page says', async (path, play) => {
  const own = content.rules.filter(({ id }) => path.endsWith(`/rules/${id}.yaml`))
  await play(new Stage({ rooms: content.rooms, scenes: content.scenes, rules: own }))
})
