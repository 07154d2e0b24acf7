import { expect, test } from './kiosk-test.ts'
import { chip, drag, enter, slider, tile } from './screen.ts'

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
  // What an earlier visit's end still moves comes to rest first.
  for (const fixture of ['rack', 'curtain'])
    await expect.poll(async () => (await lamps.state(fixture)).moving, patience).toBe(false)
  const before = await states()
  await expect(chip(page, 'Clothes rack')).toContainText(/Up|Down|up/)
  const rackBefore = await chip(page, 'Clothes rack').textContent()
  await lamps.setOccupied('wardrobe-sensor', true)
  await expect.poll(async () => (await lamps.state('wardrobe-light')).brightness).toBeCloseTo(0.85, 1)
  await expect.poll(async () => (await lamps.state('mirror-lamp')).brightness).toBeCloseTo(0.6, 1)
  for (const fixture of ['rack', 'curtain'])
    await expect.poll(async () => (await lamps.state(fixture)).openness, patience).toBeLessThan(0.02)
  await expect(chip(page, 'Clothes rack')).toContainText('Down')
  await expect(chip(page, 'Wardrobe light')).toContainText('85')
  await shot('wardrobe-while-somebody-is-there')

  // What the rule used is told: what, of which sensor, when, why and what for, where it went and how long it is kept.
  await page.getByRole('button', { name: 'Where does my data go?' }).click()
  const facts = page.getByTestId('facts')
  await expect(facts.getByRole('listitem')).toHaveCount(1)
  await expect(facts).toContainText('Motion sensor: someone is here')
  await expect(facts).toContainText(
    'Whether someone is in the wardrobe, for as long as they are, and nothing of who.',
  )
  await expect(facts).toContainText(/started “Walk into the wardrobe” · .*ago/)
  await expect(facts).toContainText('goes nowhere else, and is forgotten after ten minutes')
  await shot('journey-with-facts')
  await page.getByRole('button', { name: 'Back to the room' }).click()

  await drag(page, slider(page, 'Lantern'), 0.25)
  const share = Number(await slider(page, 'Lantern').inputValue()) / 100
  await expect
    .poll(async () => Math.abs(((await lamps.state('mirror-lamp')).brightness ?? -1) - share))
    .toBeLessThan(0.015)
  await lamps.setOccupied('wardrobe-sensor', false)
  await expect.poll(states, patience).toEqual(before)
  await expect.poll(() => chip(page, 'Clothes rack').textContent(), patience).toBe(rackBefore)
  expect(Math.abs(((await lamps.state('mirror-lamp')).brightness ?? -1) - share)).toBeLessThan(0.015)
})

test('a rule that follows the sun is played by a touch, since no sensor stands for it', async ({
  page,
  lamps,
  shot,
}) => {
  await enter(page, 'Living room')
  await tile(page, 'Bright day').click()
  const blind = async () => (await lamps.state('window-blind')).openness
  await expect.poll(blind, patience).toBeGreaterThan(0.9)
  await page.getByRole('button', { name: 'Play: With the sun' }).click()
  await expect(page.locator('[data-rule="with-the-sun"]')).toContainText('On now')
  await expect.poll(blind, patience).toBeLessThan(0.9)
  await shot('rule-with-the-sun')
  await page.getByRole('button', { name: 'End: With the sun' }).click()
  await expect(page.locator('[data-rule="with-the-sun"]')).toContainText('See it now')
  await expect.poll(blind, patience).toBeGreaterThan(0.9)
  await page.getByRole('button', { name: 'Play: With the sun' }).click()
  await expect.poll(blind, patience).toBeLessThan(0.9)
  await tile(page, 'Bright day').click()
  await expect(page.locator('[data-rule="with-the-sun"]')).toContainText('See it now')
  await expect.poll(blind, patience).toBeGreaterThan(0.9)
})
