import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings, speak } from './screen.ts'
import { button, enterPin } from './staff-pages.ts'

// Every page of staff's, in three languages, upright and lying, with no, one, a dozen and two hundred devices: for people to
// look at, in screenshots/. It takes a quarter of an hour, so it runs when it is asked for only.
test.skip(process.env.SHOWROOM_STAFF_PICTURES === undefined, 'SHOWROOM_STAFF_PICTURES=0,1,12,200 takes them')
test.use({ lamping: 'bare' })
test.setTimeout(1_500_000)
const counts = (process.env.SHOWROOM_STAFF_PICTURES ?? '').split(',').map(Number)

const managerPin = '482139'
const model = 'TRADFRI bulb E27 CWS 806lm'
const languages = ['Deutsch', 'العربية', 'English']
const pages = ['devices', 'health', 'scenes', 'store', 'upkeep']
const shapes = { p: portrait, l: landscape }

test('every staff page', async ({ page, kiosk, shot }) => {
  const { dongle } = kiosk
  if (dongle === null) throw new Error('this kiosk is not bare')
  page.setDefaultTimeout(30_000)
  const findings: string[] = []
  const take = async (name: string) => {
    for (const [shape, size] of Object.entries(shapes)) {
      await kiosk.resize(size)
      const body = page.locator('dialog .body')
      await body.evaluate((element) => {
        element.scrollTop = 0
      })
      await shot(`staff/${name}-${shape}`)
      const isLong = await body.evaluate((element) => {
        element.scrollTop = element.scrollHeight
        return element.scrollHeight > element.clientHeight * 1.1
      })
      if (isLong) await shot(`staff/${name}-${shape}-end`)
      findings.push(...(await seriousFindings(page)).map((each) => `${name}-${shape}: ${each}`))
    }
  }
  const signIn = async () => {
    await expect(async () => {
      await page.keyboard.press('Control+Alt+KeyS')
      await page.locator('dialog[open] fieldset button').first().waitFor({ timeout: 3000 })
    }).toPass({ timeout: 12_000 })
    await page.keyboard.type(managerPin)
    await page.keyboard.press('Enter')
    await page.locator('dialog nav').waitFor()
  }
  const close = async () => {
    await page.locator('dialog header button').click()
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
  const goTo = (index: number) => page.locator('dialog nav button').nth(index).click()

  await button(page, 'Next').click({ timeout: 60_000 })
  for (let time = 0; time < 2; time++) await enterPin(page, managerPin)
  await button(page, 'Later').click()
  await expect(page.getByLabel('Name of the store')).toBeVisible()
  await close()

  const ieees: string[] = []
  for (const count of counts) {
    await kiosk.resize(portrait)
    if (count > 0) {
      await signIn()
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
      await close()
    }
    for (const language of languages) {
      await kiosk.resize(portrait)
      await speak(page, language)
      await signIn()
      for (const [index, name] of pages.entries()) {
        await goTo(index)
        const title = `${count}-${name}-${language === 'English' ? 'en' : language === 'Deutsch' ? 'de' : 'ar'}`
        await take(title)
        if (name !== 'devices' || count > 12) continue
        await page.locator('dialog .body .staff-buttons button').nth(2).click()
        await take(`${title}-nearby`)
        await page.locator('dialog .body button').first().click()
        if (count !== 1) continue
        await page.locator('[data-device] button').first().click()
        await take(`${title}-card`)
        await page.locator('dialog .body button').first().click()
      }
      await close()
    }
  }
  expect(findings).toEqual([])
})
