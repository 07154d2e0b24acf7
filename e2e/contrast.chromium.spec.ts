import { tooFaint } from './contrast.ts'
import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { wish } from './modes.ts'
import { seriousFindings, tile } from './screen.ts'

// Short visits, but none that ends while the page is being measured.
test.use({ environment: { SHOWROOM_IDLE_SECONDS: '8', SHOWROOM_NOTICE_SECONDS: '14' } })

const overPictures = '.stage, .scenes'

test('words over the picture and over photographs stand out from what is really behind them', async ({
  page,
  kiosk,
}) => {
  for (const size of [portrait, landscape]) {
    await kiosk.resize(size)
    for (const scene of ['Bright day', 'Good night', 'Party']) {
      await tile(page, scene).click()
      await expect(tile(page, scene)).toHaveAttribute('aria-pressed', 'true')
      // What is still fading in is looked at once more.
      await expect.poll(async () => [scene, ...(await tooFaint(page, overPictures))]).toEqual([scene])
    }
    await wish(page, ['highContrast'])
    expect(await tooFaint(page, overPictures, 7)).toEqual([])
    await wish(page, ['highContrast'], false)
  }
  // Whoever goes is asked first, wherever the page has been left.
  await tile(page, 'Bright day').click()
  await page.evaluate(() => Reflect.set(window, 'visited', true))
  await expect(page.getByText('Still here?')).toBeVisible()
  expect(await tooFaint(page, '.place .card')).toEqual([])
  expect(await seriousFindings(page)).toEqual([])
  // Nobody is here: the invitation lies over the picture alone, on the page that was made for the next one.
  await expect
    .poll(() => page.evaluate(() => Reflect.has(window, 'visited')).catch(() => true), { timeout: 40_000 })
    .toBe(false)
  await expect(page.locator('.page.resting')).toBeVisible({ timeout: 30_000 })
  for (const size of [portrait, landscape]) {
    await kiosk.resize(size)
    await page.locator('.invitation .title').waitFor()
    expect(await tooFaint(page, '.invitation')).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
  }
  await kiosk.resize(portrait)
})
