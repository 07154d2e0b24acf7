import type { Page } from '@playwright/test'

/** One picture of a scene, with what to write under it. */
export interface Frame {
  readonly caption: string
  readonly png: Buffer
}

const width = 1920

/**
 * Lays pictures out as a strip, in the order of time, at most three in a row, each with its caption; resolves with
 * the PNG. `page` is used up.
 */
export async function stripOf(page: Page, title: string, frames: readonly Frame[]): Promise<Buffer> {
  const columns = Math.min(3, frames.length)
  const figures = frames.map(
    ({ caption, png }) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${escaped(caption)}</figcaption></figure>`,
  )
  await page.setViewportSize({ width, height: 400 })
  await page.setContent(
    `<style>
      body { margin: 0; padding: 32px; background: #f4f1ea; color: #2a2622; font: 22px system-ui, sans-serif; }
      h1 { margin: 0 0 20px; font-size: 34px; font-weight: 650; }
      main { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 24px; }
      figure { margin: 0; } img { display: block; width: 100%; border-radius: 10px; } figcaption { margin-top: 8px; }
    </style><h1>${escaped(title)}</h1><main>${figures.join('')}</main>`,
    { waitUntil: 'load' },
  )
  return page.screenshot({ fullPage: true, timeout: 120_000 })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
