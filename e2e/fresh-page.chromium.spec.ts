import type { Page } from '@playwright/test'
import { visits } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { tile } from './screen.ts'
import { touchAt } from './touch.ts'

// In Chromium only, where a spec can hold back what the page that comes is made of.
test.use(visits)

const atRest = (page: Page) => page.locator('.page.resting')
const somewhere = { x: 500, y: 600 }
const mark = (page: Page) => page.evaluate(() => Reflect.set(window, 'before', true))
const isTheSame = (page: Page) => page.evaluate(() => Reflect.has(window, 'before'))

/** Something to wait for until somebody says so. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

/** A visit that is over: the room rests, and its page will be loaded anew. */
async function visit(page: Page): Promise<void> {
  await tile(page, 'Bright day').click()
  await page.getByRole('button', { name: 'Where does my data go?' }).click()
  await page.getByRole('button', { name: 'Forget me' }).click()
  await expect(atRest(page)).toBeVisible()
}

test('whoever touches the screen while the next page is on its way keeps this one', async ({ page }) => {
  await mark(page)
  const [asked, held, over] = [signal(), signal(), signal()]
  const isPage = ({ pathname }: URL) => pathname === '/' || pathname === '/index.html'
  await page.route(isPage, async (route) => {
    asked.give()
    await held.given
    await route.continue().catch(() => {}) // The page has given it up.
    over.give()
  })
  await visit(page)
  await asked.given
  await touchAt(page, somewhere)
  await expect(tile(page, 'Bright day')).toBeVisible()
  held.give()
  await over.given
  await page.unroute(isPage)
  // Another touch, and what comes of it, on the same page.
  await visit(page)
  expect(await isTheSame(page)).toBe(true)
})

/** Loads the page anew, and keeps its code from it until what is returned is called. */
async function reloadWithoutCode(page: Page): Promise<() => Promise<void>> {
  const held = signal()
  const isCode = ({ pathname }: URL) => /^\/assets\/index.*\.js$/.test(pathname)
  await page.route(isCode, async (route) => {
    await held.given
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => 'takeEarlyTouches' in window)
  return async () => {
    held.give()
    await page.locator('.page').waitFor()
    await page.unroute(isCode)
  }
}

for (const [sign, give] of Object.entries({
  touch: (page: Page) => touchAt(page, somewhere),
  key: (page: Page) => page.keyboard.press('Tab'),
})) {
  test(`a ${sign} that a page is too young to answer is answered later`, async ({ page }) => {
    await visit(page)
    const goOn = await reloadWithoutCode(page)
    await give(page)
    await goOn()
    await expect(tile(page, 'Bright day')).toBeVisible()
  })
}

test('a finger that is down when the page leaves is handed over to the one that comes', async ({ page }) => {
  await visit(page)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [somewhere] })
  const goOn = await reloadWithoutCode(page)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await devtools.detach()
  const early = await page.evaluate(() => Reflect.get(window, 'takeEarlyTouches')())
  expect(early).toEqual({ places: [somewhere], handedOver: true, somebody: true })
  expect(await page.evaluate(() => sessionStorage.length), 'its place is kept nowhere else').toBe(0)
  await goOn()
})
