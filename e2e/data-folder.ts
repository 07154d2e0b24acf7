import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'

const record = z.object({ pid: z.number().int(), control: z.number().int() })
export type VirtualDongle = z.infer<typeof record>

export async function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'showroom-e2e-'))
}

/** Where the folder lies whose simulated lamps have joined, and what of it is the lamps'; all else is of one start or store. */
export const furnished = { variable: 'SHOWROOM_E2E_FURNISHED', kept: 'virtual' }

export async function furnishedDataFolder(): Promise<string> {
  const folder = process.env[furnished.variable]
  if (folder === undefined) throw new Error("Playwright's global setup has not run.")
  const dataFolder = await newDataFolder()
  await cp(join(folder, furnished.kept), join(dataFolder, furnished.kept), { recursive: true })
  return dataFolder
}

/** The virtual dongle that the service of this folder started; a process of its own. */
export async function virtualDongleOf(dataFolder: string): Promise<VirtualDongle> {
  return record.parse(JSON.parse(await readFile(join(dataFolder, 'virtual-dongle.json'), 'utf8')))
}

/** Simulated devices join a new kiosk one by one; then, as at each start, each says what it is, and the screen knows them all. */
export async function everyLampStands(page: Page): Promise<void> {
  const fixtures = page.locator('[data-reach]')
  const silent = page.locator('[data-reach]:not([data-reach="reachable"])')
  const expected = { message: 'the simulated devices have joined and answered', timeout: 90_000 }
  // A room that nobody is in front of shows itself, without its chips.
  await fixtures.first().waitFor({ state: 'attached' })
  await expect.poll(() => silent.count(), expected).toBe(0)
}

/** Ends the virtual dongle, which outlives its service by design, and deletes the folder. */
export async function discard(dataFolder: string): Promise<void> {
  const dongle = await virtualDongleOf(dataFolder).catch(() => null)
  if (dongle !== null) endProcess(dongle.pid)
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

export function endProcess(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended already.
  }
}

/** `port` is the stick's; by itself the kiosk simulates one. */
export function kioskEnvironment(
  dataFolder: string,
  port = 'virtual',
  settings: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const given = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return {
    // Specs wait for lamps, not for shoppers; the one that is about the end of a visit says how long it lasts.
    SHOWROOM_IDLE_SECONDS: '0',
    ...Object.fromEntries(given),
    ...settings,
    SHOWROOM_DATA: dataFolder,
    SHOWROOM_ZIGBEE_PORT: port,
    SHOWROOM_STORE: 'malmo',
  }
}
