import { expect, test } from './kiosk-test.ts'
import { chip, enter, tile } from './screen.ts'

// Without 3D a photograph is all there is of the room.
test('a photograph shows the scene, darker when a lamp of it is off, and offers no time of day', async ({
  page,
  lamps,
}) => {
  const photograph = page.locator('.stage img.photograph').first()
  const filter = () => page.locator('.stage .photographs').evaluate((wall) => getComputedStyle(wall).filter)
  const brightness = async () => Number(/[\d.]+/.exec(await filter())?.[0])
  await tile(page, 'Bright day').click()
  await expect(photograph).toHaveAttribute('src', /bright-day[.]jpg$/)
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeGreaterThan(0.75)
  await expect(tile(page, 'Bright day')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(filter).toBe('brightness(1)')
  await chip(page, 'Pendant').click()
  await expect.poll(async () => (await lamps.state('pendant')).on).toBe(false)
  await expect.poll(brightness).toBeLessThan(0.98)
  await expect(tile(page, 'Bright day')).toHaveAttribute('aria-pressed', 'false')
  await expect(photograph).toHaveAttribute('src', /bright-day[.]jpg$/)
  await expect(page.getByRole('slider', { name: 'Time of day outside the window' })).toHaveCount(0)
  // A morning begins in the dark, and its photograph with it.
  await tile(page, 'Wake up').click()
  await expect(photograph).toHaveAttribute('src', /wake-up[.]jpg$/)
  await expect.poll(brightness).toBeLessThan(0.5)
})

test('a room is never shown by the photograph of another', async ({ page }) => {
  const ofLivingRoom = page.locator('.stage img.photograph[src*="/living-room/"]')
  await expect(ofLivingRoom.first()).toBeVisible()
  await enter(page, 'Wardrobe')
  await expect(ofLivingRoom).toHaveCount(0)
  await enter(page, 'Living room')
  await expect(ofLivingRoom.first()).toBeVisible()
})
