import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test as bare } from '@playwright/test'
import { discard, furnishedDataFolder } from './data-folder.ts'
import { TestOffice } from './head-office.ts'
import { expect } from './kiosk-test.ts'
import { Lamps } from './lamps.ts'
import { openInElectron } from './open-in-electron.ts'

const evenings = `rooms: [living-room]
scenes: [living-room/movie-night, living-room/good-book]
rules: []`

bare.setTimeout(300_000)

// A kiosk of its own: Playwright does not follow a page beyond the death of its process.
bare(
  'a playlist that no page survives is given up by the kiosk itself, and the lamps never knew',
  async () => {
    const office = await TestOffice.open()
    // The last is a slip of whoever sets the kiosk up: it keeps nothing from working.
    const settings = {
      ...office.settings,
      SHOWROOM_PLAYLISTS_EVERY: '0.5',
      SHOWROOM_IDLE: '1',
      SHOWROOM_PLACE: 'Malmö',
    }
    const [kiosk] = await Promise.all([
      openInElectron(await furnishedDataFolder(), 'flat', 'furnished', settings),
      office.publish('evenings', evenings, 0),
    ])
    try {
      const { app } = kiosk
      if (app === null) throw new Error('this spec needs Electron')
      const lamps = new Lamps(kiosk.dataFolder)
      const status = async () =>
        JSON.parse(await readFile(join(kiosk.dataFolder, 'playlists/status.json'), 'utf8'))
      /** The tiles on the screen, as the shell sees it; none from a page that dies while it is asked and never answers. */
      const tiles = () =>
        app.evaluate(({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          const titles = "[...document.querySelectorAll('.scenes button')].map((tile) => tile.textContent)"
          if (contents === undefined || contents.isCrashed() || contents.isLoading()) return []
          return Promise.race([
            contents.executeJavaScript(titles).catch(() => []),
            new Promise<string[]>((resolve) => setTimeout(resolve, 2_000, [])),
          ])
        })
      const light = async () => {
        const { on, brightness, kelvin } = await lamps.state('pendant')
        return { on, brightness, kelvin }
      }
      await kiosk.page.getByRole('button', { name: 'Bright day' }).click()
      await expect
        .poll(() => lamps.state('pendant'))
        .toMatchObject({ on: true, fading: false, brightness: 1 })
      const before = await light()

      await office.rollOut('evenings')
      let deaths = 0
      await expect
        .poll(
          async () => {
            const { shows, playlists } = await status()
            const shown = await tiles()
            if (
              shows.playlist === 'se/evenings' &&
              shown.includes('Movie night') &&
              !shown.includes('Party')
            ) {
              deaths += 1
              await app.evaluate(({ BrowserWindow }) =>
                BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
              )
            }
            expect(await light()).toEqual(before)
            return JSON.stringify(playlists)
          },
          { timeout: 120_000, intervals: [100] },
        )
        .toContain('not: the screen does not stand while it plays')
      expect(deaths).toBeGreaterThan(2)
      await expect.poll(async () => (await status()).shows).toBe('built-in')
      // After so many deaths in a row the shell waits longer before it loads the page.
      await expect.poll(tiles, { timeout: 45_000 }).toContain('Party')
      expect(await light()).toEqual(before)
    } finally {
      await kiosk.stop()
      await discard(kiosk.dataFolder)
      await office.close()
    }
  },
)
