import { build } from './build.mjs'
import { check } from './check.mjs'
import { findChromium } from './chromium.mjs'
import { findElectron, virtualDisplay, whyNoSandbox } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { node, tool } from './paths.mjs'
import { run, runNode } from './processes.mjs'
import { say, seconds } from './say.mjs'

/** All that must hold: check, build, driver and long tests, end-to-end tests. The closing lines say what ran. */
const startedMs = performance.now()
const lines = []
let ok = true

function closing(name, passed, detail) {
  ok &&= passed
  lines.push(`${name}: ${detail}`)
}

async function timed(name, task) {
  const taskMs = performance.now()
  say(`\n━━ ${name} ━━`)
  const passed = await task()
  closing(name, passed, `${passed ? 'passed' : 'FAILED'} (${seconds(taskMs)})`)
}

async function endToEnd(name, project, prefix, env) {
  await timed(name, async () => {
    const [command, ...args] = [...prefix, node, tool.playwright, 'test', `--project=${project}`]
    return (await run(command, args, env)) === 0
  })
}

ensureInstalled()
await timed('Check', check)
await build()
await timed('Driver and long tests', async () => {
  // Drivers mostly wait for radios: two files at a time, whatever the number of cores.
  const projects = ['--project', 'driver', '--project', 'long']
  return (await runNode([tool.vitest, 'run', ...projects, '--maxWorkers=2'])) === 0
})

const chromium = await findChromium()
if (chromium.program) await endToEnd('Chromium', 'chromium', [], { CHROMIUM_PATH: chromium.program })
else closing('Chromium', false, `not run, ${chromium.reason}`)

const electron = await findElectron()
const display = await virtualDisplay()
const whyNot = electron.reason ?? (display === null ? 'there is no display and no xvfb-run' : null)
// Not everybody can have Electron; that it was left out is said, never hidden.
if (whyNot === null)
  await endToEnd('Electron', 'electron', display, {
    SHOWROOM_ELECTRON: electron.program,
    SHOWROOM_NO_SANDBOX: (await whyNoSandbox(electron.program)) === null ? '' : '1',
  })
else closing('Electron', true, `not run, ${whyNot}`)

say(`\n${lines.join('\n')}\n${ok ? 'All tests passed' : 'TESTS FAILED'} (${seconds(startedMs)})`)
process.exit(ok ? 0 : 1)
