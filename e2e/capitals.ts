import type { Page } from '@playwright/test'
import { pxPerMmOn } from './controls.ts'

/** The words in sight whose capital letters are lower than so many millimetres on the kiosk's usual screen. */
export async function lowerThan(page: Page, mm: number): Promise<string[]> {
  const least = mm * (await pxPerMmOn(page))
  return page.evaluate((least) => {
    const measure = document.createElement('canvas').getContext('2d')
    if (measure === null) throw new Error('nothing measures words here')
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>()
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const words = text.textContent?.trim() ?? ''
      const element = text.parentElement
      if (words === '' || element === null || !element.checkVisibility({ visibilityProperty: true })) continue
      // What only screen readers say is one pixel large.
      const { width, height } = element.getBoundingClientRect()
      if (Math.min(width, height) < 2) continue
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
      measure.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      const capital = measure.measureText('H').actualBoundingBoxAscent
      if (fontSize !== '0px' && capital < least) found.add(`“${words}”: ${capital.toFixed(1)} px`)
    }
    return [...found]
  }, least)
}
