import { test as bare } from '@playwright/test'
import { discard, furnishedDataFolder } from '../data-folder.ts'
import { expect } from '../kiosk-test.ts'
import { Lamps } from '../lamps.ts'
import { openInElectron } from '../open-in-electron.ts'

// A kiosk of its own: Playwright does not follow a page beyond the death of its process.
bare('the page may be killed: within 3 s the picture is back, and the lamps never knew', async () => {
  const kiosk = await openInElectron(await furnishedDataFolder(), 'flat')
  try {
    const { app } = kiosk
    if (app === null) throw new Error('this spec needs Electron')
    const lamps = new Lamps(kiosk.dataFolder)
    const chips = () =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        const count = "document.querySelectorAll('button[aria-pressed=true]').length"
        return contents === undefined || contents.isCrashed() ? 0 : contents.executeJavaScript(count)
      })
    await kiosk.page.getByRole('button', { name: 'Bright day' }).click()
    const atRest = { on: true, fading: false, brightness: 1 }
    await expect.poll(() => lamps.state('pendant')).toMatchObject(atRest)
    await expect.poll(chips).toBeGreaterThan(6)
    // What is stored in it goes on meanwhile.
    const light = async () => {
      const { on, brightness, kelvin } = await lamps.state('pendant')
      return { on, brightness, kelvin }
    }
    const before = await light()

    const pagePid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    )
    if (pagePid === undefined) throw new Error('there is no page')
    const killedMs = performance.now()
    process.kill(pagePid, 'SIGKILL')
    await expect
      .poll(
        () =>
          app.evaluate(
            ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
          ),
        { timeout: 3_000, intervals: [50] },
      )
      .not.toBe(pagePid)
    await expect.poll(chips, { timeout: 3_000, intervals: [100] }).toBeGreaterThan(6)
    console.log(`    the page is usable again after ${Math.round(performance.now() - killedMs)} ms`)
    expect(await light()).toEqual(before)
  } finally {
    await kiosk.stop()
    await discard(kiosk.dataFolder)
  }
})
