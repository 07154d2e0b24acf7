import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Look } from './looks.ts'

const cameras = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
}

/** Without a graphics card the processor draws. */
const switches = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking']

/** Writes `<look>-<camera>.png` into `folder` for each look; resolves with an exit code. */
export async function takePictures(url: string, looks: readonly Look[], folder: string): Promise<number> {
  const { chromium } = await import('@playwright/test')
  const program = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()].find(
    (path) => path !== undefined && existsSync(path),
  )
  if (program === undefined) {
    process.stderr.write(
      'Pictures need Chromium, and there is none. Install it (on Debian: apt-get install chromium), let\n' +
        'CHROMIUM_PATH name one, or leave "--pictures" out and open the page in a browser.\n',
    )
    return 1
  }
  const browser = await chromium.launch({
    executablePath: program,
    chromiumSandbox: process.getuid?.() !== 0,
    args: switches,
  })
  try {
    for (const [camera, viewport] of Object.entries(cameras)) {
      const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
      for (const { name } of looks) {
        await page.goto(`${url}?${new URLSearchParams({ look: name, picture: '' })}`)
        const drawn = page.locator('html[data-drawn]')
        await drawn.waitFor({ timeout: 120_000 })
        const path = join(folder, `${name.replaceAll(' ', '-')}-${camera}.png`)
        await page.screenshot({ path })
        process.stdout.write(`${path} ${await drawn.getAttribute('data-drawn')}\n`)
      }
      await page.close()
    }
  } finally {
    await browser.close()
  }
  return 0
}
