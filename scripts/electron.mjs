import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './paths.mjs'
import { capture, captureNode } from './processes.mjs'
import { say } from './say.mjs'

const home = join(root, 'node_modules', 'electron')
const downloadLimitMs = 180_000
const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/** Electron's program, fetched when it is not there: `{ program }`, or `{ reason }` why there is none. */
export async function findElectron() {
  const program = programs[process.platform] ?? 'electron'
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const path = join(override, program)
    if (!existsSync(path)) return { reason: `ELECTRON_OVERRIDE_DIST_PATH holds no ${program}` }
    return usable(path)
  }
  if (!isDownloaded()) {
    say('Fetching Electron (once) …')
    // Its installer prints a stack when it cannot; one line is enough for us.
    const { code } = await captureNode([join(home, 'install.js')], {}, downloadLimitMs)
    if (code === null) return { reason: `it could not be downloaded within ${downloadLimitMs / 1000} s` }
    if (code !== 0 || !isDownloaded()) return { reason: 'it could not be downloaded' }
  }
  return usable(join(home, 'dist', program))
}

function isDownloaded() {
  return (
    existsSync(join(home, 'path.txt')) &&
    existsSync(join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8')))
  )
}

/** Electron needs libraries of the system that a server may lack. */
async function usable(program) {
  const { code, output } = await capture(program, ['--version'], { ELECTRON_RUN_AS_NODE: '1' }, 20_000)
  if (code === 0) return { program }
  const missing = /([\w.+-]+\.so[\w.]*): cannot open shared object/.exec(output)?.[1]
  return { reason: missing ? `the system library ${missing} is missing` : 'its program does not run here' }
}

/** Why no window can open here, or null. */
export function whyNoDisplay() {
  if (process.platform !== 'linux') return null
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? null : 'there is no display'
}

/** Why the page cannot be sandboxed here, or null. The kiosk never runs without. */
export async function whyNoSandbox(program) {
  if (process.platform !== 'linux') return null
  if (process.getuid() === 0) return 'root has no usable sandbox'
  const helper = join(dirname(program), 'chrome-sandbox')
  const isSetuidRoot =
    existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0
  if (isSetuidRoot) return null
  const { code } = await capture('unshare', ['--user', '--map-root-user', 'true'], {}, 5_000)
  return code === 0 ? null : 'this system gives programs no usable sandbox'
}

/** A display without a screen, for tests: the words to put before a command, or null when there is none. */
export async function virtualDisplay() {
  if (whyNoDisplay() === null) return []
  const { code } = await capture('xvfb-run', ['--help'])
  return code === 0 ? ['xvfb-run', '-a', '-s', '-screen 0 1280x1024x24'] : null
}
