import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings, speak } from './screen.ts'

const words = {
  en: { language: 'English', open: 'What is this? Pendant', name: 'Dome pendant', until: 'Price valid to' },
  sv: {
    language: 'Svenska',
    open: 'Vad är det här? Taklampa',
    name: 'Kupolpendel',
    until: 'Priset gäller till',
  },
}

for (const [tag, { language, open, name, until }] of Object.entries(words)) {
  test(`a lamp’s chip opens its card in ${language}`, async ({ page, kiosk, shot }) => {
    await speak(page, language)
    for (const [shape, size] of Object.entries({ landscape, portrait })) {
      await kiosk.resize(size)
      await page.getByRole('button', { name: open }).click()
      const card = page.getByRole('dialog', { name })
      await expect(card.getByTestId('price')).toHaveText(/^599\s*kr$/)
      await expect(card).toContainText(until)
      await expect(card).toContainText('204.325.27')
      await expect(card.getByRole('listitem')).toHaveCount(3)
      await shot(`product-${shape}-${tag}`)
      expect(await seriousFindings(page)).toEqual([])
      // A touch beside the card leads back to the room, and touches nothing there.
      await page.mouse.click(40, 40)
      await expect(card).toHaveCount(0)
      await expect(page.getByRole('button', { name: open })).toBeFocused()
    }
    await speak(page, 'English')
  })
}

test('a price whose last day is over is not shown', async ({ page }) => {
  await page.getByRole('button', { name: 'What is this? Picture light' }).click()
  const card = page.getByRole('dialog', { name: 'Picture light' })
  await expect(card).toContainText('Ask us for today’s price')
  await expect(card.getByTestId('price')).toHaveCount(0)
  await expect(card).not.toContainText('399')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
})

test('the dial leads to the card', async ({ page }) => {
  await page.getByRole('button', { name: 'Choose the light of: Floor lamp' }).click()
  const dial = page.getByRole('dialog', { name: 'Light of: Floor lamp' })
  await dial.getByRole('button', { name: 'What is this? Floor lamp' }).click()
  await expect(dial).toHaveCount(0)
  const card = page.getByRole('dialog', { name: 'Floor lamp with drum shade' })
  await card.getByRole('button', { name: 'Back to the room' }).click()
  await expect(card).toHaveCount(0)
})
