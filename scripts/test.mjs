import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { findChromium } from './chromium.mjs'
import { findElectron, virtualDisplay, whyNoSandbox } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { node, root, tool } from './paths.mjs'
import { run } from './processes.mjs'
import { say, seconds } from './say.mjs'
import { driverTests, longTests } from './slow-tests.mjs'

/** All that must hold: check, build, driver tests, end-to-end tests and, beside them, long ones. The closing lines say what ran. */
const startedMs = performance.now()
const lines = []
let ok = true

function closing(name, passed, detail) {
  ok &&= passed
  lines.push(`${name}: ${detail}`)
}

/** What passed only the second time, or never, is told by name. */
function secondTries(name, detail) {
  if (detail !== null) lines.push(`${name} ${detail}`)
}

async function timed(name, task) {
  const taskMs = performance.now()
  say(`\n━━ ${name} ━━`)
  const passed = await task()
  closing(name, passed, `${passed ? 'passed' : 'FAILED'} (${seconds(taskMs)})`)
}

/** Specs mostly wait, for lamps, blinds and people, so several run at a time; fewer of those that draw the room. */
async function endToEnd(projects, prefix, env) {
  const shells = projects.map((project) => `--project=${project}`)
  const rounds = [
    ['--grep-invert=alone/', '--workers=5'],
    ['--grep=alone/', '--workers=3'],
  ]
  const furnished = mkdtempSync(join(tmpdir(), 'showroom-furnished-'))
  let passed = true
  for (const options of rounds) {
    const [command, ...args] = [...prefix, node, tool.playwright, 'test', ...shells, ...options]
    passed = (await run(command, args, { ...env, SHOWROOM_E2E_FURNISHED: furnished })) === 0 && passed
  }
  rmSync(furnished, { recursive: true, force: true })
  return passed
}

// Some hundred kiosks and dongles start in these tests: their sources are compiled once.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled')

ensureInstalled()
await timed('Check', check)
await build()
await timed('Driver tests', async () => {
  const { passed, detail } = await driverTests()
  secondTries('Driver tests', detail)
  return passed
})
const long = longTests()

const chromium = await findChromium()
const electron = await findElectron()
const display = await virtualDisplay()
const whyNot = electron.reason ?? (display === null ? 'there is no display and no xvfb-run' : null)
const env = {}
const projects = []
if (chromium.program) {
  projects.push('chromium')
  env.CHROMIUM_PATH = chromium.program
} else closing('Chromium', false, `not run, ${chromium.reason}`)
if (whyNot === null) {
  projects.push('electron')
  env.SHOWROOM_ELECTRON = electron.program
  env.SHOWROOM_NO_SANDBOX = (await whyNoSandbox(electron.program)) === null ? '' : '1'
}
// Not everybody can have Electron; that it was left out is said, never hidden.
else closing('Electron', true, `not run, ${whyNot}`)
if (projects.length > 0)
  await timed(`End to end in ${projects.join(' and ')}`, () => endToEnd(projects, display ?? [], env))
const { passed, detail, said } = await long
say(`\n━━ Long tests ━━\n${said.trim()}`)
secondTries('Long tests', detail)
closing('Long tests', passed, `${passed ? 'passed' : 'FAILED'} (beside the end-to-end tests)`)

say(`\n${lines.join('\n')}\n${ok ? 'All tests passed' : 'TESTS FAILED'} (${seconds(startedMs)})`)
process.exit(ok ? 0 : 1)
