import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { speak } from './screen.ts'

test('a visit in Arabic: the page is mirrored, the room is not, and the lamps follow', async ({
  page,
  kiosk,
  lamps,
}) => {
  await kiosk.resize(landscape)
  const middle = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox()
    return box === null ? Number.NaN : box.x + box.width / 2
  }
  expect(await middle('main')).toBeGreaterThan(landscape.width / 2)
  await speak(page, 'العربية')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  expect(await middle('main')).toBeLessThan(landscape.width / 2)
  // What shows the room is drawn as it stands in the store.
  for (const picture of await page.locator('canvas, .wall, .photograph').all()) {
    expect(await picture.evaluate((element) => getComputedStyle(element).scale)).toBe('none')
    expect(await picture.evaluate((element) => getComputedStyle(element).transform)).toBe('none')
  }

  const scene = page.getByRole('list', { name: 'الأجواء' }).getByRole('button', { name: /عشاء طويل/ })
  await scene.click()
  await expect(scene).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(0.6, 1)
  await expect(page.getByRole('heading', { name: 'عشاء طويل' })).toBeVisible()

  await page
    .getByRole('list', { name: 'المصابيح' })
    .getByRole('button', { name: 'مصباح أرضي', exact: true })
    .click()
  await expect.poll(async () => (await lamps.state('floor-lamp')).on).toBe(false)
  await expect(page.getByText(/\d/).filter({ hasText: /[٠-٩]/ })).toHaveCount(0)
  await speak(page, 'English')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await kiosk.resize(portrait)
})
