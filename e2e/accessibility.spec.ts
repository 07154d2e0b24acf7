import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { languageNames } from '../renderer/locales/words.ts'
import { languages } from '../src/contract/words.ts'
import { expect, test } from './kiosk-test.ts'
import { openAccess, wish } from './modes.ts'
import { openLanguages, speak, stands } from './screen.ts'

test.setTimeout(180_000)

/** What axe finds on the screen as it is, in words; `more` are rules besides the usual ones. */
async function serious(page: Page, more: readonly string[] = []): Promise<string[]> {
  // What is still fading in has not its contrast yet.
  await stands(page)
  // Legacy mode runs in the page itself: Electron opens no second one.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (more.length > 0)
    axe.options({ rules: Object.fromEntries(more.map((rule) => [rule, { enabled: true }])) })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

test('axe finds nothing serious, in any language', async ({ page }) => {
  for (const language of languages) {
    await speak(page, languageNames[language])
    expect([language, ...(await serious(page))]).toEqual([language])
  }
  await speak(page, 'English')
})

test('axe finds nothing serious in any state of the screen', async ({ page }) => {
  await openLanguages(page)
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Escape')
  await openAccess(page)
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^Choose the light of/ })
    .first()
    .click()
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Escape')
  await wish(page, ['largerText', 'withinReach', 'lessMotion'])
  expect(await serious(page)).toEqual([])
  await wish(page, ['largerText', 'withinReach', 'lessMotion'], false)
})

test('with more contrast every text has 7 to 1', async ({ page }) => {
  await wish(page, ['highContrast'])
  expect(await serious(page, ['color-contrast-enhanced'])).toEqual([])
  await openAccess(page)
  expect(await serious(page, ['color-contrast-enhanced'])).toEqual([])
  await page.keyboard.press('Escape')
  await wish(page, ['highContrast'], false)
})
