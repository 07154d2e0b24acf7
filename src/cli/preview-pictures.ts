import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { Look } from './looks.ts'
import { type Frame, stripOf } from './scene-strip.ts'

/** Sizes of pictures by the camera's name, pixels. */
export type Cameras = Readonly<Record<string, { readonly width: number; readonly height: number }>>

const cameras: Cameras = {
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
      await page.screenshot({ path, type: 'jpeg', quality: 74, timeout: patienceMs })
      process.stdout.write(`${path}\n`)
    }
  })
}

/** A scene, and the looks that its picture is made of: more than one make a strip, each with its caption. */
export interface ScenePicture {
  readonly id: string
  readonly title: string
  readonly frames: readonly { readonly caption: string; readonly look: Look }[]
}

/** Writes `<scene>-<camera>.png` for each scene; resolves with an exit code. */
export async function takeScenes(
  url: string,
  scenes: readonly ScenePicture[],
  folder: string,
  shapes: Cameras = cameras,
): Promise<number> {
  return inBrowser(async (browser) => {
    for (const [camera, viewport] of Object.entries(shapes)) {
      const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
      page.setDefaultTimeout(patienceMs)
      for (const { id, title, frames } of scenes) {
        const taken: Frame[] = []
        for (const { caption, look } of frames) {
          await draw(page, url, look.name)
          taken.push({ caption, png: await page.screenshot() })
        }
        const path = join(folder, `${id}-${camera}.png`)
        await writeFile(path, await onePicture(browser, title, taken))
        process.stdout.write(`${path}\n`)
      }
      await page.close()
    }
  })
}

async function onePicture(browser: Browser, title: string, frames: readonly Frame[]): Promise<Buffer> {
  const [only] = frames
  if (frames.length === 1 && only !== undefined) return only.png
  const page = await browser.newPage({ deviceScaleFactor: 1 })
  page.setDefaultTimeout(patienceMs)
  const strip = await stripOf(page, title, frames)
  await page.close()
  return strip
}

const fileName = (look: string): string => look.replaceAll(' ', '-')

/** Resolves with what the picture cost to draw, once it is as good as it gets; the page and its room stay. */
async function draw(page: Page, url: string, look: string): Promise<string | null> {
  await page.goto(`${url}?picture#${encodeURIComponent(look)}`)
  const drawn = page.locator(`html[data-look=${JSON.stringify(look)}][data-drawn]`)
  await drawn.waitFor({ timeout: patienceMs })
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
