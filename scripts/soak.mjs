import { build } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { tool } from './paths.mjs'
import { runNode } from './processes.mjs'

// The long tests with their full counts; further words choose among them, as for vitest.
ensureInstalled()
await build()
const args = ['run', '--project', 'soak', '--passWithNoTests', ...process.argv.slice(2)]
process.exit(await runNode([tool.vitest, ...args], { SHOWROOM_SOAK: '1' }))
