import type { Page } from '@playwright/test'
import { expect, test } from '../kiosk-test.ts'
import { pictureIsShown } from '../picture.ts'

test.use({ picture: '3d' })
test.setTimeout(240_000)

const hour = (page: Page) => page.getByRole('slider', { name: 'Time of day outside the window' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** What the picture shows, as 40 by 40 means of its pixels, 0..255. */
async function seen(page: Page): Promise<number[]> {
  const png = await page.locator('canvas').screenshot()
  return page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const small = new OffscreenCanvas(40, 40).getContext('2d')
    small?.drawImage(image, 0, 0, 40, 40)
    return Array.from(small?.getImageData(0, 0, 40, 40).data ?? []).filter((_, i) => i % 4 !== 3)
  }, png.toString('base64'))
}

/** By how much two pictures differ, a mean of 0..255. */
function apart(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length
}

/** The picture once it stands still: it has faded in, and its light has arrived. */
async function still(page: Page): Promise<number[]> {
  let last = await seen(page)
  await expect
    .poll(
      async () => {
        const next = await seen(page)
        const change = apart(next, last)
        last = next
        return change
      },
      { timeout: 60_000, intervals: [2500] },
    )
    .toBeLessThan(0.3)
  return last
}

test.beforeEach(async ({ page }) => {
  await pictureIsShown(page)
})

test('the daylight slider brings night to the room, and noon', async ({ page }) => {
  const light = async () => {
    const now = await seen(page)
    return now.reduce((sum, value) => sum + value, 0) / now.length
  }
  await hour(page).press('End')
  await expect(hour(page)).toHaveAttribute('aria-valuetext', /^Night/)
  await expect.poll(light, { timeout: 60_000 }).toBeLessThan(150)
  const night = await seen(page)
  await hour(page).fill('12.5')
  await expect(hour(page)).toHaveAttribute('aria-valuetext', /^Noon/)
  await expect.poll(async () => apart(await seen(page), night), { timeout: 60_000 }).toBeGreaterThan(6)
})

test('buttons and keys turn the view and bring it closer, and home again', async ({ page }) => {
  const home = await still(page)
  const differs = async () => apart(await seen(page), home)
  for (const name of ['Look from the left', 'Come closer']) {
    await press(page, name)
    await expect.poll(differs, { timeout: 60_000 }).toBeGreaterThan(4)
    await press(page, 'Back to the start')
    await expect.poll(differs, { timeout: 60_000 }).toBeLessThan(2)
  }
  await page.getByRole('button', { name: 'Look from the right', exact: true }).press('ArrowRight')
  await expect.poll(differs, { timeout: 60_000 }).toBeGreaterThan(4)
  await page.keyboard.press('Home')
  await expect.poll(differs, { timeout: 60_000 }).toBeLessThan(2)
})
