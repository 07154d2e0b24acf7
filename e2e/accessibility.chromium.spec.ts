import type { WebSocketRoute } from '@playwright/test'
import { languageNames } from '../renderer/locales/words.ts'
import { languages } from '../src/contract/words.ts'
import { lowerThan } from './capitals.ts'
import { expect, test } from './kiosk-test.ts'
import { openAccess, wish } from './modes.ts'
import { chip, enter, openLanguages, seriousFindings, speak, tile } from './screen.ts'

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

test('with larger text every capital letter is 7 mm high, in the room and on all that lies over it', async ({
  page,
}) => {
  await wish(page, ['largerText'])
  expect(await lowerThan(page, 7)).toEqual([])
  const openers = [
    /^Choose the light of/,
    'What is this? Roller blind',
    'Take it home',
    'Where does my data go?',
  ]
  for (const name of openers) {
    await page.getByRole('button', { name }).first().click()
    await expect(page.locator('dialog[open]')).toBeVisible()
    expect(await lowerThan(page, 7)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
  await openAccess(page)
  expect(await lowerThan(page, 7)).toEqual([])
  await page.keyboard.press('Escape')
  await wish(page, ['largerText'], false)
})

test('axe finds nothing serious while a rule plays, and in a light of one’s own', async ({ page }) => {
  await enter(page, 'Wardrobe')
  const rule = page.locator('.fixtures button.quiet').first()
  await rule.click()
  await expect(page.locator('.headline .cause')).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  await rule.click()
  await expect(page.locator('.headline .cause')).toHaveCount(0)
  await enter(page, 'Living room')
  await chip(page, 'Floor lamp').click()
  await page.getByRole('button', { name: 'Keep this light' }).click()
  await expect(page.getByRole('button', { name: 'Your light' })).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
})

test('axe finds nothing serious while the showroom is out of reach', async ({ page }) => {
  let isCut = false
  const lines = new Set<WebSocketRoute>()
  await page.routeWebSocket(/\/contract/, (line) => {
    if (isCut) return void line.close()
    lines.add(line)
    line.connectToServer()
  })
  await page.reload()
  await page.keyboard.press('Shift')
  await expect(tile(page, 'Bright day')).toBeVisible()
  isCut = true
  for (const line of lines) await line.close()
  const pill = page.getByText('Reconnecting')
  await expect(pill).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  isCut = false
  await expect(pill).toBeHidden()
  await expect(tile(page, 'Bright day')).toBeEnabled()
})
