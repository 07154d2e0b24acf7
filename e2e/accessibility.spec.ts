import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './kiosk-test.ts'
import { speak, tile } from './screen.ts'

for (const language of ['English', 'Svenska']) {
  test(`axe finds nothing serious (${language})`, async ({ page }) => {
    await speak(page, language)
    await expect(tile(page, language === 'English' ? 'Good night' : 'God natt')).toBeVisible()
    // Legacy mode runs in the page itself: Electron opens no second one.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([])
    await speak(page, 'English')
  })
}
