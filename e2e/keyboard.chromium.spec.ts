import type { Page } from '@playwright/test'
import { en } from '../renderer/locales/en.ts'
import { expect, test } from './kiosk-test.ts'
import { openAccess } from './modes.ts'
import { chip, slider, tile } from './screen.ts'

/** What has the focus, and whether one sees that it has. */
function focus(page: Page): Promise<{ name: string; seen: boolean; inSight: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { name: '', seen: true, inSight: true }
    // A slider of a few pixels shows its focus on what is around it.
    const marked = [element, ...element.querySelectorAll('*')]
    for (let around = element.parentElement; around !== null; around = around.parentElement)
      marked.push(around)
    const outlined = (one: Element, part?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one, part)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const drawsItself = element instanceof HTMLInputElement && element.type === 'range'
    const { x, y, width, height } = element.getBoundingClientRect()
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
    return {
      name: `${element.tagName.toLowerCase()} ${name}`,
      seen: drawsItself || marked.some((one) => outlined(one)),
      inSight: x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0,
    }
  })
}

/** Marks what has the focus; tells whether it was marked before. */
function wentRound(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return false
    const before = element.hasAttribute('data-passed')
    element.setAttribute('data-passed', '')
    return before
  })
}

/** Presses Tab until `wanted` has the focus. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const { name, seen, inSight } = await focus(page)
    expect([name, seen, inSight]).toEqual([name, true, true])
    if (wanted.test(name)) return
  }
  throw new Error(`Tab never came to ${wanted}.`)
}

test('Tab comes by everything that can be touched, shows where it is, and goes round', async ({ page }) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    const { name, seen, inSight } = await focus(page)
    expect([name, seen, inSight]).toEqual([name, true, true])
    if (await wentRound(page)) break
  }
  // Elements, not names: the room may change meanwhile, and with it what they are called.
  const passedBy = await page.locator('button:enabled, input:enabled').evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility() && (element as HTMLElement).tabIndex >= 0)
      .filter((element) => !element.hasAttribute('data-passed'))
      .map((element) => element.getAttribute('aria-label') ?? element.textContent?.trim()),
  )
  expect(passedBy).toEqual([])
})

test('a whole visit without a finger: language, scene, lamp, level, colour, and back', async ({
  page,
  lamps,
}) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await tabTo(page, /Language|Språk/)
  await page.keyboard.press('Enter')
  await tabTo(page, /Svenska$/)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  expect((await focus(page)).name).toContain('Svenska')
  await page.keyboard.press('Enter')
  await tabTo(page, /English$/)
  await page.keyboard.press('Space')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await tabTo(page, /^button .*Bright day/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeGreaterThan(0.95)
  await expect(tile(page, 'Bright day')).toHaveAttribute('aria-pressed', 'true')

  await chip(page, 'Floor lamp').focus()
  const was = (await lamps.state('floor-lamp')).on
  await page.keyboard.press('Space')
  await expect.poll(async () => (await lamps.state('floor-lamp')).on).toBe(!was)
  await page.keyboard.press('Space')
  await expect.poll(async () => (await lamps.state('floor-lamp')).on).toBe(was)

  await slider(page, 'Floor lamp').focus()
  await page.keyboard.press('Home')
  await expect.poll(async () => (await lamps.state('floor-lamp')).brightness).toBeLessThan(0.05)

  const opener = page.getByRole('button', { name: en.dial.open.replace('{name}', 'Floor lamp') })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  // The focus stays inside as long as it is open, and is where it was afterwards.
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(() => {
        const at = document.activeElement
        return at === document.body || at?.closest('dialog') !== null
      }),
    ).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
})

test('the menus open, choose and close by keys, and the focus returns to their button', async ({ page }) => {
  await openAccess(page)
  const menu = page.getByRole('button', { name: en.access.title, exact: true })
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  // What opens takes the focus.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('switch', { name: en.access.largerText.title })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.locator('html')).toHaveAttribute('data-larger', '')
  await page.keyboard.press('Space')
  await expect(page.locator('html')).not.toHaveAttribute('data-larger', '')
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
})
