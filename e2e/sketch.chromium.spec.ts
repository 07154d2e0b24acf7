import { expect, test } from './kiosk-test.ts'
import { chip, enter, slider, tile } from './screen.ts'

// In Chromium only: Electron's page gets its photographs past what a test can keep from it.
test('a photograph is not stretched to light that it cannot show: then the room’s light itself is drawn', async ({
  page,
  lamps,
}) => {
  const sketch = page.locator('.stage .sketch')
  await tile(page, 'Good night').click()
  await expect(page.locator('.stage img.photograph').first()).toHaveAttribute('src', /good-night/)
  await expect(sketch).toHaveCount(0)
  for (const lamp of ['Pendant', 'Floor lamp', 'Reading spot']) await slider(page, lamp).fill('100')
  await expect.poll(async () => (await lamps.state('reading-spot')).on).toBe(true)
  await expect(sketch).toBeVisible()
  await expect(page.locator('.stage .photographs')).toHaveCSS('opacity', '0')
  await tile(page, 'Bright day').click()
  await expect(page.locator('.stage img.photograph').first()).toHaveAttribute('src', /bright-day/)
  await expect(sketch).toHaveCount(0)
})

test('a room without photographs is a sketch of its light, with a pool for each lamp that follows it', async ({
  page,
}) => {
  const photographs = '**/photographs/**'
  await page.route(photographs, (route) => route.abort())
  await tile(page, 'Good morning').click()
  await enter(page, 'Wardrobe')
  await enter(page, 'Living room')
  const pool = page.locator('.stage .pool[data-lamp="pendant"]')
  const strength = () => pool.evaluate((element) => Number(getComputedStyle(element).opacity))
  await expect(page.locator('.stage .pool')).toHaveCount(12)
  await slider(page, 'Pendant').fill('90')
  await expect.poll(strength).toBeGreaterThan(0.8)
  await chip(page, 'Pendant').click()
  await expect.poll(strength).toBeLessThan(0.05)
  await page.unroute(photographs)
})
