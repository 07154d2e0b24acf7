import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings, speak } from './screen.ts'
import { button, setUp, signIn, stick } from './staff-pages.ts'

// Every page of staff's, in three languages, upright and lying, with no, one, a dozen and two hundred devices: for people to
// look at, in screenshots/. It takes a quarter of an hour, so it runs when it is asked for only.
test.skip(process.env.SHOWROOM_STAFF_PICTURES === undefined, 'SHOWROOM_STAFF_PICTURES=0,1,12,200 takes them')
test.use({ lamping: 'bare' })
test.setTimeout(1_500_000)
const counts = (process.env.SHOWROOM_STAFF_PICTURES ?? '').split(',').map(Number)

const managerPin = '482139'
const model = 'TRADFRI bulb E27 CWS 806lm'
const languages = { de: 'Deutsch', ar: 'العربية', en: 'English' } as const
const pages = ['devices', 'health', 'scenes', 'store', 'upkeep'] as const
const shapes = { p: portrait, l: landscape }
/** Longer pages are lists, of which the beginning and the end say enough. */
const mostScreens = 7
/** What is alike on two screens of one page, so that nothing is cut where they meet; CSS pixels. */
const overlap = 120

test('every staff page', async ({ page, kiosk, shot }) => {
  const dongle = stick(kiosk.dongle)
  page.setDefaultTimeout(30_000)
  const findings: string[] = []
  const body = page.locator('dialog .body')

  /** The page that is open, screen by screen. */
  const take = async (name: string) => {
    for (const [shape, size] of Object.entries(shapes)) {
      await kiosk.resize(size)
      const [whole, seen] = await body.evaluate((element) => [element.scrollHeight, element.clientHeight])
      const screens = Math.ceil(Math.max(1, (whole ?? 0) - overlap) / ((seen ?? 1) - overlap))
      const shown =
        screens > mostScreens ? [0, screens - 1] : Array.from({ length: screens }, (_, index) => index)
      for (const index of shown) {
        await body.evaluate((element, top) => element.scrollTo(0, top), index * ((seen ?? 0) - overlap))
        await shot(`staff/${name}-${shape}${index === 0 ? '' : `-${index + 1}`}`)
      }
      await body.evaluate((element) => element.scrollTo(0, 0))
      findings.push(...(await seriousFindings(page)).map((each) => `${name}-${shape}: ${each}`))
    }
    await kiosk.resize(portrait)
  }
  const enter = async () => {
    await page.keyboard.press('Control+Alt+KeyS')
    await page.locator('dialog[open] fieldset button').first().waitFor()
    await page.keyboard.type(managerPin)
    await page.keyboard.press('Enter')
    await page.locator('dialog nav').waitFor()
  }
  const close = async () => {
    await page.locator('dialog header button').click()
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
  const goTo = (name: (typeof pages)[number]) =>
    page.locator('dialog nav button').nth(pages.indexOf(name)).click()
  const back = () => body.locator('button').first().click()

  /** What looks the same however many devices there are. */
  const takeInside = {
    devices: async (title: string) => {
      const buttons = body.locator('.staff-buttons button')
      await buttons.nth(0).click()
      await take(`${title}-add`)
      await back()
      await buttons.nth(2).click()
      await take(`${title}-nearby`)
      await back()
    },
    health: async () => {},
    scenes: async (title: string) => {
      await body.locator('.staff-buttons button').first().click()
      await body.getByRole('textbox').first().click()
      await take(`${title}-new`)
      await back()
      await body.locator('[data-scene]').first().locator('.staff-buttons button').nth(1).click()
      await take(`${title}-one`)
      await back()
    },
    store: async (title: string) => {
      await page.getByTestId('other-days').locator('select ~ button').last().click()
      await body.locator('[data-day] button').first().click()
      await take(`${title}-holiday`)
      await body.locator('.save .plain').click()
      await page.locator('[data-testid="products"] button').click()
      await take(`${title}-products`)
      await back()
      await page.locator('[data-testid="pins"] button').first().click()
      await take(`${title}-pin`)
      await back()
    },
    upkeep: async (title: string) => {
      const forget = page.getByTestId('forget')
      await forget.getByRole('button').click()
      await take(`${title}-forget`)
      await forget.getByRole('button').first().click()
      await take(`${title}-forget-pin`)
      await forget.getByRole('button').last().click()
    },
  }

  await setUp(page, managerPin)

  const ieees: string[] = []
  for (const count of counts) {
    await kiosk.resize(portrait)
    await speak(page, languages.en)
    if (count > 0) {
      await signIn(page, managerPin)
      const before = ieees.length
      await button(page, 'Add a device').click()
      while (ieees.length < count) {
        const ieee = `0x00158d00000d${ieees.length.toString(16).padStart(4, '0')}`
        ieees.push(ieee)
        await dongle.post('/devices', { ieee, model, hops: ieees.length <= 12 ? 1 : 1 + (ieees.length % 2) })
        await dongle.post(`/devices/${ieee}/join`, { wait: true })
        if (ieees.length % 20 === 0 || ieees.length === count) {
          const known = page.locator('[data-stage="known"]')
          await expect(known).toHaveCount(ieees.length - before, { timeout: 200_000 })
          // The door stays open for 254 seconds at a time.
          await button(page, 'Stop').click()
          await button(page, 'Let devices join').click()
        }
      }
      await button(page, 'Health').click()
      await button(page, 'Ask everybody').click()
      await expect(page.getByTestId('network')).toContainText('As of', { timeout: 300_000 })
      await close()
    }
    for (const [tag, language] of Object.entries(languages)) {
      await speak(page, language)
      await enter()
      for (const name of pages) {
        await goTo(name)
        const title = `${count}-${name}-${tag}`
        await take(title)
        if (count === counts[0]) await takeInside[name](title)
        if (count !== 1 || name !== 'devices') continue
        await page.locator('[data-device] button').first().click()
        await take(`${title}-card`)
        await back()
      }
      await close()
    }
  }
  expect(findings).toEqual([])
})
