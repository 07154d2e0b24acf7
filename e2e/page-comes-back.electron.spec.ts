import { test as bare } from '@playwright/test'
import { discard, furnishedDataFolder } from './data-folder.ts'
import { expect } from './kiosk-test.ts'
import { Lamps } from './lamps.ts'
import { openInElectron } from './open-in-electron.ts'
import { ShellPage } from './shell-page.ts'

bare.setTimeout(240_000)

/** A kiosk of its own: Playwright does not follow a page beyond the death of its process. */
async function withKiosk(use: (page: ShellPage, lamps: Lamps) => Promise<void>): Promise<void> {
  const settings = { SHOWROOM_PAGE_SECONDS: '4' }
  const kiosk = await openInElectron(await furnishedDataFolder(), 'flat', 'furnished', settings)
  try {
    await use(new ShellPage(kiosk.app), new Lamps(kiosk.dataFolder))
  } finally {
    await kiosk.stop()
    await discard(kiosk.dataFolder)
  }
}

bare('whatever cuts a load short, the kiosk is usable afterwards', async () => {
  await withKiosk(async (page, lamps) => {
    await page.isUsable(lamps, 15_000)
    // As after a visit, and the new page takes a moment: it is asked for once more meanwhile, by the page or by the
    // shell, or given up for somebody who touches the screen.
    await page.disk('slow', 'renderer/index.html')
    const reload = 'location.reload()'
    const given = [
      `${reload};setTimeout(() => ${reload}, 150);0`,
      `${reload};setTimeout(() => window.stop(), 150);0`,
      `${reload};setTimeout(() => ${reload}, 100);setTimeout(() => window.stop(), 200);0`,
    ]
    for (const [round, steps] of given.entries()) {
      await page.ask(`window.marked = ${round}; ${steps}`)
      const isKept = steps.includes('stop')
      if (!isKept) {
        await page.load()
        await expect.poll(() => page.ask("'marked' in window"), steps).toBe(false)
      }
      await page.isUsable(lamps, 15_000)
      if (isKept) expect(await page.ask('window.marked'), steps).toBe(round)
    }
    await page.disk('well')

    // A disk that cannot read the page itself, or its code, for a while: what then has loaded is no page.
    for (const file of ['renderer/index.html', 'renderer/assets/index']) {
      await page.disk('spoilt', file)
      await page.load()
      await expect.poll(() => page.ask("document.querySelector('.page') !== null")).toBe(false)
      await page.disk('well')
      await page.isUsable(lamps, 30_000)
    }
  })
})

bare('whenever the page’s process dies, at rest or at any step of a load, the page comes back', async () => {
  await withKiosk(async (page, lamps) => {
    await page.isUsable(lamps, 15_000)
    // At rest; before the new document is there; as it comes; before its code has run; and that load's own recovery, too.
    for (const moments of [
      [null],
      ['did-start-navigation'],
      ['did-navigate'],
      ['dom-ready', 'did-navigate'],
    ] as const) {
      for (const moment of moments) await page.crash(moment)
      await page.isUsable(lamps, 30_000)
    }
  })
})
