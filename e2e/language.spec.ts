import { expect, test } from './kiosk-test.ts'
import { chip, speak, tile } from './screen.ts'

test('one touch makes the whole screen Swedish, and one more English again', async ({ page, lamps }) => {
  await speak(page, 'Svenska')
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  await expect(chip(page, 'Golvlampa')).toBeVisible()
  await tile(page, 'Ljus dag').click()
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(1, 1)
  await expect(page.getByText('Floor lamp')).toHaveCount(0)
  await speak(page, 'English')
  await expect(chip(page, 'Floor lamp')).toBeVisible()
})
