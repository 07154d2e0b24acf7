import type { Page } from '@playwright/test'
import { expect, test } from '../kiosk-test.ts'
import { giveGraphicsBack, loseGraphics, onPicture, pictureIsShown } from '../picture.ts'
import { tile } from '../screen.ts'

test.use({ picture: '3d' })
test.setTimeout(240_000)

const lost = "document.querySelector('canvas').getContext('webgl2').isContextLost()"

/** How much there is to see where the picture is: bytes of a lossless copy of it, few where it is one colour. */
async function detail(page: Page): Promise<number> {
  return (await page.locator('.stage').screenshot()).length
}

test('while the graphics are lost a photograph is shown; the picture comes back by itself, and a touch on it works', async ({
  page,
  lamps,
}) => {
  await pictureIsShown(page)
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await lamps.state('table-lamp')).brightness).toBeCloseTo(0.8, 1)
  const whole = await detail(page)
  await loseGraphics(page)
  await expect.poll(() => page.evaluate<boolean>(lost)).toBe(true)
  await expect(page.locator('canvas.shown')).toHaveCount(0)
  await expect(page.locator('.stage img.photograph').first()).toBeVisible()
  // The photograph fades in.
  await expect.poll(() => detail(page)).toBeGreaterThan(whole / 4)
  await giveGraphicsBack(page)
  await page.locator('canvas.shown').waitFor({ timeout: 60_000 })
  await expect(page.locator('.stage img.photograph')).toHaveCount(0)
  await expect.poll(() => detail(page), { timeout: 60_000 }).toBeGreaterThan(whole / 2)
  const { x, y } = await onPicture(page, 'table-lamp')
  await page.mouse.click(x, y)
  await expect.poll(async () => (await lamps.state('table-lamp')).on).toBe(false)
})
