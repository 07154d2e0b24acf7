import type { Page } from '@playwright/test'
import { en } from '../../renderer/locales/en.ts'
import { pageAddress } from '../kiosk.ts'
import { expect, test } from '../kiosk-test.ts'
import { onPicture, onWholeScreen, pictureIsShown } from '../picture.ts'

// In Chromium only: what is drawn is the same in Electron, and drawing by processor is slow. A visit lasts longer than the
// first picture of a new page takes.
test.use({
  picture: '3d',
  motion: 'full',
  environment: { SHOWROOM_IDLE_SECONDS: '45', SHOWROOM_NOTICE_SECONDS: '2' },
})
test.setTimeout(240_000)

const invitation = (page: Page) => page.getByText('The real one follows.')

/**
 * The invitation goes and the dock comes; how they do so takes frames, which drawn by the processor may take longer than
 * this short visit.
 */
async function somebodyIsInTheRoom(page: Page): Promise<void> {
  await expect(page.locator('.page')).not.toHaveClass(/resting/, { timeout: 60_000 })
}

test('a touch on a lamp, while the room shows itself, lands in the room and switches that lamp', async ({
  page,
  lamps,
  shot,
}) => {
  await pictureIsShown(page)
  // The page that somebody has used is loaded anew before the room shows itself for long.
  await page.evaluate(() => Reflect.set(window, 'used', true))
  const isUsed = () => page.evaluate(() => Reflect.has(window, 'used')).catch(() => true)
  await expect.poll(isUsed, { timeout: 90_000 }).toBe(false)
  await pictureIsShown(page)
  await expect(invitation(page)).toBeVisible({ timeout: 90_000 })
  // The room has the whole screen now.
  await expect.poll(async () => (await page.locator('canvas').boundingBox())?.height).toBe(1920)
  // A camera that drifts leaves software no time for anything else.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // Some scene lights it, sooner or later, and leaves it lit for a while.
  await expect.poll(async () => (await lamps.state('floor-lamp')).on, { timeout: 120_000 }).toBe(true)
  await shot('attract-3d')
  await page.emulateMedia({ reducedMotion: null })
  const { x, y } = await onPicture(page, 'floor-lamp')
  await page.mouse.click(x, y)
  await Promise.all([
    expect.poll(async () => (await lamps.state('floor-lamp')).on).toBe(false),
    somebodyIsInTheRoom(page),
  ])
})

test('a touch on a lamp while the page is loaded anew switches it in the picture that comes', async ({
  page,
  kiosk,
  lamps,
}) => {
  await pictureIsShown(page)
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route(/\/assets\/index.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.press('Shift')
  await somebodyIsInTheRoom(page)
  await expect(page.locator('.page')).toHaveClass(/resting/, { timeout: 90_000 })
  // A page that somebody has used is loaded anew after five seconds of rest, but not while their touch waits for the room.
  await page.route(/room\.bin$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 7_000))
    await route.continue()
  })
  // Drawn by the processor, the picture may be longer in coming than a finger's touch is kept for in the store.
  await page.goto(pageAddress(kiosk.url ?? '', { earlyTouchMs: '60000' }), { waitUntil: 'commit' })
  await page.waitForFunction(() => 'takeEarlyTouches' in window)
  const { x, y } = await onWholeScreen(page, 'pendant')
  await page.mouse.click(x, y)
  goOn()
  // It is what they undo: which way it was switched depends on the scene that the room had come to.
  const undo = page.getByRole('button', { name: en.own.undo, exact: true })
  await expect(undo).toBeEnabled({ timeout: 120_000 })
  await expect.poll(async () => (await lamps.state('pendant')).fading).toBe(false)
  const { on } = await lamps.state('pendant')
  await undo.click()
  await expect.poll(async () => (await lamps.state('pendant')).on).toBe(!on)
})
