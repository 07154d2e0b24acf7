import type { ElectronApplication } from '@playwright/test'
import { expect } from './kiosk-test.ts'
import type { Lamps } from './lamps.ts'

/** The page as the shell sees it: Playwright does not follow a page beyond the death of its process. */
export class ShellPage {
  private readonly app: ElectronApplication

  constructor(app: ElectronApplication | null) {
    if (app === null) throw new Error('this spec needs Electron')
    this.app = app
  }

  /** What an expression is in the page's main world; null while there is no page that could say. */
  async ask(expression: string): Promise<unknown> {
    return this.app.evaluate(async ({ BrowserWindow }, code) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined || contents.isCrashed()) return null
      // A page that is replaced meanwhile never answers.
      const late = new Promise((resolve) => setTimeout(() => resolve(null), 2_000))
      return Promise.race([contents.executeJavaScript(code).catch(() => null), late])
    }, expression)
  }

  /** Loads it as the shell does. */
  async load(): Promise<void> {
    await this.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      void contents?.loadURL('app://kiosk/index.html').catch(() => {})
    })
  }

  /** Ends its process at once, or as soon as the next load has come to `event`; resolves when it is gone. */
  async crash(event: 'did-start-navigation' | 'did-navigate' | 'dom-ready' | null): Promise<void> {
    await this.app.evaluate(async ({ BrowserWindow }, when) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined) throw new Error('there is no page')
      const gone = new Promise((resolve) => contents.once('render-process-gone', resolve))
      if (when === null) contents.forcefullyCrashRenderer()
      else {
        const crash = () => contents.forcefullyCrashRenderer()
        // The overloads know one name at a time.
        if (when === 'did-navigate') contents.once('did-navigate', crash)
        else if (when === 'dom-ready') contents.once('dom-ready', crash)
        else contents.once('did-start-navigation', crash)
        contents.reload()
      }
      await gone
    }, event)
  }

  /** From now on the shell's disk gives files whose path has this in it late, or not at all; 'well' ends that. */
  async disk(how: 'slow' | 'spoilt' | 'well', part = ''): Promise<void> {
    await this.app.evaluate(
      (_electron, [does, which]) => {
        const files = process.getBuiltinModule('node:fs/promises')
        const whole: unknown = Reflect.get(globalThis, 'wholeRead') ?? files.readFile
        Reflect.set(globalThis, 'wholeRead', whole)
        const read = async (...given: unknown[]): Promise<unknown> => {
          const isMeant = does !== 'well' && String(given[0]).includes(which)
          if (isMeant && does === 'spoilt') throw new Error('EIO: i/o error, read')
          if (isMeant) await new Promise((resolve) => setTimeout(resolve, 500))
          return typeof whole === 'function' ? Reflect.apply(whole, files, given) : undefined
        }
        Reflect.set(files, 'readFile', read)
        process.getBuiltinModule('node:module').syncBuiltinESMExports()
      },
      [how, part] as const,
    )
  }

  /** Touches the floor lamp's chip until the lamp follows: the page stands, and its line to the showroom too. */
  async isUsable(lamps: Lamps, patienceMs: number): Promise<void> {
    const before = (await lamps.state('floor-lamp')).on
    const touch = `(() => {
      const chip = document.querySelector('[aria-describedby="status-floor-lamp"][aria-pressed="${before}"]:enabled')
      chip?.click()
      return chip !== null
    })()`
    const expected = { message: 'the page is usable', timeout: patienceMs, intervals: [200] }
    await expect.poll(() => this.ask(touch), expected).toBe(true)
    await expect.poll(async () => (await lamps.state('floor-lamp')).on, expected).toBe(!before)
  }
}
