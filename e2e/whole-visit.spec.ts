import type { Locator, Page } from '@playwright/test'
import { shortVisits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { wish } from './modes.ts'
import { chip, slider, speak, tile } from './screen.ts'
import { touchAt } from './touch.ts'

test.use({ environment: shortVisits })

const invitation = (page: Page) => page.getByText('The real one follows.')

/** As a finger does it, on a screen of glass. */
async function touch(page: Page, target: Locator | { x: number; y: number }): Promise<void> {
  let at = 'x' in target ? target : null
  if (!('x' in target)) {
    // In sight, at rest, and nothing over it.
    await target.click({ trial: true })
    const box = await target.boundingBox()
    if (box !== null) at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  if (at === null) throw new Error('What is to be touched is not on the screen.')
  await touchAt(page, at)
}

/** Goes on, or back, until something is in focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  const isBehind = (element: Element) =>
    (element.compareDocumentPosition(document.activeElement ?? document.body) &
      Node.DOCUMENT_POSITION_FOLLOWING) !==
    0
  const key = (await target.evaluate(isBehind)) ? 'Shift+Tab' : 'Tab'
  for (let step = 0; step < 90; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error('The keyboard does not lead there.')
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('Enter')
}

const ways = { touch, keyboard: press }

for (const [way, use] of Object.entries(ways)) {
  test(`a whole visit by ${way}`, async ({ page, lamps, shot }) => {
    const pendant = async () => (await lamps.state('pendant')).brightness
    const rail = async () => (await lamps.state('wardrobe-light')).brightness
    const on = async (lamp: string) => (await lamps.state(lamp)).on

    // A scene, its story, a lamp.
    await use(page, tile(page, 'Bright day'))
    await expect.poll(pendant).toBeCloseTo(1, 1)
    await expect(page.getByRole('heading', { name: 'Bright day' })).toBeVisible()
    await expect(chip(page, 'Pendant')).toHaveAttribute('aria-pressed', 'true')
    await use(page, chip(page, 'Pendant'))
    await expect.poll(() => on('pendant')).toBe(false)
    await use(page, page.getByRole('button', { name: 'Undo' }))
    await expect.poll(() => on('pendant')).toBe(true)

    // Dimmer, without any gesture.
    if (way === 'keyboard') await reach(page, slider(page, 'Pendant'))
    else await use(page, page.getByRole('button', { name: 'Choose the light of: Pendant' }))
    const level =
      way === 'keyboard' ? slider(page, 'Pendant') : page.getByRole('slider', { name: 'Brightness' })
    if (way === 'keyboard') for (let i = 0; i < 4; i++) await page.keyboard.press('PageDown')
    else await touch(page, level)
    await expect.poll(pendant).toBeLessThan(0.75)
    if (way === 'touch') await touch(page, page.getByRole('button', { name: 'Close', exact: true }))

    // Their own light, a surprise, and back.
    await use(page, tile(page, 'Keep this light'))
    await use(page, tile(page, 'Surprise me'))
    await expect(tile(page, 'Your light')).toHaveAttribute('aria-pressed', 'false')
    await use(page, tile(page, 'Your light'))
    await expect(tile(page, 'Your light')).toHaveAttribute('aria-pressed', 'true')

    // The other room, where a sensor can be stepped into.
    await use(page, page.getByRole('button', { name: 'Wardrobe', exact: true }))
    await expect(chip(page, 'Pendant')).toHaveCount(0)
    await use(page, page.getByRole('button', { name: / Play: / }).first())
    await expect.poll(rail).toBeCloseTo(0.85, 2)

    // What they need of the screen is theirs alone.
    await wish(page, ['highContrast'])
    await expect(page.locator('html')).toHaveAttribute('data-contrast', '')

    // They leave, and everything returns.
    await expect(page.getByText('Still here?')).toBeVisible({ timeout: 30_000 })
    await shot('still-here')
    await expect(invitation(page)).toBeVisible({ timeout: 30_000 })
    await expect.poll(pendant).toBeCloseTo(0.45, 1)
    // The dock waits out of sight, as it will be for whoever comes next.
    await expect(page.getByText('Keep this light')).toHaveCount(1)
    await expect(page.locator('button', { hasText: 'Your light' })).toHaveCount(0)
    await expect(page.locator('button', { hasText: 'Undo' })).toBeDisabled()
    await expect(page.locator('html')).not.toHaveAttribute('data-contrast')

    // Nobody is here: the room shows itself, one line invites, and whoever comes is in the room at once.
    await expect(tile(page, 'Bright day')).toBeHidden()
    await shot('attract')
    if (way === 'touch') await touch(page, { x: 500, y: 500 })
    else await page.keyboard.press('Tab')
    await expect(invitation(page)).toBeHidden()
    await expect(tile(page, 'Bright day')).toBeVisible()
  })
}

test('a real sensor does what a touch on it does, and the screen says so', async ({ page, lamps }) => {
  await speak(page, 'English')
  await page.getByRole('button', { name: 'Wardrobe', exact: true }).click()
  const sensor = page.getByRole('button', { name: / Play: / }).first()
  await lamps.setOccupied('wardrobe-sensor', true)
  await expect(sensor).toHaveClass(/awake/)
  await expect.poll(async () => (await lamps.state('wardrobe-light')).brightness).toBeCloseTo(0.85, 2)
  await lamps.setOccupied('wardrobe-sensor', false)
})
