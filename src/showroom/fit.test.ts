import { expect, test } from 'vitest'
import { fitOfRule, fitOfScene } from './fit.ts'
import { FixtureBoard } from './fixture-board.ts'
import { scene } from './scene.ts'
import { ruleOf, wardrobe } from './testing/wardrobe.ts'

const fixtures = (...bound: string[]) =>
  new FixtureBoard([wardrobe], () => {}).all().map((state) => ({
    ...state,
    reach: bound.includes(state.id) ? ('reachable' as const) : ('unbound' as const),
  }))

const words = { en: 't', sv: 't' }
const evening = scene.parse({
  version: 1,
  id: 'evening',
  room: 'wardrobe',
  title: words,
  story: words,
  icon: 'moon',
  fixtures: { light: { brightness: 1 }, mirror: { on: false } },
  needs: ['light'],
})

test('a scene is complete, reduced or none by the devices that are there', () => {
  expect(fitOfScene(evening, fixtures('light', 'mirror'))).toEqual({ fit: 'complete', missing: [] })
  expect(fitOfScene(evening, fixtures('light'))).toEqual({ fit: 'reduced', missing: ['mirror'] })
  expect(fitOfScene(evening, fixtures('mirror')).fit).toBe('none')
  expect(fitOfScene(evening, fixtures('fan')).fit).toBe('none')
})

test('a room without devices lives on the screen, where all is possible', () => {
  expect(fitOfScene(evening, fixtures()).fit).toBe('complete')
})

test('a rule needs something that starts it and something it sets', () => {
  const closet = ruleOf('closet', {
    when: [{ fixture: 'sensor', becomes: 'occupied' }],
    do: [{ set: { light: { brightness: 1 }, rack: { openness: 0 } } }],
  })
  expect(fitOfRule(closet, fixtures('sensor', 'light', 'rack')).fit).toBe('complete')
  expect(fitOfRule(closet, fixtures('sensor', 'light'))).toEqual({ fit: 'reduced', missing: ['rack'] })
  expect(fitOfRule(closet, fixtures('light', 'rack')).fit).toBe('none')
  expect(fitOfRule(closet, fixtures('sensor')).fit).toBe('none')
})
