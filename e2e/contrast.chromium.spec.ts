import { tooFaint } from './contrast.ts'
import { landscape, portrait, shortVisits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { wish } from './modes.ts'
import { seriousFindings, tile } from './screen.ts'

test.use({ environment: shortVisits })

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
      expect([scene, ...(await tooFaint(page, overPictures))]).toEqual([scene])
    }
    await wish(page, ['highContrast'])
    expect(await tooFaint(page, overPictures, 7)).toEqual([])
    await wish(page, ['highContrast'], false)
  }
  // Whoever goes is asked first, wherever the page has been left.
  await tile(page, 'Bright day').click()
  await expect(page.getByText('Still here?')).toBeVisible()
  expect(await tooFaint(page, '.place .card')).toEqual([])
  expect(await seriousFindings(page)).toEqual([])
  // Nobody is here: the invitation lies over the picture alone.
  await expect(page.locator('.page.resting')).toBeVisible({ timeout: 30_000 })
  for (const size of [portrait, landscape]) {
    await kiosk.resize(size)
    await page.locator('.invitation .title').waitFor()
    expect(await tooFaint(page, '.invitation')).toEqual([])
    expect(await seriousFindings(page)).toEqual([])
  }
  await kiosk.resize(portrait)
})
