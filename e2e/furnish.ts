import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { discard, endProcess, furnished, newDataFolder, virtualDongleOf } from './data-folder.ts'
import { openInChromium } from './open-in-chromium.ts'

/**
 * Before all specs: a kiosk whose simulated lamps join and get their scenes, which takes as long as with real ones. Each
 * kiosk of the specs starts on a copy of what its stick and lamps remember, as a store's does every morning.
 * `npm test` names a folder that serves both of its rounds.
 */
export default async function furnish(): Promise<() => Promise<void>> {
  const given = process.env[furnished.variable]
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'showroom-furnished-')))
  process.env[furnished.variable] = folder
  if (!existsSync(join(folder, furnished.kept))) await fill(folder)
  return async () => {
    if (given === undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function fill(folder: string): Promise<void> {
  const dataFolder = await newDataFolder()
  const kiosk = await openInChromium(dataFolder, 'flat')
  // The scenes that lamps hold are written down one by one.
  const scenes = join(dataFolder, furnished.kept, 'air.json')
  const quietMs = () => stat(scenes).then(({ mtimeMs }) => Date.now() - mtimeMs)
  await expect.poll(quietMs, { timeout: 60_000 }).toBeGreaterThan(2_000)
  const dongle = await virtualDongleOf(dataFolder)
  await kiosk.stop()
  endProcess(dongle.pid, 'SIGTERM')
  await expect.poll(() => runs(dongle.pid)).toBe(false)
  await cp(join(dataFolder, furnished.kept), join(folder, furnished.kept), { recursive: true })
  await discard(dataFolder)
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
