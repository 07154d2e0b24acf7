import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  chromium,
  expect,
  type Page,
} from '@playwright/test'
import { encodeTakeHome } from '../renderer/take-home/take-home-code.ts'
import type { TakeHome } from '../renderer/take-home/take-home-list.ts'
import { wordsIn } from '../renderer/take-home-page/page-words.ts'
import { languages } from '../src/contract/words.ts'
import { seeded } from '../src/showroom/testing/seeded.ts'
import { chromiumProgram, chromiumSwitches, root, withoutSandbox } from './programs.ts'
import { seriousFindings } from './screen.ts'

const address = pathToFileURL(join(root, 'dist/take-home/index.html')).href
const phone = { width: 390, height: 844 }
const unset = { on: null, brightness: null, kelvin: null, colour: null, openness: null, lowers: false }

const list: TakeHome = {
  language: 'en',
  scene: 'Movie night',
  room: 'Living room',
  store: { name: 'Malmö', country: 'SE' },
  currency: 'SEK',
  items: [
    {
      name: 'Dome pendant',
      count: 2,
      article: '204.325.27',
      price: { amount: 59900, until: '2035-12-31' },
      place: { aisle: '11', bin: '4' },
      once: false,
    },
    {
      name: 'Lamp <img src=x onerror=alert(1)>',
      count: 1,
      article: null,
      price: { amount: 10000, until: '2020-01-01' },
      place: null,
      once: false,
    },
    {
      name: 'Hub',
      count: 1,
      article: null,
      price: { amount: 69900, until: '2036-12-31' },
      place: null,
      once: true,
    },
  ],
  settings: [
    { ...unset, name: 'Pendant', on: false },
    { ...unset, name: 'Shelf strip', brightness: 0.6, colour: '#5468ff' },
    { ...unset, name: 'Roller blind', openness: 0 },
  ],
  beyond: ['moments'],
}

interface Fixtures {
  /** Opens the page as a phone would; whatever it asks for is noted and refused. */
  open: (fragment: string, options?: BrowserContextOptions) => Promise<Page>
  asked: string[]
  faults: string[]
}

