import { expect, type Page } from '@playwright/test'
import { en } from '../renderer/locales/en.ts'

export type Wish = 'largerText' | 'highContrast' | 'withinReach' | 'lessMotion'

/** Opens the menu of what makes the screen easier to use, in English. */
export async function openAccess(page: Page): Promise<void> {
  await page.getByRole('button', { name: en.access.title, exact: true }).click()
  await expect(page.getByRole('switch', { name: en.access.largerText.title })).toBeVisible()
}

/** Turns wishes on or off, as a shopper does; the screen speaks English. */
export async function wish(page: Page, wishes: readonly Wish[], on = true): Promise<void> {
  await openAccess(page)
  for (const name of wishes) {
    const toggle = page.getByRole('switch', { name: en.access[name].title })
    if (((await toggle.getAttribute('aria-checked')) === 'true') !== on) await toggle.click()
    await expect(toggle).toHaveAttribute('aria-checked', String(on))
  }
  await page.keyboard.press('Escape')
}
