import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { type Kiosk, portrait } from './kiosk.ts'
import { expect, test } from './kiosk-test.ts'
import { tile } from './screen.ts'
import { button, dragTo, enterPin, Hand, signIn, stick, write } from './staff-pages.ts'

// Fingers that tap twice, clerks who go in the middle of something, and two at once: nothing is half done, and nothing lost.
test.use({ lamping: 'bare', own: 'hostile' })
test.describe.configure({ mode: 'serial' })

const managerPin = '482139'
const lamps = [1, 2, 3].map((number) => `0x00158d0000000b0${number}`)
const model = 'TRADFRI bulb E27 CWS 806lm'
const seconds = { timeout: 30_000 }

/** A nervous finger: the second touch comes before anything has answered the first. */
async function tapTwice(target: Locator): Promise<void> {
  await target.evaluate((element) => {
    if (!(element instanceof HTMLElement)) throw new Error('this is no button')
    element.click()
    element.click()
  })
}

/** A record of the data folder; null while there is none. */
async function record(kiosk: Kiosk, name: string) {
  const text = await readFile(join(kiosk.dataFolder, name), 'utf8').catch(() => 'null')
  return JSON.parse(text)
}

/** A browser on the same machine, at which a second clerk is signed in. */
async function secondClerk(kiosk: Kiosk): Promise<Page> {
  const browser = kiosk.page.context().browser()
  if (browser === null) throw new Error('this kiosk is in no browser')
  const page = await (await browser.newContext({ viewport: portrait })).newPage()
  await page.goto(kiosk.url ?? '')
  await expect(tile(page, 'Bright day')).toBeVisible(seconds)
  await signIn(page, managerPin)
  return page
}

test('a finger that taps twice skips no step of the guide, and Escape in its middle loses nothing of what was said', async ({
  page,
  kiosk,
}) => {
  await button(page, 'Next').click({ timeout: 60_000 })
  for (let time = 0; time < 2; time++) await enterPin(page, managerPin)
  await tapTwice(button(page, 'Later'))
  await expect(page.getByText('Step 4 of 9')).toBeVisible()
  await write(page, 'Name of the store', 'kurva')
  await tapTwice(button(page, 'Next'))
  await expect(page.getByText('Step 5 of 9')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await record(kiosk, 'store.json')).store.name).toBe('kurva')
  await signIn(page, managerPin)
  await button(page, 'Close').click()
})

test('Escape while devices may join closes the door behind whoever leaves', async ({ page, kiosk }) => {
  const dongle = stick(kiosk.dongle)
  await signIn(page, managerPin)
  await button(page, 'Add a device').click()
  await expect(page.getByText('New devices may join now')).toBeVisible()
  for (const ieee of lamps) {
    await dongle.post('/devices', { ieee, model })
    await dongle.post(`/devices/${ieee}/join`, { wait: true })
  }
  await expect(page.locator('[data-stage="known"]')).toHaveCount(lamps.length, seconds)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await signIn(page, managerPin)
  await button(page, 'Health').click()
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()
  await expect(page.getByText('New devices may join now')).toHaveCount(0)
  await button(page, 'Close').click()
})

test('two taps on Save make one scene; two on Yes pass one lamp only; two on Remove remove once', async ({
  page,
  kiosk,
}) => {
  await signIn(page, managerPin)
  await button(page, 'Scenes').click()
  await button(page, 'Make a scene of the room as it is').click()
  await write(page, 'Name', 'twice')
  await tapTwice(button(page, 'Save'))
  await expect(page.locator('[data-scene="own-twice"]')).toBeVisible()
  await expect(page.locator('[data-scene^="own-"]')).toHaveCount(1)

  await button(page, 'Devices').click()
  for (const ieee of lamps) {
    await page.locator(`[data-device="${ieee}"]`).getByRole('button').first().click()
    await tapTwice(page.getByTestId('places').getByRole('button', { name: 'Still empty' }).first())
    await expect(page.getByTestId('places').locator('[aria-pressed="true"]')).toHaveCount(1)
    await button(page, 'Back').click()
  }
  expect((await record(kiosk, 'bindings.json')).bindings).toHaveLength(lamps.length)
  await button(page, 'Test all lamps').click()
  await expect(page.getByText('1 of 3')).toBeVisible()
  await tapTwice(button(page, 'Yes'))
  await expect(page.getByText('2 of 3')).toBeVisible()
  await button(page, 'Back').click()

  await page.locator(`[data-device="${lamps[2]}"]`).getByRole('button').first().click()
  await button(page, 'Remove').click()
  await tapTwice(button(page, 'Remove it'))
  await expect(page.locator('[data-device]')).toHaveCount(2, seconds)
  await expect(page.locator('.staff-problem:not(:empty)')).toHaveCount(0)
  await button(page, 'Close').click()
})

