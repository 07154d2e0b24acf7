import { en } from '../renderer/locales/en.ts'
import { sv } from '../renderer/locales/sv.ts'
import { shortVisits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { speak, tile } from './screen.ts'
import { button, setUp, signIn } from './staff-pages.ts'

// The page is the same in both shells.
test.use({ environment: shortVisits, own: 'store-language' })

const managerPin = '482139'

test('whoever comes after somebody who chose another language is invited in the store’s', async ({
  page,
}) => {
  await page.keyboard.press('Control+Alt+KeyS')
  await setUp(page, managerPin)
  await signIn(page, managerPin)
  await button(page, 'Store').click()
  await button(page, 'Svenska').first().click()
  await button(page, 'Save').click()
  const root = page.locator('html')
  await expect(root).toHaveAttribute('lang', 'sv')
  await page.locator('dialog header button').click()
  await expect(page.locator('dialog[open]')).toHaveCount(0)

  // Also for a moment nobody is invited in a language that is not the store's, by this page and by those that follow.
  const invitations = new Set<string>()
  await page.exposeFunction('invited', (words: string) => void invitations.add(words))
  await page.addInitScript(() => {
    const look = () => {
      const words = document.querySelector('.invitation .title')?.textContent
      if (words) Reflect.get(window, 'invited')(words)
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  await page.reload()
  await page.keyboard.press('Shift')
  await expect(tile(page, 'Ljus dag')).toBeVisible()
  await speak(page, 'Deutsch')
  await page.evaluate(() => Reflect.set(window, 'visited', true))
  await expect(page.getByText(sv.attract.title)).toBeVisible()
  const isVisited = () => page.evaluate(() => Reflect.has(window, 'visited')).catch(() => true)
  await expect.poll(isVisited).toBe(false)
  await expect(page.getByText(sv.attract.title)).toBeVisible()
  await expect(root).toHaveAttribute('lang', 'sv')
  expect([...invitations]).toEqual([sv.attract.title])
  expect(sv.attract.title).not.toBe(en.attract.title)
})
