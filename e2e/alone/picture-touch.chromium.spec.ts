import type { CDPSession } from '@playwright/test'
import { expect, test } from '../kiosk-test.ts'
import { onPicture, pictureIsShown } from '../picture.ts'
import { chip, tile } from '../screen.ts'

// In Chromium only: several fingers at once need its own protocol, and the page is the same in Electron.
test.use({ picture: '3d' })
test.setTimeout(240_000)

interface Finger {
  readonly id: number
  readonly x: number
  readonly y: number
}

async function fingers(page: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: Finger[]) {
  await page.send('Input.dispatchTouchEvent', { type, touchPoints: points })
}

test.beforeEach(async ({ page, lamps }) => {
  await pictureIsShown(page)
  await tile(page, 'Bright day').click()
  for (const lamp of ['table-lamp', 'floor-lamp', 'pendant'])
    await expect.poll(async () => (await lamps.state(lamp)).brightness).toBeGreaterThan(0.75)
  await expect(tile(page, 'Bright day')).toHaveAttribute('aria-pressed', 'true')
})

test('a tap on a lamp in the picture switches it off, and on again', async ({ page, lamps }) => {
  const { x, y } = await onPicture(page, 'table-lamp')
  await page.mouse.click(x, y)
  await expect.poll(async () => (await lamps.state('table-lamp')).on).toBe(false)
  // A tap changes what is seen, and the screen hears of it a moment after the lamp.
  await expect(chip(page, 'Table lamp')).toHaveAttribute('aria-pressed', 'false')
  await page.mouse.click(x, y)
  await expect.poll(async () => (await lamps.state('table-lamp')).on).toBe(true)
})

test('a drag down on a lamp dims it, never off, with its level in a ring', async ({ page, lamps }) => {
  const { x, y } = await onPicture(page, 'pendant')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 60)
  await page.mouse.move(x, y + 260, { steps: 5 })
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeLessThan(0.7)
  await page.mouse.move(x, y + 1200, { steps: 5 })
  await expect(page.locator('.stage').getByText('1%', { exact: true })).toBeVisible()
  await page.mouse.up()
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeLessThan(0.02)
  expect((await lamps.state('pendant')).on).toBe(true)
  await expect(page.locator('.stage').getByText('1%', { exact: true })).toHaveCount(0)
})

test('a button on the chip opens the dial too, and a touch beside it closes it', async ({ page }) => {
  await page.getByRole('button', { name: 'Choose the light of: Pendant' }).click()
  const dial = page.getByRole('dialog', { name: 'Light of: Pendant' })
  await expect(dial).toBeVisible()
  await page.mouse.click(20, 400)
  await expect(dial).toBeHidden()
})

test('two fingers dim two lamps, each its own', async ({ page, lamps }) => {
  const [left, right] = [await onPicture(page, 'table-lamp'), await onPicture(page, 'floor-lamp')]
  const screen = await page.context().newCDPSession(page)
  const at = (down: number): Finger[] => [
    { id: 1, x: left.x, y: left.y + down },
    { id: 2, x: right.x, y: right.y + down / 2 },
  ]
  await fingers(screen, 'touchStart', at(0).slice(0, 1))
  await fingers(screen, 'touchStart', at(0))
  for (const down of [80, 120, 160, 200, 240]) await fingers(screen, 'touchMove', at(down))
  await fingers(screen, 'touchEnd', [])
  await expect.poll(async () => (await lamps.state('table-lamp')).brightness).toBeLessThan(0.6)
  await expect.poll(async () => (await lamps.state('floor-lamp')).brightness).toBeLessThan(0.8)
  const [low, high] = [await lamps.state('table-lamp'), await lamps.state('floor-lamp')]
  expect(low.brightness).toBeLessThan(high.brightness ?? 0)
  expect(low.on).toBe(true)
})

test('a touch that the system takes away taps nothing, and the next one works', async ({ page, lamps }) => {
  const { x, y } = await onPicture(page, 'table-lamp')
  const screen = await page.context().newCDPSession(page)
  await fingers(screen, 'touchStart', [{ id: 1, x, y }])
  await screen.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] })
  await fingers(screen, 'touchStart', [{ id: 2, x, y }])
  await fingers(screen, 'touchEnd', [])
  await expect.poll(async () => (await lamps.state('table-lamp')).on).toBe(false)
})

test('a long press opens the dial, which colours the lamp by keys and closes with Escape', async ({
  page,
  lamps,
}) => {
  const { x, y } = await onPicture(page, 'floor-lamp')
  await page.mouse.move(x, y)
  await page.mouse.down()
  const dial = page.getByRole('dialog', { name: 'Light of: Floor lamp' })
  await expect(dial).toBeVisible()
  await page.mouse.up()
  await dial.getByRole('button', { name: 'Colour', exact: true }).click()
  const ring = dial.getByRole('slider', { name: 'Colour' })
  await ring.focus()
  await ring.press('Home')
  await expect.poll(async () => (await lamps.state('floor-lamp')).xy?.[0]).toBeGreaterThan(0.6)
  await dial.getByRole('button', { name: 'White', exact: true }).click()
  await dial.getByRole('slider', { name: 'White' }).press('Home')
  await expect.poll(async () => (await lamps.state('floor-lamp')).kelvin).toBeLessThan(2300)
  await page.keyboard.press('Escape')
  await expect(dial).toBeHidden()
  expect((await lamps.state('floor-lamp')).on).toBe(true)
})
