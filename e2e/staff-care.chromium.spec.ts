import { landscape, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { openLanguages, seriousFindings, slider, tile } from './screen.ts'
import { button, setUp, signIn, stick, write, writeNumber } from './staff-pages.ts'

// One kiosk with one lamp: what staff do besides furnishing it. The page is the same in both shells.
test.use({ lamping: 'bare', own: 'care' })
test.describe.configure({ mode: 'serial' })

const managerPin = '482139'
const spare = '0x00158d0000000b09'
/** It still belongs to another network, and is not one of those that the stick knows. */
const returned = '0x00158d0000000b21'
const model = 'TRADFRI bulb E27 CWS 806lm'
const seconds = { timeout: 30_000 }

test('a kiosk is set up with one lamp', async ({ page, kiosk }) => {
  const dongle = stick(kiosk.dongle)
  await setUp(page, managerPin)
  await signIn(page, managerPin)
  await button(page, 'Add a device').click()
  await expect(page.getByText('New devices may join now')).toBeVisible()
  await dongle.post('/devices', { ieee: spare, model })
  await dongle.post(`/devices/${spare}/join`, { wait: true })
  await button(page, 'Name and place').first().click(seconds)
  const places = page.getByTestId('places')
  await places.getByRole('button', { name: /^Pendant/ }).click()
  await expect(places.locator('[aria-pressed="true"]')).toContainText('It is here')
  await button(page, 'Close').click()
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await dongle.state(spare)).on, seconds).toBe(true)
})

test('a map shows who hears whom; the network moves to another channel when a manager has said so twice, and its lamps with it', async ({
  page,
  kiosk,
  shot,
}) => {
  const dongle = stick(kiosk.dongle)
  await signIn(page, managerPin)
  await button(page, 'Health').click()
  await button(page, 'Listen to all channels').click()
  const card = page.getByTestId('channel')
  await expect(card.locator('[data-channel]')).toHaveCount(4, seconds)
  const row = card.locator('[data-channel]', { hasNotText: 'now' }).first()
  const channel = Number(await row.getAttribute('data-channel'))
  await row.getByRole('button').click()
  await button(page, 'Ask everybody').click()
  await expect(page.locator(`[data-heard="${spare}"]`)).toContainText('straight to the stick, well')
  await page.getByTestId('network').scrollIntoViewIfNeeded()
  await shot('staff-network')
  await button(page, 'Really move').scrollIntoViewIfNeeded()
  expect(await seriousFindings(page)).toEqual([])
  await shot('staff-channel')
  await button(page, 'Really move').click()
  await expect(card.getByRole('status')).toContainText(`Moving to channel ${channel}`)
  await expect(card.getByRole('status')).toContainText(
    `The network is on channel ${channel}, and all`,
    seconds,
  )
  await button(page, 'Close').click()
  await tile(page, 'Good night').click()
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await dongle.state(spare)).brightness, seconds).toBeGreaterThan(0.9)
})

test('where the store stands is said by touch, with its decimals, and stays', async ({ page, shot }) => {
  const latitude = page.getByLabel('Latitude (degrees north)')
  await signIn(page, managerPin)
  await button(page, 'Store').click()
  await writeNumber(page, 'Latitude (degrees north)', '55.61')
  // UTC has no main city.
  await expect(page.getByText(/Say both|wait until you say where/)).toBeVisible()
  await writeNumber(page, 'Longitude (degrees east)', '-13.5')
  await button(page, 'Done').click()
  await expect(page.getByText('Rules that follow the sun go by this place.')).toBeVisible()
  await shot('staff-store')
  await button(page, 'Save').click()
  await expect(button(page, 'Save').locator('..')).toContainText('Saved')
  await button(page, 'Health').click()
  await button(page, 'Store').click()
  await expect(latitude).toHaveValue('55.61')
  await button(page, 'Close').click()
})

test('a manager says what shoppers find and where products are, and the screen goes by it, after a reload too', async ({
  page,
  kiosk,
  shot,
}) => {
  await signIn(page, managerPin)
  await button(page, 'Store').click()
  const habits = page.getByTestId('habits')
  await habits.getByRole('button', { name: 'Wardrobe' }).click()
  // One room stays.
  await habits.getByRole('button', { name: 'Living room' }).click()
  await expect(habits.getByRole('button', { name: 'Living room' })).toHaveAttribute('aria-pressed', 'true')
  await habits.getByRole('button', { name: '日本語' }).click()
  await habits.getByLabel('Brightness of the screen').selectOption('0.6')
  await page.getByTestId('night').getByRole('button', { name: 'Dark until somebody touches it' }).click()
  const year = new Date().getFullYear() + 1
  for (const [part, value] of Object.entries({ year, month: 12, day: 25 })) {
    await page.getByLabel(part, { exact: true }).selectOption(String(value))
  }
  await button(page, 'Add this day').click()
  await expect(page.locator(`[data-day="${year}-12-25"]`)).toContainText(`December 25, ${year}`)
  await habits.scrollIntoViewIfNeeded()
  expect(await seriousFindings(page)).toEqual([])
  // What scrolls is the page's content; where one is and how one leaves stays.
  await expect(page.getByRole('heading', { name: 'For staff' })).toBeInViewport({ ratio: 1 })
  await shot('staff-habits')
  await kiosk.resize(landscape)
  await shot('staff-habits-landscape')
  await kiosk.resize(portrait)
  await button(page, 'Save').click()
  await expect(button(page, 'Save').locator('..')).toContainText('Saved')
  await button(page, 'Change places').click()
  const product = page.locator('[data-product="dome-pendant"]')
  await write(page, 'Bin', 'q7', product)
  await button(page, 'Save').click()
  await button(page, 'Change places').click()
  await expect(product.getByLabel('Bin')).toHaveValue(/q7$/i)
  expect(await seriousFindings(page)).toEqual([])
  await shot('staff-places')
  await button(page, 'Close').click()

  const check = async () => {
    await expect(page.getByTestId('veil')).toHaveCSS('opacity', '0.4')
    await expect(page.getByRole('button', { name: 'Wardrobe', exact: true })).toHaveCount(0)
    await openLanguages(page)
    await expect(page.locator('[popover]:popover-open button')).toHaveCount(8)
    await page.keyboard.press('Escape')
  }
  await check()
  await page.reload()
  await expect(tile(page, 'Bright day')).toBeVisible(seconds)
  await check()
})

