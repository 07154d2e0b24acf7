import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { Look } from './looks.ts'
import { type Frame, stripOf } from './scene-strip.ts'

const cameras = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
}

/** A photograph that fills any place beside or above the dock: the landscape camera with more above and below. */
const photographs = { width: 900, height: 900 }

/** A busy machine without a graphics card draws slowly. */
const patienceMs = 180_000

/** Without a graphics card the processor draws. */
const switches = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking']

/** Writes `<look>-<camera>.png` into `folder` for each look; resolves with an exit code. */
export async function takePictures(url: string, looks: readonly Look[], folder: string): Promise<number> {
  return inBrowser(async (browser) => {
    for (const [camera, viewport] of Object.entries(cameras)) {
      const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
      page.setDefaultTimeout(patienceMs)
      for (const { name } of looks) {
        const path = join(folder, `${fileName(name)}-${camera}.png`)
        const cost = await draw(page, url, name)
        await page.screenshot({ path })
        process.stdout.write(`${path} ${cost}\n`)
      }
      await page.close()
    }
  })
}

/** Writes `<look>.jpg` for each look: what kiosks without 3D show. Resolves with an exit code. */
export async function takePhotographs(url: string, looks: readonly Look[], folder: string): Promise<number> {
  return inBrowser(async (browser) => {
    const page = await browser.newPage({ viewport: photographs, deviceScaleFactor: 1 })
    page.setDefaultTimeout(patienceMs)
    for (const { name } of looks) {
      const path = join(folder, `${fileName(name)}.jpg`)
      await draw(page, url, name)
      await page.screenshot({ path, type: 'jpeg', quality: 74, timeout: 120_000 })
      process.stdout.write(`${path}\n`)
    }
  })
}

/**
 * Writes `<scene>-<camera>.png`: the one look of a scene, or a strip of its looks in the order of time. Resolves
 * with an exit code.
 */
export async function takeScene(
  url: string,
  { id, title }: { readonly id: string; readonly title: string },
  looks: readonly Look[],
  folder: string,
): Promise<number> {
  return inBrowser(async (browser) => {
    for (const [camera, viewport] of Object.entries(cameras)) {
      const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
      const frames: Frame[] = []
      for (const { name } of looks) {
        await draw(page, url, name)
        frames.push({ caption: name, png: await page.screenshot({ timeout: 120_000 }) })
      }
      const [only] = frames
      const png = frames.length === 1 && only !== undefined ? only.png : await stripOf(page, title, frames)
      const path = join(folder, `${id}-${camera}.png`)
      await writeFile(path, png)
      process.stdout.write(`${path}\n`)
      await page.close()
    }
  })
}

const fileName = (look: string): string => look.replaceAll(' ', '-')

/** Resolves with what the picture cost to draw, once it is as good as it gets. */
async function draw(page: Page, url: string, look: string): Promise<string | null> {
  await page.goto(`${url}?${new URLSearchParams({ look, picture: '' })}`)
  const drawn = page.locator('html[data-drawn]')
  await drawn.waitFor({ timeout: 180_000 })
  return drawn.getAttribute('data-drawn')
}

async function inBrowser(work: (browser: Browser) => Promise<void>): Promise<number> {
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
    await work(browser)
  } finally {
    await browser.close()
  }
  return 0
}
