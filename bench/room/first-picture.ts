import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from '@playwright/test'
import { viewport } from './frame-times.ts'

export interface FirstPicture {
  /** Milliseconds from navigation until the kiosk shows the first picture of its room. */
  readonly firstPictureMs: number
  /** Of these, what it took to unzip and decode the light, in a thread beside the page's. */
  readonly decodeMs: number
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
    const times: FirstPicture[] = []
    for (let i = 0; i < tries; i++) {
      const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
      await page.goto(url)
      const mark = await page.waitForFunction(
        () => performance.getEntriesByName('room-picture')[0]?.startTime,
        null,
        {
          timeout: 120_000,
        },
      )
      const decodeMs = await page.evaluate(() => performance.getEntriesByName('room-light')[0]?.duration)
      times.push({
        firstPictureMs: (await mark.jsonValue()) ?? Number.POSITIVE_INFINITY,
        decodeMs: decodeMs ?? Number.POSITIVE_INFINITY,
      })
      await page.close()
    }
    const least = (what: keyof FirstPicture) => Math.min(...times.map((time) => time[what]))
    return { firstPictureMs: least('firstPictureMs'), decodeMs: least('decodeMs') }
  } finally {
    service.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 })
  }
}

async function addressOf(said: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: said })) {
    const url = /"url":"([^"]+)"/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error('The service ended before it was ready.')
}
