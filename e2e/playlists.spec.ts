import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { TestOffice } from './head-office.ts'
import { landscape, portrait } from './kiosk.ts'
import { test as base, expect } from './kiosk-test.ts'
import { readSceneFiles } from './scene-files.ts'
import { chip, seriousFindings, speak, stands, tile } from './screen.ts'
import { button, setUp, signIn } from './staff-pages.ts'

const test = base.extend<object, { office: TestOffice }>({
  office: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const office = await TestOffice.open()
      await use(office)
      await office.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  environment: [
    async ({ office }, use) => {
      // The last is a slip of whoever sets the kiosk up: it keeps nothing from working.
      const slip = { SHOWROOM_PLACE: 'Malmö' }
      await use({ ...office.settings, SHOWROOM_PLAYLISTS_EVERY: '0.5', SHOWROOM_IDLE: '2', ...slip })
    },
    { scope: 'worker' },
  ],
})
test.describe.configure({ mode: 'serial' })

const evenings = `rooms: [living-room]
scenes: [living-room/movie-night, living-room/good-book, living-room/long-dinner]
rules: []`
const emergency = `class: emergency
rooms: [living-room]
scenes: [living-room/bright-day, living-room/good-night]
rules: []`

const pin = '482139'

const titles = (await readSceneFiles()).map(({ title }) => title.en)

/** The scenes that a shopper can touch, of all there are. */
async function offered(page: Page): Promise<string[]> {
  const counts = await Promise.all(titles.map((title) => tile(page, title).count()))
  return titles.filter((_, index) => counts[index] !== 0).toSorted()
}

test('what head office publishes comes onto the screen, and a touch on its scene reaches the true lamps', async ({
  page,
  office,
  lamps,
  shot,
}) => {
  await expect(tile(page, 'Party')).toBeVisible()
  await shot('playlist-built-in')
  await office.publish('evenings', evenings)
  await expect.poll(() => offered(page)).toEqual(['A good book', 'Long dinner', 'Movie night'])
  await tile(page, 'A good book').click()
  await expect.poll(async () => (await lamps.state('reading-spot')).on).toBe(true)
  await shot('playlist-evenings')
})

test('a revision whose scenes cannot be played is given up, and the one before plays on', async ({
  page,
  office,
  kiosk,
  shell,
}) => {
  test.skip(shell === 'electron', 'the service decides that, whoever runs it')
  await office.publishBroken('evenings')
  const status = async () => readFile(join(kiosk.dataFolder, 'playlists/status.json'), 'utf8')
  await expect.poll(status).toContain('none of its rooms has a scene that can be played')
  expect(JSON.parse(await status()).shows).toMatchObject({ playlist: 'se/evenings', revision: 1 })
  expect(await offered(page)).toEqual(['A good book', 'Long dinner', 'Movie night'])
  await tile(page, 'Long dinner').click()
  await expect(tile(page, 'Long dinner')).toHaveAttribute('aria-pressed', 'true')
})

test('a finger on the screen keeps another playlist waiting, not an emergency; that is over when head office stops it', async ({
  page,
  office,
  kiosk,
  lamps,
  shot,
}) => {
  const status = async () =>
    JSON.parse(await readFile(join(kiosk.dataFolder, 'playlists/status.json'), 'utf8'))
  const box = await chip(page, 'Floor lamp').boundingBox()
  if (box === null) throw new Error('the lamp is not on the screen')
  let holding = true
  // A hand that does not leave the screen.
  const hand = async () => {
    await page.mouse.move(box.x + box.width / 2, box.y + 5)
    await page.mouse.down()
    for (let step = 0; holding; step++) {
      await page.mouse.move(box.x + box.width / 2 + (step % 2), box.y + 5)
      await page.waitForTimeout(200)
    }
    await page.mouse.up()
  }
  const held = hand()
  await office.stop('evenings')
  await expect
    .poll(async () => JSON.stringify((await status()).playlists))
    .toContain('stopped by head office')
  expect((await status()).shows).toMatchObject({ playlist: 'se/evenings', revision: 1 })

  await office.publish('recall', emergency)
  await expect.poll(async () => (await status()).shows).toMatchObject({ playlist: 'se/recall', revision: 1 })
  holding = false
  await held
  await expect.poll(async () => (await lamps.state('pendant')).brightness).toBeCloseTo(1, 1)
  await page.keyboard.press('Shift')
  await expect.poll(() => offered(page)).toEqual(['Bright day', 'Good night'])
  await shot('playlist-emergency')
  await office.stop('recall')
  await expect(tile(page, 'Party')).toBeVisible()
})

