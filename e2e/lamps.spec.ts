import { expect, test } from './kiosk-test.ts'
import { chip, drag, slider, tile } from './screen.ts'

test.beforeEach(async ({ page, lamps }) => {
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await lamps.state('pendant')).on).toBe(true)
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
  // A drag begins where the lamp stands, not where it stood before the scene had come to it.
  await expect(slider(page, 'Floor lamp')).toHaveValue('90')
})

test('a finger on the slider dims the lamp to where it lets go', async ({ page, lamps }) => {
  const floorLamp = slider(page, 'Floor lamp')
  await drag(page, floorLamp, 0.35)
  const share = Number(await floorLamp.inputValue()) / 100
  expect(share).toBeGreaterThan(0.25)
  expect(share).toBeLessThan(0.45)
  await expect.poll(async () => (await lamps.state('floor-lamp')).brightness).toBeCloseTo(share, 1)
  await expect
    .poll(async () => Math.abs(((await lamps.state('floor-lamp')).brightness ?? -1) - share))
    .toBeLessThan(0.015)
})

test('a touch on a lamp switches it off, and on again', async ({ page, lamps }) => {
  await chip(page, 'Pendant').click()
  await expect.poll(async () => (await lamps.state('pendant')).on).toBe(false)
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'false')
  await chip(page, 'Pendant').click()
  await expect.poll(async () => (await lamps.state('pendant')).on).toBe(true)
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
})

test('a lamp without power never shows lit', async ({ page, lamps }) => {
  const pendant = chip(page, 'Pendant')
  await lamps.setPower('pendant', false)
  try {
    await tile(page, 'Good morning').click()
    await expect(pendant).toHaveAttribute('aria-pressed', 'false')
    await expect(pendant).toContainText('Taking a break')
    await page.evaluate(countLit, 'status-pendant')
    // Once it is known to be dark no touch lights it, not for a moment.
    await pendant.click()
    await tile(page, 'Bright day').click()
    await expect.poll(async () => (await lamps.state('table-lamp')).brightness).toBeCloseTo(0.8, 1)
    expect(await page.evaluate(() => Reflect.get(window, 'timesLit'))).toBe(0)
    await expect(pendant).toContainText('Taking a break')
  } finally {
    await lamps.setPower('pendant', true)
  }
  await expect(pendant).not.toContainText('Taking a break', { timeout: 45_000 })
})

/** Runs in the page: counts how often the chip with this status becomes lit. */
function countLit(statusId: string): void {
  const button = document.getElementById(statusId)?.closest('button')
  if (button === null || button === undefined) throw new Error('there is no such chip')
  let timesLit = 0
  Reflect.set(window, 'timesLit', timesLit)
  new MutationObserver(() => {
    if (button.getAttribute('aria-pressed') === 'true') timesLit += 1
    Reflect.set(window, 'timesLit', timesLit)
  }).observe(button, { attributes: true, attributeFilter: ['aria-pressed'] })
}
