import { ensureInstalled } from './install.mjs'
import { runNode } from './processes.mjs'

// Benchmarks by name: each prints its figures and writes them to out/bench.
ensureInstalled()
const [name, ...args] = process.argv.slice(2)
process.exit(await runNode([`bench/${name}/main.ts`, ...args]))
