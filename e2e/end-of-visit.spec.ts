import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hueAt } from '../renderer/shopper/dial-colour.ts'
import { type Kiosk, portrait, shortVisits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { anyDebuggerPort, pageMemory, serviceMemory, withoutDebugger } from './memory.ts'
import { wish } from './modes.ts'
import { chip, slider, speak, stands, tile } from './screen.ts'

// To read a memory takes a while, of which the visit must not come to an end.
test.use({ environment: { ...shortVisits, SHOWROOM_IDLE_SECONDS: '14', ...anyDebuggerPort } })

test.setTimeout(180_000)

const notice = (page: Page) => page.getByText('Still here?')

/** A colour that nobody but this shopper chooses. */
const hue = hueAt(0.61)
if (hue.mode !== 'xy') throw new Error('A hue is no white.')
const chosen = hue

/** How files would hold that lamp's colour: as a fraction, or as Zigbee has it, about where the lamp came to. */
function markersOf(x: number): string[] {
  const nearest = Math.round(x * 65_536)
  const raw = Array.from({ length: 41 }, (_, step) => nearest - 20 + step)
  return raw.flatMap((value) => [String(value / 65_536), `"currentX":${value}`])
}

/** How a memory holds one of its two numbers: as it was chosen, and as the lamp came to be, in two ways. */
function numbersOf(share: number): string[] {
  const raw = Math.round(share * 65_536)
  return [String(share), String(raw / 65_536), String(raw)]
}

/** Keeps the visit going while a task takes longer than a visitor may be silent. */
async function staying<Result>(page: Page, task: () => Promise<Result>): Promise<Result> {
  const touches = setInterval(() => void page.keyboard.press('Shift'), 3_000)
  try {
    return await task()
  } finally {
    clearInterval(touches)
  }
}

/** What of the chosen colour the service's memory holds. */
async function knownToService(kiosk: Kiosk): Promise<string[]> {
  const memory = await serviceMemory(kiosk)
  return [chosen.x, chosen.y].flatMap(numbersOf).filter((number) => memory.has(number))
}

/** What the page has stored, by any means that a page has. */
function stored(page: Page): Promise<object> {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
    pages: history.length,
  }))
}

async function filesWith(kiosk: Kiosk, markers: readonly string[]): Promise<string[]> {
  const entries = await readdir(kiosk.dataFolder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path).catch(() => Buffer.alloc(0))
      // Browsers keep texts in one of two ways. Bytes are compared: of UTF-16 at an odd place Node 24.21 writes past its memory.
      const marker = markers.find((each) =>
        (['utf8', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(each, encoding))),
      )
      return marker === undefined ? [] : [`${path}: ${marker}`]
    }),
  )
  return found.flat()
}

test('a touch, or a key, during the notice is enough to go on', async ({ page, lamps, shell }) => {
  test.skip(shell === 'electron', 'one shell says how the page counts its seconds')
  await tile(page, 'Bright day').click()
  await expect(notice(page)).toBeVisible()
  await page.keyboard.press('Shift')
  await expect(notice(page)).toBeHidden()
  await expect(notice(page)).toBeVisible()
  await page.getByRole('button', { name: 'I’m still here' }).click()
  await expect(notice(page)).toBeHidden()
  // Within reach it stands above all that can be touched.
  await wish(page, ['withinReach'])
  await expect(notice(page)).toBeVisible()
  await stands(page)
  const card = await page.locator('.card', { has: notice(page) }).boundingBox()
  expect(card === null ? null : card.y + card.height).toBeLessThan((portrait.height * 2) / 3)
  await wish(page, ['withinReach'], false)
  expect((await lamps.state('pendant')).brightness).toBeCloseTo(1, 1)
})

test('when nobody is there any more everything returns, and nothing of the visit is left', async ({
  page,
  lamps,
  kiosk,
}) => {
  const log = withoutDebugger(kiosk.log())
  const storedBefore = await stored(page)
  const address = page.url()
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(1, 1)
  await slider(page, 'Pendant').fill('37')
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(0.37, 2)
  await page.getByRole('button', { name: 'Choose the light of: Floor lamp' }).click()
  await page.getByRole('button', { name: 'Colour', exact: true }).click()
  await page.getByRole('slider', { name: 'Colour', exact: true }).fill('61')
  await expect.poll(async () => (await lamps.state('floor-lamp')).xy?.[0]).toBeCloseTo(chosen.x, 2)
  const known = await staying(page, () => knownToService(kiosk))
  expect(known, 'the search finds what is there').toContain(String(chosen.x))
  await page.keyboard.press('Escape')
  await speak(page, 'Svenska')
  const glow = chip(page, 'Golvlampa').locator('xpath=..')
  const glowing = () => glow.evaluate((element) => element.style.getPropertyValue('--glow'))
  const message = 'blue, as nothing else in this room'
  await expect.poll(glowing, { message, timeout: 5_000 }).toMatch(/^rgb\(0 8\d 25\d\)$/)
  const marker = await glowing()
  expect((await pageMemory(page)).includes(marker), 'the search finds what is there').toBe(true)

  await expect(page.locator('html')).toHaveAttribute('lang', 'en', { timeout: 30_000 })
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(0.45, 1)
  // The room shows itself, as before anybody came.
  await expect(tile(page, 'Bright day')).toBeHidden()
  // Neither what the page goes on with nor what it has put away.
  await expect.poll(async () => (await pageMemory(page)).includes(marker), { timeout: 60_000 }).toBe(false)
  await expect.poll(() => knownToService(kiosk), { timeout: 30_000 }).toEqual([])
  // Asked again of a page that was just being loaded afresh.
  await expect(async () => expect(await stored(page)).toEqual(storedBefore)).toPass({ timeout: 30_000 })
  expect(page.url()).toBe(address)
  expect(await filesWith(kiosk, ['ieeeAddr']), 'the search reads the files').not.toEqual([])
  expect(await filesWith(kiosk, [marker, ...markersOf(chosen.x)])).toEqual([])
  expect(withoutDebugger(kiosk.log())).toBe(log)
})
