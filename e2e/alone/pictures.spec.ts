import { tooFaint } from '../contrast.ts'
import { landscape, portrait } from '../kiosk.ts'
import { expect, test } from '../kiosk-test.ts'
import { pictureIsShown } from '../picture.ts'
import { speak, tile } from '../screen.ts'

// Drawn by the processor, a new scene may take a while to be on the screen.
test.use({ picture: '3d' })
test.setTimeout(240_000)

const looks = {
  portrait: { size: portrait, language: 'Svenska', scene: 'Långmiddag' },
  landscape: { size: landscape, language: 'English', scene: 'Long dinner' },
}

test.beforeEach(async ({ page }) => {
  await pictureIsShown(page)
})

// A blind takes twelve seconds, in each of which the processor would draw the room, only to come to the same picture.
for (const [name, { size, language, scene }] of Object.entries(looks)) {
  test(`${name} in ${language} fits the screen`, async ({ page, kiosk, lamps, shot, shell }) => {
    test.skip(shell === 'electron' && size !== landscape, 'one says that Electron draws the same')
    await kiosk.resize(size)
    await speak(page, language)
    await lamps.pull('window-blind', 0.4)
    await tile(page, scene).click()
    await expect(tile(page, scene)).toHaveAttribute('aria-pressed', 'true')
    await shot(`${name}-${language}`)
    // A hint that is coming or going is faint for a moment; a picture drawn by the processor takes its time.
    await expect.poll(() => tooFaint(page, '.stage'), { timeout: 60_000 }).toEqual([])
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
      return { x: scrollWidth - clientWidth, y: scrollHeight - clientHeight }
    })
    expect(overflow).toEqual({ x: 0, y: 0 })
    await speak(page, 'English')
    await kiosk.resize(portrait)
  })
}

test('words over the room stand out in its brightest and in its darkest light', async ({
  page,
  lamps,
  shot,
  shell,
}) => {
  test.skip(shell === 'electron', 'one shell says what both draw')
  const hour = page.getByRole('slider', { name: 'Time of day outside the window' })
  const root = page.locator('html')
  const lights = [
    { name: 'brightest', scene: 'Bright day', blind: 1, at: '13', tone: 'light' },
    { name: 'darkest', scene: 'Good night', blind: 0, at: '21', tone: 'dark' },
  ]
  for (const { name, scene, blind, at, tone } of lights) {
    await lamps.pull('window-blind', blind)
    await tile(page, scene).click()
    await expect(tile(page, scene)).toHaveAttribute('aria-pressed', 'true')
    await hour.fill(at)
    await expect(root).toHaveAttribute('data-tone', tone, { timeout: 60_000 })
    await expect(root).not.toHaveAttribute('data-turning')
    const faint = async () => [name, ...(await tooFaint(page, '.stage'))]
    // A picture of all that, drawn by the processor, takes its time.
    await expect.poll(faint, { timeout: 60_000 }).toEqual([name])
    await shot(`room-${name}`)
  }
  await lamps.pull('window-blind', 1)
  await tile(page, 'Bright day').click()
  await hour.fill('13')
  await expect(root).toHaveAttribute('data-tone', 'light', { timeout: 60_000 })
})