test('the room as it is becomes a scene with a tile of its own', async ({ page, kiosk, shot }) => {
  const dongle = stick(kiosk.dongle)
  const brightness = async () => (await dongle.state(spare)).brightness
  await slider(page, 'Pendant').fill('37')
  await expect.poll(brightness, seconds).toBeCloseTo(0.37, 1)
  await signIn(page, managerPin)
  await button(page, 'Scenes').click()
  await button(page, 'Make a scene of the room as it is').click()
  await write(page, 'Name', 'Cosy')
  expect(await seriousFindings(page)).toEqual([])
  await button(page, 'Save').click()
  await expect(page.locator('[data-scene="own-cosy"]')).toContainText('Made in this store')
  await button(page, 'Hide: Good night').click()
  await button(page, 'Further up: Cosy').click()
  await expect(page.locator('[data-scene]').nth(-2)).toContainText('Cosy')
  expect(await seriousFindings(page)).toEqual([])
  await shot('staff-scenes')
  await button(page, 'Close').click()

  await expect(tile(page, 'Good night')).toHaveCount(0)
  await tile(page, 'Bright day').click()
  await expect.poll(brightness, seconds).toBeGreaterThan(0.9)
  await tile(page, 'Cosy').click()
  await expect.poll(brightness, seconds).toBeCloseTo(0.37, 1)

  await signIn(page, managerPin)
  await button(page, 'Scenes').click()
  await button(page, 'Take back the last change').click()
  await expect(page.locator('[data-scene]').last()).toContainText('Cosy')
  await button(page, 'Take back the last change').click()
  await button(page, 'Hide: Good night').waitFor()
  await button(page, 'Take back the last change').click()
  await expect(page.locator('[data-scene="own-cosy"]')).toHaveCount(0)
  await button(page, 'Close').click()
  await expect(tile(page, 'Good night')).toBeVisible()
})

test('a returned lamp held to the stick is shown with its address, blinks, and only then is reset', async ({
  page,
  kiosk,
  shot,
}) => {
  const dongle = stick(kiosk.dongle)
  await dongle.post('/devices', { ieee: returned, model })
  // None that this network may be on: of several lamps on one channel only the first is heard.
  await dongle.post('/faults', { kind: 'held-close', ieee: returned, channel: 13 })
  await dongle.post('/faults', { kind: 'held-close', ieee: spare })
  await signIn(page, managerPin)
  await button(page, 'Reset a lamp close by').click()
  await button(page, 'Look around').click()
  await expect(page.getByText('The stick is looking around')).toBeVisible()
  const row = page.locator(`[data-nearby="${returned}"]`)
  await expect(row).toContainText(`${returned}Channel 13`, seconds)
  const own = page.locator(`[data-nearby="${spare}"]`)
  await expect(own).toContainText('Belongs to this kiosk')
  await expect(own.getByRole('button')).toHaveCount(0)
  const reset = row.getByRole('button', { name: 'Reset it' })
  await expect(reset).toHaveCount(0)
  await row.getByRole('button', { name: 'Blink' }).click()
  await expect.poll(async () => (await dongle.view(returned)).identifies).toBeGreaterThan(0)
  await expect(row).toContainText('It blinks. Is it the one you hold?', seconds)
  expect(await seriousFindings(page)).toEqual([])
  await shot('staff-nearby')
  await reset.click()
  await expect(row).toContainText('It is reset. Let it join with “Add a device”.', seconds)
  await expect(row.getByRole('button')).toHaveCount(0)
  await button(page, 'Back').click()
  await button(page, 'Add a device').click()
  await dongle.post(`/devices/${returned}/join`, { wait: true })
  await expect(page.locator('[data-stage="known"]')).toHaveCount(1, seconds)
  await button(page, 'Close').click()
})

test('a stick that holds another network is taken when a manager has said so twice, and the lamp is there again', async ({
  page,
  kiosk,
  shot,
}) => {
  const dongle = stick(kiosk.dongle)
  await signIn(page, managerPin)
  await dongle.post('/faults', { kind: 'used-stick' })
  await button(page, 'Health').click()
  const card = page.getByTestId('give-up')
  await expect(card).toHaveCount(1, seconds)
  // It is there: to plug it in once more would not help.
  await expect(page.getByText('The radio stick is not there')).toHaveCount(0, seconds)
  await card.getByRole('button', { name: /^Give up network/ }).click()
  for (const [shape, size] of Object.entries({ l: landscape, p: portrait })) {
    await kiosk.resize(size)
    await card.scrollIntoViewIfNeeded(seconds)
    await shot(`staff-used-stick-${shape}`)
  }
  await button(page, 'Really give it up').click()
  await expect(card).toHaveCount(0, seconds)
  await button(page, 'Close').click()
  await tile(page, 'Good night').click()
  await expect.poll(async () => (await dongle.state(spare)).on, seconds).toBe(false)
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await dongle.state(spare)).on, seconds).toBe(true)
})
