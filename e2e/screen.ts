import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

/** Waits until nothing fades or moves any more but what goes on for ever, or follows a finger’s scrolling. */
export async function stands(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ timeline }) => timeline === document.timeline)
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    return Promise.allSettled(ending.map((animation) => animation.finished))
  })
}

/** Opens the choice of languages, in whatever language the screen speaks. */
export async function openLanguages(page: Page): Promise<void> {
  await page.locator('button[popovertarget]', { has: page.locator('[lang]') }).click()
}

/** Makes the screen speak a language, called by its own name. */
export async function speak(page: Page, language: string): Promise<void> {
  await openLanguages(page)
  const choice = page.locator('[popover] button', { hasText: language })
  await choice.click()
  const tag = await choice.getAttribute('lang')
  if (tag === null) throw new Error(`nobody knows the tag of ${language}`)
  await expect(page.locator('html')).toHaveAttribute('lang', tag)
}

/** Goes into another room. */
export async function enter(page: Page, room: string): Promise<void> {
  const choice = page.getByRole('button', { name: room, exact: true })
  await choice.click()
  await expect(choice).toHaveAttribute('aria-pressed', 'true')
}

/** What a shopper touches, by what it is called. */
export function tile(page: Page, scene: string): Locator {
  return page
    .getByRole('list', { name: /^(Scenes|Stämningar)$/ })
    .getByRole('button', { name: scene, exact: true })
}

export function chip(page: Page, fixture: string): Locator {
  return page
    .getByRole('list', { name: /^(Lamps|Lampor)$/ })
    .getByRole('button', { name: fixture, exact: true })
}

export function slider(page: Page, fixture: string): Locator {
  return page.getByRole('slider', { name: fixture, exact: true })
}

/** Drags along a fixture until its slider stands at a share of its length, as a finger does. */
export async function drag(page: Page, target: Locator, share: number): Promise<void> {
  const surface = target.locator('xpath=..').getByRole('button').first()
  await surface.hover() // Comes into view, and stands still.
  const [from, bar, touched] = [
    Number(await target.inputValue()) / 100,
    await target.boundingBox(),
    await surface.boundingBox(),
  ]
  if (bar === null || touched === null) throw new Error('the slider is not on the screen')
  const [x, y] = [touched.x + touched.width / 2, touched.y + touched.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + bar.width * (share - from), y, { steps: 12 })
  await page.mouse.up()
}

/** What axe finds on the page that matters, one line each; `more` are rules besides the usual ones. */
export async function seriousFindings(page: Page, more: readonly string[] = []): Promise<string[]> {
  // What still fades in would be judged by half its contrast.
  await stands(page)
  // Legacy mode runs in the page itself: Electron opens no second one.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    rules: Object.fromEntries(more.map((rule) => [rule, { enabled: true }])),
    // What it finds well it need not write down: three times as quick.
    resultTypes: ['violations'],
  })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
