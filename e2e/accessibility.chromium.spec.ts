import { languageNames } from '../renderer/locales/words.ts'
import { languages } from '../src/contract/words.ts'
import { expect, test } from './kiosk-test.ts'
import { openAccess, wish } from './modes.ts'
import { chip, openLanguages, seriousFindings, speak, tile } from './screen.ts'

test.setTimeout(180_000)

test('axe finds nothing serious, in any language', async ({ page }) => {
  for (const language of languages) {
    await speak(page, languageNames[language])
    expect([language, ...(await seriousFindings(page))]).toEqual([language])
  }
  await speak(page, 'English')
})

test('axe finds nothing serious in any state of the screen', async ({ page }) => {
  await openLanguages(page)
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await openAccess(page)
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^Choose the light of/ })
    .first()
    .click()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await wish(page, ['largerText', 'withinReach', 'lessMotion'])
  expect(await seriousFindings(page)).toEqual([])
  await wish(page, ['largerText', 'withinReach', 'lessMotion'], false)
})

test('beside a dark room the page is dark as a whole, and axe finds nothing serious there', async ({
  page,
}) => {
  const root = page.locator('html')
  await tile(page, 'Good night').click()
  await expect(chip(page, 'Table lamp')).toContainText('8%')
  await expect(root).toHaveAttribute('data-tone', 'dark')
  await expect(root).not.toHaveAttribute('data-turning')
  expect(await seriousFindings(page)).toEqual([])
  await page
    .getByRole('button', { name: /^Choose the light of/ })
    .first()
    .click()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await wish(page, ['highContrast'])
  expect(await seriousFindings(page, ['color-contrast-enhanced'])).toEqual([])
  await wish(page, ['highContrast'], false)
  await tile(page, 'Bright day').click()
  await expect(root).toHaveAttribute('data-tone', 'light')
})

test('with more contrast every text has 7 to 1', async ({ page }) => {
  await wish(page, ['highContrast'])
  expect(await seriousFindings(page, ['color-contrast-enhanced'])).toEqual([])
  await openAccess(page)
  expect(await seriousFindings(page, ['color-contrast-enhanced'])).toEqual([])
  await page.keyboard.press('Escape')
  await wish(page, ['highContrast'], false)
})
