import { expect, test } from 'vitest'
import type { FixtureState } from '../contract/fixture-state.ts'
import { fixtureId, roomId } from '../contract/ids.ts'
import { ManualClock } from './manual-clock.ts'
import { pictureOfWish } from './picture.ts'
import { scene } from './scene.ts'
import { ScenePlayer } from './scene-player.ts'

const words = (en: string) => ({ en, sv: en })
const head = { version: 1, room: 'den', title: words('t'), story: words('s'), icon: 'sun' }

const lamp = (id: string, colour: boolean, max = 6500): FixtureState => ({
  id: fixtureId.parse(id),
  room: roomId.parse('den'),
  name: words(id),
  reach: 'reachable',
  kind: 'light',
  ability: { kelvin: { min: 2200, max }, colour },
  on: false,
  brightness: 1,
  colour: { mode: 'kelvin', kelvin: 2700 },
  fade: null,
})

function play(body: object, forShopper = false, states = [lamp('strip', true), lamp('bulb', false, 4000)]) {
  const clock = new ManualClock()
  const told: string[] = []
  let fixtures = states
  const player = new ScenePlayer({
    scene: scene.parse({ ...head, ...body }),
    clock,
    forShopper,
    fixtures: () => fixtures,
    passed: () => {},
    want: (planned) => {
      for (const { place, wish } of planned) {
        fixtures = fixtures.map((state) =>
          state.id === place.fixture ? pictureOfWish(state, wish, 0) : state,
        )
        if (wish.kind !== 'light') continue
        const colour = wish.colour?.mode === 'kelvin' ? ` ${wish.colour.kelvin} K` : ''
        told.push(
          `${clock.now()} ${place.fixture} ${wish.on ? wish.brightness : 'off'}${colour} in ${wish.transitionMs}`,
        )
      }
    },
  })
  player.start()
  return { clock, told, player }
}

const sunrise = {
  id: 'sunrise',
  transition: '1s',
  shownIn: '20s',
  fixtures: { bulb: { brightness: 0.01, kelvin: 2200 } },
  moments: [
    { at: '1m', fixtures: { bulb: { brightness: 0.3, kelvin: 2700 } }, transition: '4m' },
    {
      at: '5m',
      fixtures: { bulb: { brightness: 1, kelvin: 4000 }, strip: { brightness: 0.5, kelvin: 5000 } },
      transition: '5m',
    },
  ],
}

test('moments come at their time', async () => {
  const { clock, told, player } = play(sunrise)
  await clock.advance(10 * 60_000)
  expect(told).toEqual([
    '0 bulb 0.01 2200 K in 1000',
    '60000 bulb 0.3 2700 K in 240000',
    '300000 strip 0.5 5000 K in 300000',
    '300000 bulb 1 4000 K in 300000',
  ])
  expect(player.isMoving()).toBe(false)
})

test('a shopper sees ten minutes in twenty seconds', async () => {
  const { clock, told } = play(sunrise, true)
  await clock.advance(20_000)
  expect(told).toEqual([
    '0 bulb 0.01 2200 K in 400',
    '2000 bulb 0.3 2700 K in 8000',
    '10000 strip 0.5 5000 K in 10000',
    '10000 bulb 1 4000 K in 10000',
  ])
})

test('interrupted, a scene leaves no lamp half way', async () => {
  const { clock, told, player } = play(sunrise)
  await clock.advance(120_000)
  expect(player.stop()).toMatchObject([
    { place: { fixture: 'bulb' }, wish: { brightness: 0.3, transitionMs: 1500 } },
  ])
  const before = told.length
  await clock.advance(600_000)
  expect(told.length).toBe(before)
})

test('colours wander from lamp to lamp, and stop with the scene', async () => {
  const two = [lamp('strip', true), lamp('spot', true)]
  const { clock, told, player } = play(
    {
      id: 'party',
      fixtures: {
        strip: { brightness: 0.5, colour: '#ff0000' },
        spot: { brightness: 0.5, colour: '#ff0000' },
      },
      palettes: [{ fixtures: ['strip', 'spot'], colours: ['#ff0000', '#00ff00', '#0000ff'], every: '4s' }],
    },
    false,
    two,
  )
  await clock.advance(1200 + 3 * 4000)
  expect(told.length).toBe(2 + 4 * 2)
  player.stop()
  await clock.advance(60_000)
  expect(told.length).toBe(2 + 4 * 2)
})

test('a lamp of whites takes the nearest one in a coloured scene, or does as it is told', () => {
  const colour = (otherwise?: string) =>
    play({
      id: 'blue',
      fixtures: { bulb: { brightness: 0.5, colour: '#3366ff', ...(otherwise ? { otherwise } : {}) } },
    }).told[0]
  expect(colour()).toBe('0 bulb 0.5 4000 K in 1200')
  expect(colour('brightness-only')).toBe('0 bulb 0.5 in 1200')
  expect(colour('off')).toBe('0 bulb off in 1200')
  expect(play({ id: 'amber', fixtures: { bulb: { brightness: 0.5, colour: '#ff7a18' } } }).told[0]).toBe(
    '0 bulb 0.5 2200 K in 1200',
  )
})

test('what one fixture takes its time for is its own', () => {
  const { told } = play({
    id: 'slow',
    fixtures: { bulb: { brightness: 0.5, transition: '1m' }, strip: { on: false } },
  })
  expect(told).toEqual(['0 strip off in 1200', '0 bulb 0.5 in 60000'])
})
