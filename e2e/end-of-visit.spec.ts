import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hueAt } from '../renderer/shopper/dial-colour.ts'
import type { Kiosk } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { chip, slider, speak, tile } from './screen.ts'

test.use({ environment: { SHOWROOM_IDLE_SECONDS: '8', SHOWROOM_NOTICE_SECONDS: '5' } })

const notice = (page: Page) => page.getByText('Still here?')

/** A colour that nobody but this shopper chooses, and its number as it would be found anywhere. */
const chosen = hueAt(0.61)
if (chosen.mode !== 'xy') throw new Error('A hue is no white.')
const marker = String(chosen.x).slice(0, 12)

/** What the page's memory holds, as text, numbers included. */
async function heap(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { captureNumericValue: true })
  await devtools.detach()
  return chunks.join('')
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

async function filesWith(kiosk: Kiosk, marker: string): Promise<string[]> {
  const entries = await readdir(kiosk.dataFolder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found = await Promise.all(
    paths.map(async (path) => ((await readFile(path).catch(() => '')).includes(marker) ? [path] : [])),
  )
  return found.flat()
}

/** While its lamps joined nobody touched it: the room shows itself. */
test.beforeEach(async ({ page }) => {
  await page.keyboard.press('Shift')
  await expect(tile(page, 'Bright day')).toBeVisible()
})

test('a touch, or a key, during the notice is enough to go on', async ({ page, lamps }) => {
  await tile(page, 'Bright day').click()
  await expect(notice(page)).toBeVisible()
  await page.keyboard.press('Shift')
  await expect(notice(page)).toBeHidden()
  await expect(notice(page)).toBeVisible()
  await page.getByRole('button', { name: 'I’m still here' }).click()
  await expect(notice(page)).toBeHidden()
  expect((await lamps.state('pendant')).brightness).toBeCloseTo(1, 1)
})

test('when nobody is there any more everything returns, and nothing of the visit is left', async ({
  page,
  lamps,
  kiosk,
}) => {
  const log = kiosk.log().length
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
  await page.keyboard.press('Escape')
  await speak(page, 'Svenska')
  expect(await heap(page), 'the search finds what is there').toContain(marker)

  await expect(page.locator('html')).toHaveAttribute('lang', 'en', { timeout: 30_000 })
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(0.45, 1)
  await expect(chip(page, 'Pendant')).toContainText('45')
  expect(await heap(page)).not.toContain(marker)
  expect(await stored(page)).toEqual(storedBefore)
  expect(page.url()).toBe(address)
  expect(await filesWith(kiosk, marker)).toEqual([])
  expect(kiosk.log().slice(log)).toBe('')
})
