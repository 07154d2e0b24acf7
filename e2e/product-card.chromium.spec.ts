import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings, speak } from './screen.ts'

const words = {
  en: {
    language: 'English',
    light: 'Choose the light of: Pendant',
    open: 'What is this? Pendant',
    name: 'Dome pendant',
    until: 'Price valid to',
  },
  sv: {
    language: 'Svenska',
    light: 'Välj ljus: Taklampa',
    open: 'Vad är det här? Taklampa',
    name: 'Kupolpendel',
    until: 'Priset gäller till',
  },
}

for (const [tag, { language, light, open, name, until }] of Object.entries(words)) {
  test(`the card of a lamp’s light leads to what it is in ${language}`, async ({ page, kiosk, shot }) => {
    await speak(page, language)
    for (const [shape, size] of Object.entries({ landscape, portrait })) {
      await kiosk.resize(size)
      await page.getByRole('button', { name: light }).click()
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
      await expect(page.getByRole('button', { name: light })).toBeFocused()
    }
    await speak(page, 'English')
  })
}

test('a price whose last day is over is not shown', async ({ page }) => {
  await page.getByRole('button', { name: 'Choose the light of: Picture light' }).click()
  await page.getByRole('button', { name: 'What is this? Picture light' }).click()
  const card = page.getByRole('dialog', { name: 'Picture light' })
  await expect(card).toContainText('Ask us for today’s price')
  await expect(card.getByTestId('price')).toHaveCount(0)
  await expect(card).not.toContainText('399')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
})

for (const [what, product] of Object.entries({
  'Roller blind': 'Roller blind with motor',
  'Record player': 'Record player',
})) {
  test(`what has no light of its own leads to its card by itself: ${what}`, async ({ page }) => {
    const open = page.getByRole('button', { name: `What is this? ${what}` })
    await open.click()
    const card = page.getByRole('dialog', { name: product })
    await card.getByRole('button', { name: 'Back to the room' }).click()
    await expect(card).toHaveCount(0)
    await expect(open).toBeFocused()
  })
}
