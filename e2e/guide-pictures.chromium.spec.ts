import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings } from './screen.ts'
import { stick } from './staff-pages.ts'

// The set-up guide in one language, step by step, with a lamp that joins, dies and is replaced: for people to look at, in
// screenshots/. A kiosk is set up once only, so each language is a run of its own.
const tag = process.env.SHOWROOM_GUIDE_PICTURES ?? ''
test.skip(tag === '', 'SHOWROOM_GUIDE_PICTURES=de takes them in German')
test.use({ lamping: 'bare' })
test.setTimeout(300_000)

const managerPin = '482139'
const model = 'TRADFRI bulb E27 CWS 806lm'
const shapes = { p: portrait, l: landscape }

test('the set-up guide, step by step', async ({ page, kiosk, shot }) => {
  const dongle = stick(kiosk.dongle)
  const findings: string[] = []
  const take = async (name: string) => {
    for (const [shape, size] of Object.entries(shapes)) {
      await kiosk.resize(size)
      await shot(`staff/${name}-${tag}-${shape}`)
      findings.push(...(await seriousFindings(page)).map((each) => `${name}-${shape}: ${each}`))
    }
    await kiosk.resize(portrait)
  }
  const guide = page.locator('.guide')
  const digits = async () => {
    for (const digit of managerPin) await guide.getByRole('button', { name: digit, exact: true }).click()
    await guide.locator('.key.go').click()
  }
  const next = () => guide.locator('.foot .next').click()
  await guide.locator(`.languages button[lang="${tag}"]`).click({ timeout: 60_000 })
  await expect(page.locator('html')).toHaveAttribute('lang', tag)
  await take('guide-1-language')
  await next()
  await take('guide-2-pin')
  await digits()
  await digits()
  await take('guide-3-clerk')
  await guide.locator('.later').click()
  for (const step of ['4-store', '5-screen', '6-dongle', '7-devices', '8-hours']) {
    await expect(guide.locator('.question')).toBeVisible()
    await take(`guide-${step}`)
    if (step === '7-devices') {
      await guide.locator('.staff-buttons button').first().click()
      const ieee = '0x00158d00000e0001'
      await dongle.post('/devices', { ieee, model })
      await dongle.post(`/devices/${ieee}/join`, { wait: true })
      await page.locator('[data-stage="known"] button').click()
      await page.getByTestId('places').locator('.place').first().click()
      await take('guide-7-placed')
      await dongle.post(`/devices/${ieee}/power`, { on: false })
      await guide.locator('.staff-page > button').first().click()
      await guide.locator('.staff-page > button').first().click()
      const row = page.locator(`[data-device="${ieee}"]`)
      await expect(row.locator('button')).toHaveCount(2, { timeout: 60_000 })
      await take('guide-7-silent')
      await row.locator('button').last().click()
      await take('guide-7-replace')
      await guide.locator('.staff-page > button').first().click()
      await guide.locator('.staff-buttons button').nth(1).click()
      await take('guide-7-test')
      await guide.locator('.staff-page > button').first().click()
    }
    await next()
  }
  await take('guide-9-ready')
  await guide.locator('.foot .next').click()
  await page.keyboard.press('Control+Alt+KeyS')
  await page.locator('dialog[open] fieldset button').first().waitFor()
  await take('pin')
  expect(findings).toEqual([])
})
