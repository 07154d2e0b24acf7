import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Picture } from './kiosk.ts'

export const root = join(import.meta.dirname, '..')

/** `npm test` says which; on its own Playwright's runner finds the usual ones. */
export function chromiumProgram(): string {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()]
  const found = candidates.find((path) => path !== undefined && existsSync(path))
  if (found === undefined) throw new Error('There is no Chromium: install it, or let CHROMIUM_PATH name one.')
  return found
}

export function electronProgram(): string {
  const given = process.env.SHOWROOM_ELECTRON
  if (given !== undefined && given !== '') return given
  const path: unknown = createRequire(import.meta.url)('electron')
  if (typeof path !== 'string') throw new Error('There is no Electron: run npm test, which fetches it.')
  return path
}

/**
 * What Chromium shall not do. The first three it prepares for a line for addresses, which nobody sees, at more cost than all
 * else of its start; the others are those of Playwright's that matter here, which ours stand in for.
 */
const withoutFeatures = [
  ...['WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxPopup'],
  ...['AimEnabled', 'HttpsUpgrades', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'Translate'],
]

/**
 * The browser asks nobody for anything, and the processor draws in 3D, or nobody does. The page around the room is put
 * together without a graphics card in either case: through a simulated one it costs more than the room.
 */
export function chromiumSwitches(picture: Picture): string[] {
  return [
    `--disable-features=${withoutFeatures.join(',')}`,
    ...(picture === '3d'
      ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing']
      : ['--disable-gpu', '--disable-software-rasterizer']),
    ...['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
    '--disable-sync',
  ]
}

/** Root has no sandbox; `npm test` finds out whether others have. */
export function withoutSandbox(): boolean {
  return process.env.SHOWROOM_NO_SANDBOX === '1' || process.getuid?.() === 0
}
