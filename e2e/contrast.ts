import type { Page } from '@playwright/test'
import { stands } from './screen.ts'

/** Words on the page, where they are and what colour they have. CSS pixels; colours 0..255. */
interface Words {
  readonly text: string
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly ink: readonly number[]
  /** WCAG's: what need not have more than 3 to 1. */
  readonly large: boolean
}

function wordsIn(page: Page, around: string): Promise<Words[]> {
  return page.evaluate((selector) => {
    const found: Words[] = []
    const read = document.createElement('canvas').getContext('2d')
    for (const place of document.querySelectorAll(selector)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement
        const text = node.textContent?.trim() ?? ''
        if (element === null || text === '' || !element.checkVisibility({ checkVisibilityCSS: true }))
          continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const { x, y, width, height } = range.getBoundingClientRect()
        const isInside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight
        const top = document.elementsFromPoint(x + width / 2, y + height / 2)
        if (
          !isInside ||
          width < 4 ||
          !(top.includes(element) || getComputedStyle(element).pointerEvents === 'none')
        )
          continue
        const { color, fontSize, fontWeight } = getComputedStyle(element)
        if (read === null) continue
        read.fillStyle = color
        read.fillRect(0, 0, 1, 1)
        const size = Number.parseFloat(fontSize)
        const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
        found.push({
          text,
          box: { x, y, width, height },
          ink: [...read.getImageData(0, 0, 1, 1).data].slice(0, 3),
          large,
        })
      }
    }
    return found
  }, around)
}

/**
 * Words within `around` that stand out too little from what is really behind them, picture or not: less than `least` to 1
 * (large words 3 to 1, or as much as all) against nineteen in twenty of the pixels there. As WCAG 2 reckons it.
 */
export async function tooFaint(page: Page, around: string, least = 4.5): Promise<string[]> {
  await stands(page)
  const words = await wordsIn(page, around)
  if (words.length === 0) throw new Error(`There are no words in ${around}.`)
  const hide = (hidden: boolean) =>
    page.evaluate((yes) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { color: transparent !important; text-shadow: none !important; transition: none !important }',
      )
      document.adoptedStyleSheets = yes ? [sheet] : []
    }, hidden)
  await hide(true)
  const picture = (await page.screenshot({ animations: 'allow' })).toString('base64')
  await hide(false)
  return page.evaluate(
    async ({ png, list, limit }) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('there is no canvas')
      context.drawImage(image, 0, 0)
      const scale = image.width / innerWidth
      const linear = (part: number) => (part <= 10.31 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4)
      const luminance = (r: number, g: number, b: number) =>
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
      return list.flatMap(({ text, box, ink: [r = 0, g = 0, b = 0], large }) => {
        const [x, y] = [Math.round(box.x * scale), Math.round(box.y * scale)]
        const [width, height] = [
          Math.max(1, Math.round(box.width * scale)),
          Math.max(1, Math.round(box.height * scale)),
        ]
        const { data } = context.getImageData(x, y, width, height)
        const own = luminance(r, g, b)
        const ratios: number[] = []
        for (let at = 0; at < data.length; at += 4) {
          const behind = luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
          ratios.push((Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05))
        }
        const ratio = ratios.sort((one, other) => one - other)[Math.floor(ratios.length / 20)] ?? 0
        const wanted = large && limit === 4.5 ? 3 : limit
        return ratio < wanted ? [`"${text}" ${ratio.toFixed(2)}, not ${wanted}`] : []
      })
    },
    { png: picture, list: words, limit: least },
  )
}
