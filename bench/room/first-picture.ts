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
}

/**
 * The built page, served by the kiosk's own service with simulated lamps. The best of `tries`, each in a browser
 * profile of its own.
 */
export async function firstPicture(browser: Browser, tries: number): Promise<FirstPicture> {
  const data = await mkdtemp(join(tmpdir(), 'bench-room-'))
  const service = spawn(process.execPath, ['src/service/serve.ts', '--port', '0'], {
    env: { ...process.env, SHOWROOM_DATA: data, SHOWROOM_ZIGBEE_PORT: 'virtual' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(service, 'exit')
  try {
    const url = await addressOf(service.stdout)
    await lampsRest(data)
    const times: FirstPicture[] = []
    for (let i = 0; i < tries; i++) {
      const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
      await page.goto(url)
      const drawn = () => performance.getEntriesByName('room-drawn').length > 0
      await page.waitForFunction(drawn, null, { timeout: 120_000 })
      times.push(
        await page.evaluate(() => {
          const entry = (name: string) => performance.getEntriesByName(name)[0]
          return {
            firstPictureMs: entry('room-picture')?.startTime ?? Number.POSITIVE_INFINITY,
            drawnMs: entry('room-drawn')?.startTime ?? Number.POSITIVE_INFINITY,
          }
        }),
      )
      await page.close()
    }
    const least = (what: keyof FirstPicture) => Math.min(...times.map((time) => time[what]))
    return {
      firstPictureMs: least('firstPictureMs'),
      drawnMs: least('drawnMs'),
    }
  } finally {
    service.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 })
  }
}

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
