import { readdir } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { keptNames, leftNames, ownNames } from '../src/platform/backup/kept-files.ts'
import type { DongleProgram } from '../src/zigbee/testing/dongle-program.ts'
import { expect, test } from './kiosk-test.ts'
import { seriousFindings, tile } from './screen.ts'
import { button, comeIn, enterPin, signIn, stick, touchKeys, write } from './staff-pages.ts'

// One kiosk is furnished, repaired and given a scene of its own, step by step, by touch alone. The page is the same in both
// shells; that the shell starts the service anew is said in staff-restart.
test.use({ lamping: 'bare', own: 'lamps' })
test.describe.configure({ mode: 'serial' })

const managerPin = '482139'
const otherPin = '739184'
/** Not one of scenes/virtual-showroom.yaml, which the kiosk gives their places by itself. */
const lamp = '0x00158d0000000b01'
const spare = '0x00158d0000000b09'
const model = 'TRADFRI bulb E27 CWS 806lm'
const seconds = { timeout: 30_000 }
/** Those that come last, so that there are ten. */
const more = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `0x00158d0000000c0${number}`)
const ten = [spare, ...more]
const passphrase = 'tengreenlamps'
/** Which of the ten are lit on a bright day: the third place's lamp stays dark. */
const brightDay = ten.map((_, index) => index !== 2)
/** And at night: one of them stays on, so that nobody stumbles. */
const goodNight = ten.map((_, index) => index === 8)

async function judged(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([])
}

async function litOf(dongle: DongleProgram): Promise<unknown[]> {
  return (await Promise.all(ten.map((ieee) => dongle.state(ieee)))).map(({ on }) => on)
}

test('a lamp is added, named and placed, and shoppers reach it', async ({ page, kiosk, shot }) => {
  const dongle = stick(kiosk.dongle)
  await button(page, 'Next').click({ timeout: 60_000 })
  for (let time = 0; time < 2; time++) await enterPin(page, managerPin)
  await button(page, 'Later').click()
  await write(page, 'Name of the store', 'Kurva')
  await expect(page.getByLabel('Name of the store')).toHaveValue('Kurva')
  await button(page, 'Close').click()

  await signIn(page, managerPin)
  await button(page, 'Add a device').click()
  await expect(page.getByText('New devices may join now')).toBeVisible()
  await dongle.post('/devices', { ieee: lamp, model })
  await dongle.post(`/devices/${lamp}/join`, { wait: true })
  await expect(page.locator('[data-stage="known"]').first()).toBeVisible(seconds)
  await button(page, 'Name and place').first().click()
  await write(page, 'Name', 'Old')
  await page
    .getByTestId('places')
    .getByRole('button', { name: /^Pendant/ })
    .click()
  await expect(page.getByTestId('places').locator('[aria-pressed="true"]')).toContainText('It is here')
  await judged(page)
  await shot('staff-place')
  await button(page, 'Close').click()
  await tile(page, 'Bright day').click()
  await expect.poll(async () => (await dongle.state(lamp)).on, seconds).toBe(true)
})

test('a dead lamp is replaced in two touches: name, place and scene pass on', async ({ page, kiosk }) => {
  const dongle = stick(kiosk.dongle)
  await signIn(page, managerPin)
  await dongle.post(`/devices/${lamp}/power`, { on: false })
  const row = page.locator(`[data-device="${lamp}"]`)
  await expect(row).toContainText('Does not answer', seconds)
  await row.getByRole('button', { name: 'Replace' }).click()
  await expect(page.getByText('New devices may join now')).toBeVisible()
  await dongle.post('/devices', { ieee: spare, model })
  await dongle.post(`/devices/${spare}/join`, { wait: true })
  await expect(button(page, 'Put it here')).toBeVisible(seconds)
  await button(page, 'Put it here').click()
  await expect(page.locator(`[data-device="${spare}"]`)).toContainText('Old')
  await expect(row).toHaveCount(0)
  await button(page, 'Close').click()
  await expect.poll(async () => (await dongle.state(spare)).on, seconds).toBe(true)
})

