import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings, speak, tile } from './screen.ts'

const words = {
  en: { language: 'English', scene: 'Long dinner', open: 'Take it home', title: 'Long dinner, at home' },
  sv: { language: 'Svenska', scene: 'Långmiddag', open: 'Ta med hem', title: 'Långmiddag, hemma' },
}

for (const [tag, { language, scene, open, title }] of Object.entries(words)) {
  test(`the card to take home lists a scene in ${language}`, async ({ page, kiosk, shot }) => {
    await speak(page, language)
    await tile(page, scene).click()
    await expect(tile(page, scene)).toHaveAttribute('aria-pressed', 'true')
    for (const [shape, size] of Object.entries({ landscape, portrait })) {
      await kiosk.resize(size)
      await page.getByRole('button', { name: open }).click()
      const card = page.getByRole('dialog', { name: title })
      await expect(card.getByRole('listitem')).toHaveCount(20)
      await expect(card.getByTestId('take-home-code')).toBeVisible()
      await expect(card.getByTestId('sum')).toContainText(/\d\s?\d{3}\skr/)
      await shot(`take-home-${shape}-${tag}`)
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(card).toHaveCount(0)
    }
    await speak(page, 'English')
  })
}

test('what a shopper changes is not in the code', async ({ page }) => {
  const code = async () => {
    await page.getByRole('button', { name: 'Take it home' }).click()
    const shape = await page.getByTestId('take-home-code').locator('path').getAttribute('d')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    return shape
  }
  await tile(page, 'A good book').click()
  await expect(tile(page, 'A good book')).toHaveAttribute('aria-pressed', 'true')
  const before = await code()
  await page.getByRole('slider', { name: 'Floor lamp', exact: true }).press('End')
  await expect(tile(page, 'A good book')).toHaveAttribute('aria-pressed', 'false')
  expect(await code()).toBe(before)
  await tile(page, 'Movie night').click()
  await expect(tile(page, 'Movie night')).toHaveAttribute('aria-pressed', 'true')
  expect(await code()).not.toBe(before)
})
