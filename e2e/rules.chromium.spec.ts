import { expect, test } from './kiosk-test.ts'
import { chip, drag, enter, slider } from './screen.ts'

/** The rule holds on for 20 s when nobody is there any more, and blinds take their time. */
const patience = { timeout: 60_000 }
const others = ['wardrobe-light', 'rack', 'curtain'] as const

test.beforeEach(async ({ page }) => {
  await enter(page, 'Wardrobe')
})
test.afterEach(async ({ page, lamps }) => {
  await lamps.setOccupied('wardrobe-sensor', false)
  await enter(page, 'Living room')
})

test('walking into the wardrobe lights it, and later all is as before but for what the shopper changed', async ({
  page,
  lamps,
  shot,
}) => {
  // What a lamp that is off would be is its own affair.
  const states = () =>
    Promise.all(
      others.map(async (fixture) => {
        const { on, openness, brightness, kelvin } = await lamps.state(fixture)
        return on === true ? { on, brightness, kelvin } : { on, openness }
      }),
    )
  const before = await states()
  await lamps.setOccupied('wardrobe-sensor', true)
  await expect.poll(async () => (await lamps.state('wardrobe-light')).brightness).toBeCloseTo(0.85, 1)
  await expect.poll(async () => (await lamps.state('mirror-lamp')).brightness).toBeCloseTo(0.6, 1)
  for (const fixture of ['rack', 'curtain'])
    await expect.poll(async () => (await lamps.state(fixture)).openness, patience).toBeLessThan(0.02)
  await expect(chip(page, 'Clothes rack')).toContainText('Closed')
  await expect(chip(page, 'Wardrobe light')).toContainText('85')
  await shot('wardrobe-while-somebody-is-there')

  await drag(page, slider(page, 'Lantern'), 0.25)
  const share = Number(await slider(page, 'Lantern').inputValue()) / 100
  await expect
    .poll(async () => Math.abs(((await lamps.state('mirror-lamp')).brightness ?? -1) - share))
    .toBeLessThan(0.015)
  await lamps.setOccupied('wardrobe-sensor', false)
  await expect.poll(states, patience).toEqual(before)
  await expect(chip(page, 'Clothes rack')).not.toContainText('Closed')
  expect(Math.abs(((await lamps.state('mirror-lamp')).brightness ?? -1) - share)).toBeLessThan(0.015)
})
