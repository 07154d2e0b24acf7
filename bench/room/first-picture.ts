import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from '@playwright/test'
import { viewport } from './frame-times.ts'

export interface FirstPicture {
  /** Milliseconds from navigation until the kiosk shows its room, in a photograph if need be. */
  readonly firstPictureMs: number
  /** Until it is the room itself, drawn in its light. */
  readonly drawnMs: number
  /** Until a touch on a lamp is taken: one at that very moment has switched it. */
  readonly interactiveMs: number
}

/**
 * The built page, served by the kiosk's own service with simulated lamps. The best of `tries`, each in a browser
 * profile of its own.
 */
export async function firstPicture(browser: Browser, tries: number): Promise<FirstPicture> {
  const data = await mkdtemp(join(tmpdir(), 'bench-room-'))
  const service = spawn(process.execPath, ['src/service/serve.ts', '--port', '0'], {
    env: { ...process.env, SHOWROOM_DATA: data, SHOWROOM_ZIGBEE_PORT: 'virtual', SHOWROOM_IDLE_SECONDS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(service, 'exit')
  try {
    const url = await addressOf(service.stdout)
    await lampsRest(data)
    const times: FirstPicture[] = []
    for (let i = 0; i < tries; i++) {
      const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
      await page.addInitScript({ content: touchFirstLamp })
      await page.goto(url)
      await page.waitForFunction(() => Reflect.has(globalThis, 'touchedMs'), null, { timeout: 120_000 })
      const drawn = () => performance.getEntriesByName('room-drawn').length > 0
      await page.waitForFunction(drawn, null, { timeout: 120_000 })
      times.push(
        await page.evaluate(() => {
          const entry = (name: string) => performance.getEntriesByName(name)[0]
          return {
            firstPictureMs: entry('room-picture')?.startTime ?? Number.POSITIVE_INFINITY,
            drawnMs: entry('room-drawn')?.startTime ?? Number.POSITIVE_INFINITY,
            interactiveMs: Number(Reflect.get(globalThis, 'touchedMs')),
          }
        }),
      )
      await page.close()
    }
    const least = (what: keyof FirstPicture) => Math.min(...times.map((time) => time[what]))
    return {
      firstPictureMs: least('firstPictureMs'),
      drawnMs: least('drawnMs'),
      interactiveMs: least('interactiveMs'),
    }
  } finally {
    service.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 })
  }
}

/** In the page: touches the first lamp's chip as soon as it takes touches, and keeps when that was if the lamp follows. */
const touchFirstLamp = `{
  const chip = () => document.querySelector('[data-reach="reachable"] .toggle:enabled')
  const look = setInterval(() => {
    const found = chip()
    if (found === null || found.getBoundingClientRect().width === 0) return
    clearInterval(look)
    const [touchedMs, before] = [performance.now(), found.ariaPressed]
    found.click()
    const wait = setInterval(() => {
      if (chip()?.ariaPressed === before) return
      clearInterval(wait)
      window.touchedMs = touchedMs
    }, 10)
  }, 10)
}`

/** Simulated lamps that join and are given their scenes keep the processor busy; a store's have done so long ago. */
async function lampsRest(data: string): Promise<void> {
  const scenes = join(data, 'virtual', 'air.json')
  const quietMs = () =>
    stat(scenes).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
  while ((await quietMs()) < 2_000) await new Promise((resolve) => setTimeout(resolve, 250))
}

async function addressOf(said: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: said })) {
    const url = /"url":"([^"]+)"/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error('The service ended before it was ready.')
}
