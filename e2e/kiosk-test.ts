import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { discard, furnishedDataFolder, newDataFolder } from './data-folder.ts'
import type { Kiosk, Lamping, Picture, Shell } from './kiosk.ts'
import { Lamps } from './lamps.ts'
import { openInChromium } from './open-in-chromium.ts'
import { openInElectron } from './open-in-electron.ts'
import { root } from './programs.ts'
import { stands } from './screen.ts'

export interface KioskOptions {
  readonly shell: Shell
  /** Without 3D unless a spec looks at the room: what a touch does to lamps is the same, and sooner known. */
  readonly picture: Picture
  readonly lamping: Lamping
  /**
   * A browser without a graphics card spends most of its time on what fades and glides, and ends in the same place: only
   * what is about motion moves as it does in the store, and whole visits in the store's shell, Electron.
   */
  readonly motion: 'less' | 'full' | 'full in Electron'
  /** Settings of the service that differ from those of other specs. */
  readonly environment: Readonly<Record<string, string>>
  /** A file that names its kiosk has it to itself: a bare one is set up once, and the next file would find it so. */
  readonly own: string
}

interface Fixtures {
  lamps: Lamps
  /** Writes what is on the screen, once it stands, to screenshots/<project>/<name>.png. */
  shot: (name: string) => Promise<void>
}

/** One kiosk for all specs of a worker, as in the store; a spec that fails gets the next one a fresh kiosk. */
export const test = base.extend<Fixtures, KioskOptions & { kiosk: Kiosk }>({
  shell: ['chromium', { option: true, scope: 'worker' }],
  picture: ['flat', { option: true, scope: 'worker' }],
  lamping: ['furnished', { option: true, scope: 'worker' }],
  motion: ['less', { option: true, scope: 'worker' }],
  environment: [{}, { option: true, scope: 'worker' }],
  own: ['', { option: true, scope: 'worker' }],
  kiosk: [
    async ({ shell, picture, lamping, motion, environment }, use) => {
      const open = shell === 'electron' ? openInElectron : openInChromium
      const dataFolder = await (lamping === 'bare' ? newDataFolder() : furnishedDataFolder())
      const kiosk = await open(dataFolder, picture, lamping, environment)
      // Drawn by the processor, the next frame may be long in coming, and everything on the page waits for it.
      if (picture === '3d') kiosk.page.setDefaultTimeout(120_000)
      if (motion !== 'full' && (motion === 'less' || shell !== 'electron'))
        await kiosk.page.emulateMedia({ reducedMotion: 'reduce' })
      await use(kiosk)
      await kiosk.stop()
      await discard(dataFolder)
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  page: async ({ kiosk }, use) => {
    // The room may show itself, since nobody was here while its lamps joined, or the last visitor has gone.
    await kiosk.page.keyboard.press('Shift')
    const isResting = () => kiosk.page.evaluate(() => document.querySelector('.page.resting') !== null)
    await expect.poll(isResting).toBe(false)
    await use(kiosk.page)
  },
  lamps: async ({ kiosk }, use) => {
    await use(new Lamps(kiosk.dataFolder))
  },
  shot: async ({ kiosk }, use, testInfo) => {
    await use(async (name) => {
      await stands(kiosk.page)
      await kiosk.page.screenshot({ path: join(root, 'screenshots', testInfo.project.name, `${name}.png`) })
    })
  },
})

export { expect }