test('what a manager has filled in survives other pages, closing, and what somebody else saves meanwhile', async ({
  page,
  kiosk,
}) => {
  await signIn(page, managerPin)
  await button(page, 'Store').click()
  const name = page.getByLabel('Name of the store')
  await write(page, 'Name of the store', 's')
  await button(page, 'By day').click()
  await page.getByLabel('Opens, Monday').selectOption('08:00')
  await tapTwice(button(page, 'Always open'))
  await tapTwice(button(page, 'By day'))
  await expect(page.getByLabel('Opens, Monday')).toHaveValue('08:00')
  await button(page, 'Devices').click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await record(kiosk, 'store.json')).store).toMatchObject({ name: 'kurva', hours: null })

  const other = await secondClerk(kiosk)
  await button(other, 'Store').click()
  await other.getByLabel('Brightness of the screen').selectOption('0.8')
  await button(other, 'Save').click()
  await expect(button(other, 'Save').locator('..')).toContainText('Saved')

  await signIn(page, managerPin)
  await button(page, 'Store').click()
  await expect(name).toHaveValue('kurvas')
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await expect(page.getByLabel('Brightness of the screen')).toHaveValue('0.8')
  await tapTwice(button(page, 'Save'))
  await expect(button(page, 'Save').locator('..')).toContainText('Saved')
  expect((await record(kiosk, 'store.json')).store).toMatchObject({
    name: 'kurvas',
    hours: { mon: { from: '08:00' } },
    habits: { brightness: 0.8 },
  })
  await expect(other.getByLabel('Name of the store')).toHaveValue('kurvas')
  await page.getByLabel('Opens, Monday').selectOption('07:00')
  await button(page, 'Discard changes').click()
  await expect(page.getByLabel('Opens, Monday')).toHaveValue('08:00')
  await button(page, 'Close').click()
  await other.context().close()
})

test('a lamp is dragged to its place, and one that is dropped beside all of them stays where it is', async ({
  page,
  kiosk,
}) => {
  await signIn(page, managerPin)
  await page.locator(`[data-device="${lamps[0]}"]`).getByRole('button').first().click()
  const hand = await Hand.over(page)
  const places = page.getByTestId('places')
  const target = places.locator('[data-place="living-room/mushroom-lamp"]')
  await target.scrollIntoViewIfNeeded()
  await dragTo(page, hand, target)
  await expect(target).toContainText('It is here')
  const bound = async () => (await record(kiosk, 'bindings.json')).bindings
  expect(await bound()).toContainEqual({ room: 'living-room', fixture: 'mushroom-lamp', device: lamps[0] })
  const before = await bound()
  await dragTo(page, hand, page.getByRole('heading', { name: 'For staff' }))
  await expect(target).toContainText('It is here')
  expect(await bound()).toEqual(before)
  await button(page, 'Close').click()
})

test('a lamp that one clerk removes leaves the other’s page, with nothing half done', async ({
  page,
  kiosk,
}) => {
  await signIn(page, managerPin)
  const other = await secondClerk(kiosk)
  const row = `[data-device="${lamps[1]}"]`
  await page.locator(row).getByRole('button').first().click()
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  await other.locator(row).getByRole('button').first().click()
  await button(other, 'Remove').click()
  await button(other, 'Remove it').click()
  await expect(other.locator('[data-device]')).toHaveCount(1, seconds)
  await expect(page.locator('[data-device]')).toHaveCount(1, seconds)
  expect((await record(kiosk, 'bindings.json')).bindings).toHaveLength(1)
  await button(page, 'Close').click()
  await other.context().close()
})
