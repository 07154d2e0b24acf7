import { expect, test } from 'vitest'
import { fitOfRule, fitOfScene } from './fit.ts'
import { FixtureBoard } from './fixture-board.ts'
import { ruleOf, sceneOf, wardrobe } from './testing/wardrobe.ts'

const fixtures = (...bound: string[]) =>
  new FixtureBoard([wardrobe], () => {}).all().map((state) => ({
    ...state,
    reach: bound.includes(state.id) ? ('reachable' as const) : ('unbound' as const),
  }))
const without = (...devices: string[]) => devices.map((fixture) => ({ fixture, lacks: 'device' }))

const evening = sceneOf('evening', {
  fixtures: { light: { brightness: 1 }, mirror: { on: false } },
  needs: ['light'],
})
const fitOfEvening = (...bound: string[]) => fitOfScene(evening, [wardrobe], fixtures(...bound))

test('a scene is complete, reduced or none by the devices that are there', () => {
  expect(fitOfEvening('light', 'mirror')).toEqual({ fit: 'complete', missing: [] })
  expect(fitOfEvening('light')).toEqual({ fit: 'reduced', missing: without('mirror') })
  expect(fitOfEvening('mirror')).toEqual({ fit: 'none', missing: without('light') })
  expect(fitOfEvening('fan').fit).toBe('none')
})

test('a room without devices lives on the screen, where all is possible', () => {
  expect(fitOfEvening().fit).toBe('complete')
})

test('a lamp that cannot do what its place promises reduces the scenes that ask for it', () => {
  const plain = fixtures('light', 'mirror').map((state) =>
    state.kind === 'light' ? { ...state, ability: { kelvin: null, colour: false } } : state,
  )
  const fitOf = (body: object) => fitOfScene(sceneOf('evening', body), [wardrobe], plain)
  expect(fitOf({ fixtures: { light: { kelvin: 2400 }, mirror: { on: true } } })).toEqual({
    fit: 'reduced',
    missing: [{ fixture: 'light', lacks: 'kelvin' }],
  })
  const palettes = [{ fixtures: ['glow'], colours: ['#ff0000', '#00ff00'], every: '5s' }]
  const party = { fixtures: { light: { on: true }, mirror: { on: true } }, palettes }
  const glowing = (ability: boolean) =>
    fixtures('light', 'mirror', 'glow').map((state) =>
      state.id === 'glow' && state.kind === 'light'
        ? { ...state, ability: { ...state.ability, colour: ability } }
        : state,
    )
  expect(fitOfScene(sceneOf('evening', party), [wardrobe], glowing(true)).fit).toBe('complete')
  const lacksColour = [{ fixture: 'glow', lacks: 'colour' }]
  const white = glowing(false)
  expect(fitOfScene(sceneOf('evening', party), [wardrobe], white)).toEqual({
    fit: 'reduced',
    missing: lacksColour,
  })
  const needy = sceneOf('evening', { ...party, needs: ['glow'] })
  expect(fitOfScene(needy, [wardrobe], white)).toEqual({ fit: 'none', missing: lacksColour })
})

test('a colour on a place that was never promised any lacks nothing', () => {
  const blue = sceneOf('evening', { fixtures: { light: { colour: '#0000ff', otherwise: 'nearest-white' } } })
  expect(fitOfScene(blue, [wardrobe], fixtures('light'))).toEqual({ fit: 'complete', missing: [] })
})

test('a rule needs something that starts it and something it sets', () => {
  const closet = ruleOf('closet', {
    when: [{ fixture: 'sensor', becomes: 'occupied' }],
    do: [{ set: { light: { brightness: 1 }, rack: { openness: 0 } } }],
  })
  const content = { rooms: [wardrobe], scenes: [] }
  const fitOf = (...bound: string[]) => fitOfRule(closet, content, fixtures(...bound))
  expect(fitOf('sensor', 'light', 'rack')).toEqual({ fit: 'complete', missing: [] })
  expect(fitOf('sensor', 'light')).toEqual({ fit: 'reduced', missing: without('rack') })
  expect(fitOf('light', 'rack').fit).toBe('none')
  expect(fitOf('sensor').fit).toBe('none')
})

test('a rule that plays a scene needs what the scene sets, and what ends it', () => {
  const dress = ruleOf('dress', {
    when: [{ manual: true }],
    do: [{ play: 'evening' }],
    until: [{ fixture: 'sensor', becomes: 'clear' }],
  })
  const content = { rooms: [wardrobe], scenes: [evening] }
  expect(fitOfRule(dress, content, fixtures('light', 'mirror', 'sensor')).fit).toBe('complete')
  expect(fitOfRule(dress, content, fixtures('light', 'mirror'))).toEqual({
    fit: 'reduced',
    missing: without('sensor'),
  })
  expect(fitOfRule(dress, content, fixtures('fan')).fit).toBe('none')
})

test('a rule that looks at what has no device is reduced by it', () => {
  const welcome = ruleOf('welcome', {
    when: [{ fixture: 'sensor', becomes: 'occupied' }],
    if: { any: [{ not: { fixture: 'fan', is: 'on' } }, { sun: 'down' }] },
    do: [
      { set: { light: { brightness: 1 } } },
      { waitFor: { fixture: 'rack', is: 'closed' }, atMost: '20s' },
      { if: { fixture: 'mirror', is: 'on' }, do: [{ wait: '1s' }] },
    ],
  })
  const content = { rooms: [wardrobe], scenes: [] }
  const fitOf = (...bound: string[]) => fitOfRule(welcome, content, fixtures(...bound))
  expect(fitOf('sensor', 'light', 'rack', 'fan', 'mirror')).toEqual({ fit: 'complete', missing: [] })
  const { fit, missing } = fitOf('sensor', 'light')
  expect([fit, new Set(missing)]).toEqual(['reduced', new Set(without('rack', 'fan', 'mirror'))])
})
