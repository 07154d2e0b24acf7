import type { Browser, Page } from '@playwright/test'

export const viewport = { width: 1920, height: 1080 }

/** What is drawn, by the address of the bench's page. */
export const cases = {
  'standing 1': '?case=ours&lamps=1',
  'standing 12': '?case=ours&lamps=12',
  'changing 1': '?case=ours&lamps=1&changing',
  'changing 12': '?case=ours&lamps=12&changing',
  shadows: '?case=shadows',
  unlit: '?case=unlit',
} as const
export type Case = keyof typeof cases

/** Opens each case in a page of its own. */
async function open(browser: Browser, url: string, query: string): Promise<Page> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
  page.on('pageerror', (error) => process.stderr.write(`${query}: ${error.message}\n`))
  await page.goto(url + query)
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 120_000 })
  return page
}

/**
 * Median milliseconds a frame. The cases take turns, so that whatever else the machine does falls on all of
 * them alike.
 */
export async function frameTimes(
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Record<Case, number>> {
  const pages = new Map<Case, Page>()
  for (const name of Object.keys(cases) as Case[]) pages.set(name, await open(browser, url, cases[name]))
  const times = new Map<Case, number[]>()
  for (let round = -1; round < rounds; round++)
    for (const [name, page] of pages) {
      const ms = await page.evaluate<number>('frame()')
      // The first round compiles shaders.
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), ms])
    }
  for (const page of pages.values()) await page.close()
  const medianOf = (name: Case) => median(times.get(name) ?? [])
  return {
    'standing 1': medianOf('standing 1'),
    'standing 12': medianOf('standing 12'),
    'changing 1': medianOf('changing 1'),
    'changing 12': medianOf('changing 12'),
    shadows: medianOf('shadows'),
    unlit: medianOf('unlit'),
  }
}

/** Draw calls and triangles of a frame of ours, and how many it draws while nothing happens for `ms`. */
export async function idling(
  browser: Browser,
  url: string,
  ms: number,
): Promise<{ frames: number; calls: number; triangles: number }> {
  const drawn = await open(browser, url, cases['standing 12'])
  await drawn.evaluate('frame()')
  const cost = await drawn.evaluate<{ calls: number; triangles: number }>('cost')
  await drawn.close()
  const page = await open(browser, url, '?case=idle')
  const frames = await page.evaluate<number>(`idle(${ms})`)
  await page.close()
  return { frames, ...cost }
}

/** Milliseconds to unzip and decode the room's light, the least of so many tries, with nothing else going on. */
export async function decoding(browser: Browser, url: string, tries: number): Promise<number> {
  const page = await open(browser, url, '?case=decode')
  const times: number[] = []
  for (let i = 0; i < tries; i++) times.push(await page.evaluate<number>('decode()'))
  await page.close()
  return Math.min(...times)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return ((low ?? 0) + (high ?? 0)) / 2
}
