import { existsSync, readFileSync } from 'node:fs'
import { capture, captureNode } from './processes.mjs'
import { say } from './say.mjs'

const installLimitMs = 240_000

/** Chromium's program for the end-to-end tests: `{ program }`, or `{ reason }` with what to do. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given)
    return existsSync(given) ? { program: given } : { reason: `CHROMIUM_PATH names no file: ${given}` }
  const found = await installed()
  if (found !== null) return { program: found }
  if (process.platform === 'linux' && process.getuid() === 0 && isDebian()) {
    say('Installing Chromium (apt-get install chromium) …')
    await capture('apt-get', ['update'], {}, installLimitMs)
    await capture('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {}, installLimitMs)
    const now = await installed()
    if (now !== null) return { program: now }
  }
  return {
    reason:
      'there is no Chromium: install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or let CHROMIUM_PATH name one',
  }
}

async function installed() {
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  const ask = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
  const { output } = await captureNode(['-e', ask])
  const path = output.trim()
  return path !== '' && existsSync(path) ? path : null
}

function isDebian() {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID(_LIKE)?=.*debian/m.test(readFileSync(file, 'utf8'))
}
