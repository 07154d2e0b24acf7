import { expect, test } from 'vitest'
import { fixtureId, roomId, sceneId } from '../contract/ids.ts'
import { Den, pendant } from './testing/den.ts'

const den = roomId.parse('den')
const journeyOf = (at: Den) => at.showroom.snapshot().journey
const stopsOf = (at: Den) =>
  journeyOf(at)?.stops.map(({ fixture, cast, leftAtMs, takenAtMs, toldAtMs }) => ({
    fixture,
    cast,
    left: leftAtMs - (journeyOf(at)?.askedAtMs ?? 0),
    taken: takenAtMs === null ? null : takenAtMs - leftAtMs,
    told: toldAtMs !== null,
  }))

test('a touch is followed to each lamp and back, by the moments at which it happened', async () => {
  const at = await Den.open()
  expect(journeyOf(at)).toBeNull()
  at.driver.setReporting(true)
  const askedAtMs = at.clock.now()
  at.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
  await at.clock.advance(120)
  expect(journeyOf(at)).toMatchObject({ number: 1, askedAtMs })
  expect(stopsOf(at)).toEqual([
    { fixture: 'pendant', cast: 'alone', left: 0, taken: 10, told: false },
    { fixture: 'strip', cast: 'alone', left: 0, taken: 10, told: false },
  ])
  await at.clock.advance(3000)
  expect(stopsOf(at)?.map(({ told }) => told)).toEqual([true, true])
})

test('a lamp that does not answer is still on its way', async () => {
  const at = await Den.open()
  at.driver.setPower(pendant, false)
  at.showroom.handle({ kind: 'switch', room: den, fixture: fixtureId.parse('pendant'), on: true })
  await at.clock.advance(1000)
  expect(stopsOf(at)).toMatchObject([{ fixture: 'pendant', taken: null, told: false }])
})

test('only the last touch is known, and not for long', async () => {
  const at = await Den.open()
  at.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
  await at.clock.advance(2000)
  at.showroom.handle({ kind: 'switch', room: den, fixture: fixtureId.parse('strip'), on: false })
  await at.clock.advance(1000)
  expect(journeyOf(at)?.number).toBe(2)
  expect(stopsOf(at)?.map(({ fixture }) => fixture)).toEqual(['strip'])
  // What happens without a touch is no part of it.
  at.driver.changeByItself(pendant, { on: false })
  await at.clock.advance(200)
  expect(stopsOf(at)).toHaveLength(1)
  await at.clock.advance(2 * 60_000)
  expect(journeyOf(at)).toBeNull()
})
