import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { TestOffice } from './head-office.ts'
import { test as base, expect } from './kiosk-test.ts'
import { readSceneFiles } from './scene-files.ts'
import { chip, tile } from './screen.ts'

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
      await use({ ...office.settings, SHOWROOM_PLAYLISTS_EVERY: '0.5', SHOWROOM_IDLE: '2' })
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
}) => {
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
