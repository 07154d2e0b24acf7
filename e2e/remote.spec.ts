import { expect, test } from './kiosk-test.ts'
import { chip, slider, tile } from './screen.ts'

test.beforeEach(async ({ page, lamps }) => {
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeGreaterThan(0.7)
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
})

test('a remote in the room switches its lamps, and the picture follows', async ({ page, lamps }) => {
  await lamps.press('sofa-remote', 'off')
  await expect.poll(async () => (await lamps.state('pendant')).on).toBe(false)
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'false')
  await lamps.press('sofa-remote', 'on')
  await expect.poll(async () => (await lamps.state('pendant')).on).toBe(true)
  await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
})

test('a key that is held dims the lamps until it is released, and the slider goes along', async ({
  page,
  lamps,
}) => {
  const shown = async () => Number(await slider(page, 'Pendant').inputValue()) / 100
  const lit = async () => (await lamps.state('pendant')).brightness ?? 1
  const before = await lit()
  await lamps.press('sofa-remote', 'off', 'hold')
  await expect.poll(lit).toBeLessThan(before - 0.15)
  await lamps.press('sofa-remote', 'off', 'release')
  await expect.poll(async () => Math.abs((await lit()) - (await shown()))).toBeLessThan(0.015)
  expect(await lit()).toBeGreaterThan(0)
  expect((await lamps.state('pendant')).on).toBe(true)
})