test('staff see what plays and why nothing else does, and what is counted; they end it and erase it', async ({
  page,
  kiosk,
  shell,
  shot,
}) => {
  test.skip(shell === 'electron', 'the page is the same')
  await page.keyboard.press('Control+Alt+KeyS')
  await setUp(page, pin)
  // One scene that enough people chose to be told, and one that only a few did.
  // Nine times, so that the turn of an hour leaves one of its sides enough.
  for (let time = 0; time < 9; time++) {
    await tile(page, 'Party').click()
    await tile(page, ['Good night', 'Bright day', 'At the door'][time % 3] ?? '').click()
  }

  await signIn(page, pin)
  await button(page, 'Health').click()
  await expect(
    page.locator('.notices > li', { hasText: 'The setting SHOWROOM_PLACE is not understood' }),
  ).toContainText('SHOWROOM_PLACE="Malmö": write latitude,longitude in degrees, such as 59.33,18.07')
  const playlists = page.getByTestId('playlists')
  await expect(playlists).toContainText('What is built in plays.')
  await expect(playlists).toContainText('se/recall 1')
  await expect(playlists).toContainText('not: stopped by head office')
  await expect(playlists).toContainText('New ones came last')
  const counts = page.getByTestId('counts')
  const told = counts.locator('.rows > li')
  await expect(told).toHaveText([/^Party\s*[5-9]$/])
  await stands(page)
  expect(await seriousFindings(page)).toEqual([])
  for (const size of [portrait, landscape]) {
    await kiosk.resize(size)
    await counts.scrollIntoViewIfNeeded()
    await shot(`staff-counts-${size === portrait ? 'portrait' : 'landscape'}`)
    await playlists.scrollIntoViewIfNeeded()
    await shot(`staff-playlists-${size === portrait ? 'portrait' : 'landscape'}`)
  }
  await kiosk.resize(portrait)

  await button(page, 'Save as a table').click()
  await expect(counts.getByRole('status')).toContainText('.csv')
  const [file = ''] = /\S+\.csv/.exec((await counts.getByRole('status').textContent()) ?? '') ?? []
  const table = await readFile(file, 'utf8')
  expect(table).toContain('living-room/party')
  expect(table).not.toContain('living-room/good-night')
  expect(table).not.toMatch(/(^|[,;\t])[1-4]([,;\t]|$)/m)

  await button(page, 'Erase all counts').click()
  await button(page, 'Really erase them').click()
  await expect(counts).toContainText('Nothing to show yet.')
  await button(page, 'Stop counting').click()
  await expect(counts).toContainText('Nothing is counted.')
  await button(page, 'Close').click()
  for (let touch = 0; touch < 6; touch++) await tile(page, touch % 2 === 0 ? 'Party' : 'Good night').click()
  await signIn(page, pin)
  await button(page, 'Health').click()
  await expect(counts).toContainText('Nothing is counted.')
  await expect(told).toHaveCount(0)
  await button(page, 'Close').click()
})

test('staff read in their own language that a stick was refused, and the program’s words on a line of their own', async ({
  page,
  office,
  kiosk,
  shell,
  shot,
}) => {
  test.skip(shell === 'electron', 'the page is the same')
  await office.bringStrangeStick()
  await speak(page, 'Deutsch')
  await page.keyboard.press('Control+Alt+KeyS')
  await button(page, 'Schließen').waitFor()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await button(page, 'Zustand').click()
  const told = page.locator('.notices > li', { hasText: 'wurden nicht angenommen' })
  await expect(told).toContainText(
    'Abgelehnt: nicht von der Zentrale unterschrieben. Die letzten guten laufen weiter.',
  )
  await expect(told.locator('p')).toHaveAttribute('lang', 'en')
  await expect(page.getByTestId('playlists').locator('.staff-detail')).toHaveCount(1)
  await stands(page)
  expect(await seriousFindings(page)).toEqual([])
  for (const size of [portrait, landscape]) {
    await kiosk.resize(size)
    await shot(`staff-refused-${size === portrait ? 'portrait' : 'landscape'}`)
  }
  await kiosk.resize(portrait)
  await button(page, 'Schließen').click()
  await speak(page, 'English')
})

test('without a network a stick does as well; who is outside the ring waits for the roll-out', async ({
  page,
  office,
  kiosk,
}) => {
  const status = async () => readFile(join(kiosk.dataFolder, 'playlists/status.json'), 'utf8')
  office.cutNetwork()
  await office.publish('dinners', evenings.replace(/scenes: .*/, 'scenes: [living-room/long-dinner]'), 0)
  await office.bringStick()
  await expect.poll(status).toContain('not: rolled out to 0 % of kiosks, and not to this one')
  await expect(tile(page, 'Party')).toBeVisible()
  await office.rollOut('dinners')
  await office.bringStick()
  await expect.poll(() => offered(page)).toEqual(['Long dinner'])
})
