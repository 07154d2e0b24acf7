import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { node, tool } from './paths.mjs'
import { run, runNode } from './processes.mjs'
import { say } from './say.mjs'

// The long tests with their full counts; further words choose among them, as for vitest and Playwright.
ensureInstalled()
await build()
const env = { SHOWROOM_SOAK: '1' }
const words = process.argv.slice(2)
const soak = await runNode([tool.vitest, 'run', '--project', 'soak', '--passWithNoTests', ...words], env)
process.exit((await monkey()) || soak)

/** Ten minutes of touching anything on the shopper's page; with words, only if they name it. */
async function monkey() {
  if (words.length > 0 && !words.some((word) => word.includes('monkey'))) return 0
  const { program, reason } = await findChromium()
  if (program === undefined) {
    say(`The monkey did not play: ${reason}.`)
    return 1
  }
  const args = ['test', '--project=chromium', 'e2e/monkey.chromium.spec.ts']
  return run(node, [tool.playwright, ...args], { ...env, CHROMIUM_PATH: program })
}
