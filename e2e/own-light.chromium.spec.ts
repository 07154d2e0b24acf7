import { expect, test } from './kiosk-test.ts'
import { chip, slider, tile } from './screen.ts'

test.beforeEach(async ({ page, lamps }) => {
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(1, 1)
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
})

test('several steps are taken back, one by one, to the lamps themselves', async ({ page, lamps }) => {
  const pendant = async () => (await lamps.state('pendant')).brightness
  await slider(page, 'Pendant').fill('60')
  await expect.poll(pendant).toBeCloseTo(0.6, 1)
  await slider(page, 'Pendant').fill('20')
  await expect.poll(pendant).toBeCloseTo(0.2, 1)
  await chip(page, 'Table lamp').click()
  await expect.poll(async () => (await lamps.state('table-lamp')).on).toBe(false)

  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  await expect.poll(async () => (await lamps.state('table-lamp')).on).toBe(true)
  await undo.click()
  await expect.poll(pendant).toBeCloseTo(0.6, 1)
  await undo.click()
  await expect.poll(pendant).toBeCloseTo(1, 1)
  await expect(tile(page, 'Bright day')).toHaveAttribute('aria-pressed', 'true')
})

test('before and after are compared for as long as a finger, or a key, holds', async ({ page, lamps }) => {
  const pendant = async () => (await lamps.state('pendant')).brightness
  await slider(page, 'Pendant').fill('20')
  await expect.poll(pendant).toBeCloseTo(0.2, 1)
  const compare = page.getByRole('button', { name: /Hold to see it as it was before$/ })
  await compare.hover()
  await page.mouse.down()
  await expect.poll(pendant).toBeCloseTo(1, 1)
  await page.mouse.up()
  await expect.poll(pendant).toBeCloseTo(0.2, 1)
  await compare.focus()
  await page.keyboard.down(' ')
  await expect.poll(pendant).toBeCloseTo(1, 1)
  await page.keyboard.up(' ')
  await expect.poll(pendant).toBeCloseTo(0.2, 1)
})

test('a light of one’s own is kept, and comes back with one touch', async ({ page, lamps }) => {
  await slider(page, 'Pendant').fill('33')
  await expect(slider(page, 'Pendant')).toHaveValue('33')
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(0.33, 1)
  await tile(page, 'Keep this light').click()
  await tile(page, 'Surprise me').click()
  await expect(tile(page, 'Your light')).toHaveAttribute('aria-pressed', 'false')
  await tile(page, 'Your light').click()
  await expect
    .poll(async () => Math.abs(((await lamps.state('pendant')).brightness ?? -1) - 0.33))
    .toBeLessThan(0.015)
  await expect(tile(page, 'Your light')).toHaveAttribute('aria-pressed', 'true')
})
