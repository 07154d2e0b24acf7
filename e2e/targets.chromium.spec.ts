import type { Page } from '@playwright/test'
import { tooSmall } from './controls.ts'
import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { openAccess, wish } from './modes.ts'
import { openLanguages, speak, stands, tile } from './screen.ts'

// 20 mm on a screen of 21.5 inches, whatever the language makes of the words on it.
for (const [name, size] of Object.entries({ portrait, landscape })) {
  test(`everything that can be touched is as large as a finger (${name})`, async ({ page, kiosk }) => {
    await kiosk.resize(size)
    expect(await tooSmall(page)).toEqual([])
    await openLanguages(page)
    expect(await tooSmall(page)).toEqual([])
    await page.keyboard.press('Escape')
    await openAccess(page)
    expect(await tooSmall(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /^Choose the light of/ })
      .first()
      .click()
    expect(await tooSmall(page)).toEqual([])
    await page.keyboard.press('Escape')
    await wish(page, ['withinReach'])
    expect(await tooSmall(page)).toEqual([])
    await wish(page, ['withinReach'], false)
    for (const language of ['日本語', 'العربية']) {
      await speak(page, language)
      expect(await tooSmall(page)).toEqual([])
    }
    await speak(page, 'English')
    await kiosk.resize(portrait)
  })
}

/** Opens each sheet that may lie over the room; gives what on the screen is too small for a finger. */
async function tooSmallInSheets(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const name of ['Where does my data go?', 'Take it home', 'What is this? Roller blind']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await stands(page)
    found.push(...(await tooSmall(page)).map((what) => `${name}: ${what}`))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  return found
}

const others = [
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
  { width: 2160, height: 3840 },
]
for (const size of [portrait, landscape, ...others]) {
  test(`and so it is in each sheet, at ${size.width} × ${size.height}`, async ({ page, kiosk }) => {
    await kiosk.resize(size)
    expect(await tooSmall(page)).toEqual([])
    expect(await tooSmallInSheets(page)).toEqual([])
    await kiosk.resize(portrait)
  })
}

/** Lamps, blind and record player: what a shopper sets one by one. Sensors and rules come after them. */
const things = 14

/** Of the first chips, those of which a part is scrolled away or lies below something. */
function covered(page: Page): Promise<string[]> {
  return page.locator('.fixtures .chip').evaluateAll(
    (chips, count) =>
      chips.slice(0, count).flatMap((chip) => {
        const { left, right, top, bottom } = chip.getBoundingClientRect()
        const places = [left + 12, right - 12].flatMap((x) =>
          [top + 12, bottom - 4].map((y) => [x, y] as const),
        )
        const isFree = places.every(([x, y]) => chip.contains(document.elementFromPoint(x, y)))
        return isFree ? [] : [chip.textContent?.trim() ?? '']
      }),
    things,
  )
}

test('every lamp of the living room, blind and record player are in sight without scrolling, on every screen', async ({
  page,
  kiosk,
}) => {
  await tile(page, 'Long dinner').click()
  const sizes = [portrait, landscape, { width: 1280, height: 800 }, { width: 3840, height: 2160 }]
  for (const language of ['Deutsch', '日本語', 'العربية', 'English']) {
    await speak(page, language)
    for (const size of sizes) {
      await kiosk.resize(size)
      await expect(page.locator('.fixtures .chip')).toHaveCount(things)
      // A menu that has just closed is still on its way out.
      await expect.poll(async () => [language, size, await covered(page)]).toEqual([language, size, []])
    }
  }
  await kiosk.resize(portrait)
})
