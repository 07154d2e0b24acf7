import { languageNames } from '../renderer/locales/words.ts'
import { languages } from '../src/contract/words.ts'
import { expect, test } from './kiosk-test.ts'
import { openAccess } from './modes.ts'
import { openLanguages, speak } from './screen.ts'

/** The typefaces that come with the kiosk. */
const bundled = /^(Figtree|Noto Sans (SC|JP|Arabic))\b/

function glyphsOf(fonts: readonly { glyphCount: number }[]): number {
  return fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0)
}

// The browser itself says what it drew the words with.
test('every word in every language is drawn in a typeface that came with the kiosk', async ({ page }) => {
  test.setTimeout(240_000)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')

  async function strangers(): Promise<string[]> {
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: 'body *',
    })
    const drawn = await Promise.all(
      nodeIds.map(async (nodeId) => ({
        nodeId,
        fonts: (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts,
      })),
    )
    expect(glyphsOf(drawn.flatMap(({ fonts }) => fonts))).toBeGreaterThan(100)
    const strange = drawn.flatMap(({ nodeId, fonts }) =>
      fonts
        .filter((font) => !(font.isCustomFont && bundled.test(font.familyName)))
        .map((font) => ({ nodeId, family: font.familyName })),
    )
    return Promise.all(
      strange.map(async ({ nodeId, family }) => {
        const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId })
        return `${family}: ${outerHTML.slice(0, 120)}`
      }),
    )
  }

  for (const language of languages) {
    await speak(page, languageNames[language])
    expect(await strangers()).toEqual([])
  }
  await openLanguages(page)
  expect(await strangers()).toEqual([])
  await page.keyboard.press('Escape')
  await speak(page, 'English')
  await openAccess(page)
  expect(await strangers()).toEqual([])
  await page.keyboard.press('Escape')
})

test('a page in English fetches no other script, and Chinese no more than it shows', async ({ kiosk }) => {
  const browser = kiosk.page.context().browser()
  if (browser === null || kiosk.url === null) throw new Error('there is no browser')
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(kiosk.url)
  await page.locator('[data-reach="reachable"]').first().waitFor()
  await expect.poll(() => asked.some((url) => /noto-sans-arabic.*woff2$/.test(url))).toBe(true)
  const fonts = () => asked.filter((url) => url.includes('.woff2')).length
  // The page's own, and of the three others what their names in the menu need.
  expect(fonts()).toBeLessThanOrEqual(8)
  await speak(page, '简体中文')
  await page.evaluate(() => document.fonts.ready)
  expect(fonts()).toBeLessThan(60)
  const { origin } = new URL(kiosk.url)
  expect(
    asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')),
  ).toEqual([])
  await page.close()
})