const test = base.extend<Fixtures, { phones: Browser }>({
  phones: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures it needs
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: chromiumProgram(),
        chromiumSandbox: !withoutSandbox(),
        args: chromiumSwitches('flat'),
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures it needs
  asked: async ({}, use) => use([]),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures it needs
  faults: async ({}, use) => use([]),
  open: async ({ phones, asked, faults }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (fragment, options = {}) => {
      const context = await phones.newContext({ viewport: phone, locale: 'en-GB', ...options })
      contexts.push(context)
      await context.route('**/*', async (route) => {
        const url = route.request().url()
        if (url.split('#')[0] === address && route.request().isNavigationRequest()) return route.continue()
        asked.push(url)
        return route.abort()
      })
      const page = await context.newPage()
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => faults.push(message.text()))
      await page.goto(`${address}#${fragment}`)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

test('the page shows list, prices, places and settings, and asks nobody for anything', async ({
  open,
  asked,
  faults,
}) => {
  const page = await open(encodeTakeHome(list))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Movie night')
  await expect(page.getByText('Living room, Malmö')).toBeVisible()
  const rows = page.getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('2 × Dome pendant')
  await expect(rows.nth(0)).toContainText('Aisle 11 · Bin 4')
  await expect(rows.nth(0)).toContainText(/1[,\s]198\skr/)
  // A price whose last day is over is gone on the phone, too, and words are words.
  await expect(rows.nth(1)).toContainText('Lamp <img src=x onerror=alert(1)>')
  await expect(rows.nth(1)).toContainText('Ask for today’s price')
  await expect(page.locator('.sum')).toContainText(/1[,\s]897\skr/)
  await expect(page.locator('.sum')).toContainText('31 December 2035')
  await expect(page.locator('.settings')).toContainText('60% · #5468ff')
  await expect(page.locator('.settings')).toContainText('Closed')
  await expect(page.getByText('At home that takes a timer')).toBeVisible()
  await rows.nth(0).click()
  await expect(page.getByRole('checkbox').first()).toBeChecked()
  await page.screenshot({ path: join(root, 'screenshots/take-home/en.png'), fullPage: true })
  expect(await seriousFindings(page)).toEqual([])
  expect(asked).toEqual([])
  expect(faults).toEqual([])
})

test('its policy lets it ask nobody even if it wanted to', async ({ open, asked }) => {
  const page = await open(encodeTakeHome(list))
  await expect(page.locator('meta[http-equiv]')).toHaveAttribute('content', /^default-src 'none'; /)
  const refused = await page.evaluate(async () => {
    const image = new Image()
    const failed = new Promise((resolve) => image.addEventListener('error', () => resolve('refused')))
    image.src = 'https://showroom.example/x.png'
    return [await failed, await fetch('https://showroom.example/').catch(() => 'refused')]
  })
  expect(refused).toEqual(['refused', 'refused'])
  expect(asked).toEqual([])
})

test('a phone reads it in its own language, as far as the words are known', async ({
  open,
  asked,
  faults,
}) => {
  const page = await open(encodeTakeHome(list), { locale: 'sv-SE', colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Filmkväll')
  await expect(page.getByRole('listitem').first()).toContainText('2 × Kupolpendel')
  await expect(page.getByRole('listitem').first()).toContainText('Gång 11 · Fack 4')
  await expect(page.locator('.settings')).toContainText('60 % · #5468ff')
  await page.screenshot({ path: join(root, 'screenshots/take-home/sv-dark.png'), fullPage: true })
  expect(await seriousFindings(page)).toEqual([])
  // One that the page does not speak gets the list's language.
  const other = await open(encodeTakeHome({ ...list, language: 'sv', scene: 'Filmkväll' }), {
    locale: 'fi-FI',
  })
  await expect(other.locator('html')).toHaveAttribute('lang', 'sv')
  expect(asked).toEqual([])
  expect(faults).toEqual([])
})

test('a list of twenty things is read on a phone in each language, whatever the kiosk spoke', async ({
  open,
  asked,
  faults,
}) => {
  const [first] = list.items
  if (first === undefined) throw new Error('there is nothing on the list')
  const items = Array.from({ length: 20 }, (_, i) => ({ ...first, name: `${first.name} ${i + 1}` }))
  for (const [i, language] of languages.entries()) {
    const kiosk = languages[(i + 1) % languages.length] ?? 'en'
    const page = await open(encodeTakeHome({ ...list, language: kiosk, items }), { locale: language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
    await expect(page.getByRole('listitem')).toHaveCount(items.length)
    await expect(page.getByRole('listitem').last()).toContainText(`2 × ${first.name} 20`)
    await expect(page.locator('.sum')).toContainText(wordsIn(language).sum.split('{')[0] ?? '')
    await page.close()
  }
  expect(asked).toEqual([])
  expect(faults).toEqual([])
})

test('whatever stands behind the #, the page says something calm and does no harm', async ({
  open,
  asked,
  faults,
}) => {
  const code = encodeTakeHome(list)
  const page = await open('')
  const sorry = page.getByRole('heading', { name: 'This list cannot be read' })
  await expect(sorry).toBeVisible()
  await page.screenshot({ path: join(root, 'screenshots/take-home/garbled.png') })
  const random = seeded(11)
  const fragments = Array.from({ length: 90 }, (_, round) => {
    const at = Math.floor(random() * code.length)
    const anything = () =>
      String.fromCodePoint(
        ...Array.from({ length: 1 + Math.floor(random() * 80) }, () => 33 + Math.floor(random() * 5000)),
      )
    return [
      code.slice(0, at),
      code.slice(at + 1),
      `${code}${at}`,
      anything(),
      '%',
      '<script>alert(1)</script>',
    ][round % 6]
  })
  for (const fragment of fragments) {
    const heading = await page.evaluate(async (next) => {
      const changed = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))
      const before = window.location.hash
      window.location.hash = next ?? ''
      if (window.location.hash !== before) await changed
      return document.querySelector('h1')?.textContent
    }, fragment)
    expect(heading, fragment).toMatch(/^This list (cannot be read|is newer than this page)$/)
  }
  await page.evaluate((next) => {
    window.location.hash = next
  }, code)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Movie night')
  expect(asked).toEqual([])
  expect(faults).toEqual([])
})
