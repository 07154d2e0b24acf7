import type { Page } from '@playwright/test'
import { expect, test } from './kiosk-test.ts'
import { Monkey } from './monkey.ts'
import { stands } from './screen.ts'
import { touchAt } from './touch.ts'

/** The soak gives it ten minutes, the room in 3D, and looks at the memory. */
const isSoak = process.env.SHOWROOM_SOAK === '1'
const playsMs = isSoak ? 600_000 : 12_000
const seed = Number(process.env.SHOWROOM_SEED ?? 1)
const resets = isSoak ? 3 : 1
/** It is called back so often. */
const callsMs = isSoak ? 10_000 : 2_000

// Elsewhere it shares the kiosk of others.
if (isSoak) test.use({ picture: '3d' })
test.setTimeout(3 * playsMs + 120_000)

/** What lies over the room, uppermost last. */
function over(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // A sheet that slides away is gone when it is out of sight.
    const open = [...document.querySelectorAll('dialog:modal, dialog:popover-open, dialog.sheet')]
    const rests = document.querySelector('.page.resting') !== null
    return [...open.map((element) => element.className), ...(rests ? ['resting'] : [])]
  })
}

/** A touch while something still scrolls by itself only stops it. */
async function scrollingEnds(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const places = () =>
      [...document.querySelectorAll('*')].reduce(
        (sum, { scrollTop, scrollLeft }) => sum + scrollTop + scrollLeft,
        0,
      )
    for (let before = -1, still = 0; still < 8; still++) {
      const now = places()
      if (now !== before) still = 0
      before = now
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
}

/** Back to the room by one touch, wherever one is: on the cross of what is open, or anywhere. */
async function backByOneTouch(page: Page): Promise<void> {
  await stands(page)
  await scrollingEnds(page)
  const before = await over(page)
  if (before.length === 0) return
  const cross = page.locator('dialog:modal .close').last()
  const isThere = (await cross.count()) > 0
  if (isThere) await cross.click({ trial: true })
  const box = isThere ? await cross.boundingBox() : null
  if (before.some((what) => /sheet|card|staff/.test(what)) && box !== null)
    await touchAt(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  else await touchAt(page, { x: 40, y: 300 })
  await expect.poll(() => over(page), `one touch back from ${before}`).toEqual([])
}

/** What the page's memory holds once all is collected that can be. Bytes. */
async function heap(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await devtools.detach()
  return usedSize
}

/** The shopper's own way to end a visit; then the page is loaded anew, and the room shows itself. */
async function forgetMe(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'visited', true))
  await page.locator('.leads button').last().click()
  await page.locator('dialog.sheet:modal .foot .pill').click()
  await expect.poll(() => page.evaluate(() => Reflect.has(window, 'visited')).catch(() => true)).toBe(false)
  await page.locator('.page.resting').waitFor()
  if (isSoak) await page.locator('canvas.shown').waitFor()
}

test('ten fingers that do anything: no error, no dead end, one touch back to the room', async ({
  page,
  kiosk,
}) => {
  test.info().annotations.push({ type: 'seed', description: String(seed) })
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error')
      wrong.push(`${message.text()} (${message.location().url}:${message.location().lineNumber})`)
  })
  const logged = kiosk.log().length
  await page.emulateMedia({ reducedMotion: null })
  const monkey = await Monkey.at(page, seed)
  const heaps: number[] = []
  for (let reset = 0; reset < resets; reset++) {
    for (let playedMs = 0; playedMs < playsMs / resets; playedMs += callsMs) {
      await monkey.play(callsMs)
      await backByOneTouch(page)
    }
    await forgetMe(page)
    if (isSoak) heaps.push(await heap(page))
    await backByOneTouch(page)
  }
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(wrong).toEqual([])
  expect(kiosk.log().slice(logged)).toBe('')
  expect(monkey.deeds).toBeGreaterThan(playsMs / 500)
  const [first = 0, last = 0] = [heaps[0], heaps.at(-1)]
  expect(last, `heap after resets: ${heaps}`).toBeLessThanOrEqual(first * 1.05)
})
