import type { Page } from '@playwright/test'
import { usualSettings } from '../renderer/app/settings.ts'
import { pxPerMm } from '../renderer/shopper/screen-scale.ts'

/** Something on the screen that can be touched, where it is. CSS pixels. */
export interface Control {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Everything that a finger can touch right now: in sight, and nothing over its middle. */
export function controls(page: Page): Promise<Control[]> {
  return page.evaluate(() => {
    const kinds = 'button, a[href], input, select, summary, [role="button"], [role="slider"], [role="switch"]'
    return [...document.querySelectorAll(kinds)].flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const top = document.elementFromPoint(x + width / 2, y + height / 2)
      if (top === null || !(element === top || element.contains(top))) return []
      const name =
        element.getAttribute('aria-label') ?? element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
      return [{ name: `${element.tagName.toLowerCase()} "${name}"`, x, y, width, height }]
    })
  })
}

/** How many CSS pixels a millimetre has on the kiosk's usual screen. */
export async function pxPerMmOn(page: Page): Promise<number> {
  const { width, height } = await page.evaluate(() => ({ width: screen.width, height: screen.height }))
  return pxPerMm({ width, height }, usualSettings.screenInches)
}

/** What a finger needs there: 20 mm, in CSS pixels. */
export async function finger(page: Page): Promise<number> {
  return 20 * (await pxPerMmOn(page))
}

/** The controls that a finger would miss, in words. */
export async function tooSmall(page: Page): Promise<string[]> {
  const least = (await finger(page)) - 0.5
  return (await controls(page))
    .filter(({ width, height }) => Math.min(width, height) < least)
    .map(
      ({ name, width, height }) =>
        `${name}: ${width.toFixed(0)} × ${height.toFixed(0)}, not ${least.toFixed(0)}`,
    )
}