test('ten lamps are joined, named and placed by touch, and the scene of the room as it is has all of them', async ({
  page,
  kiosk,
}) => {
  const dongle = stick(kiosk.dongle)
  await comeIn(page, managerPin)
  await button(page, 'Add a device').click()
  await expect(page.getByText('New devices may join now')).toBeVisible()
  for (const ieee of more) {
    await dongle.post('/devices', { ieee, model })
    await dongle.post(`/devices/${ieee}/join`, { wait: true })
  }
  const places = page.getByTestId('places')
  for (const [index] of more.entries()) {
    // Whoever has come and has no place yet is asked about by a name of its own; the others may be looked at.
    await expect(button(page, 'Name and place').or(button(page, 'Have a look'))).toHaveCount(
      more.length,
      seconds,
    )
    await button(page, 'Name and place').first().click()
    await write(page, 'Name', 'abcdefghi'.charAt(index))
    await places.getByRole('button', { name: 'Still empty' }).first().click()
    await expect(places.locator('[aria-pressed="true"]').last()).toContainText('It is here')
    await button(page, 'Back').click()
  }
  await button(page, 'Close').click()
  const lit = () => litOf(dongle)
  await tile(page, 'Bright day').click()
  await expect.poll(lit, seconds).toEqual(brightDay)
  await signIn(page, managerPin)
  await button(page, 'Scenes').click()
  await button(page, 'Make a scene of the room as it is').click()
  await write(page, 'Name', 'Ten')
  await button(page, 'Save').click()
  await expect(page.locator('[data-scene="own-ten"]')).toContainText('Made in this store')
  await button(page, 'Close').click()
})

test('backed up, forgotten, and restored onto a blank stick: every lamp answers, and the scene is there', async ({
  page,
  kiosk,
  shot,
}) => {
  test.setTimeout(150_000)
  const dongle = stick(kiosk.dongle)
  await comeIn(page, managerPin)
  await button(page, 'Upkeep').click()
  await button(page, /^Exchange folder/).click()
  await write(page, 'Passphrase', passphrase, page.getByTestId('backup'))
  await write(page, 'The same passphrase once more', passphrase)
  await page.getByRole('region', { name: 'Keyboard' }).getByRole('button', { name: 'Done' }).click()
  await button(page, 'Save the backup').click()
  const backup = page.getByTestId('backup')
  await expect(backup).toContainText('The radio stick’s memory is in it.', seconds)
  await expect(page.getByTestId('restore')).toContainText('Store without a name')
  await judged(page)
  await shot('staff-upkeep')
  // Nobody has forgotten to say of a record whether it belongs into a backup.
  const said: readonly string[] = [...keptNames, ...ownNames, ...leftNames]
  expect((await readdir(kiosk.dataFolder)).filter((name) => !said.includes(name))).toEqual([])

  await button(page, 'Forget everything').click()
  await button(page, 'Yes, forget everything').click()
  await dongle.post('/faults', { kind: 'unplug' })
  await expect(page.getByRole('group', { name: 'Digits' })).toBeInViewport({ ratio: 1 })
  await enterPin(page, managerPin)
  await expect(page.getByText('The kiosk forgets everything', { exact: true })).toBeVisible()
  await dongle.post('/faults', { kind: 'blank-stick' })
  await button(page, 'Next').click({ timeout: 60_000 })
  for (let time = 0; time < 2; time++) await enterPin(page, otherPin)
  await button(page, 'Later').click()
  await expect(page.getByLabel('Name of the store')).toBeVisible()
  await button(page, 'Close').click()
  await signIn(page, otherPin)
  await expect(page.getByText('There are no devices yet.')).toBeVisible()

  await button(page, 'Upkeep').click()
  await button(page, /^Take this one/).click()
  await write(page, 'Passphrase', 'wrong', page.getByTestId('restore'))
  await button(page, 'Replace everything').click()
  await expect(page.getByText('That is not its passphrase. Nothing was changed.')).toBeVisible()
  const keyboard = page.getByRole('region', { name: 'Keyboard' })
  const line = page.getByTestId('restore').getByLabel('Passphrase')
  await line.click()
  await touchKeys(page, keyboard.getByRole('button'), Array(5).fill('Delete the last letter'))
  await write(page, 'Passphrase', passphrase, page.getByTestId('restore'))
  await button(page, 'Replace everything').click()
  await expect(page.getByText('The backup is being put in place')).toBeVisible(seconds)
  await shot('staff-farewell')
  await button(page, 'Close').click()
  await expect(tile(page, 'Ten')).toBeVisible(seconds)
  const lit = () => litOf(dongle)
  await expect(page.locator('[data-reach="reachable"]')).toHaveCount(ten.length, { timeout: 60_000 })
  await tile(page, 'Good night').click()
  await expect.poll(lit, seconds).toEqual(goodNight)
  await tile(page, 'Ten').click()
  await expect.poll(lit, seconds).toEqual(brightDay)
  await signIn(page, managerPin)
})
