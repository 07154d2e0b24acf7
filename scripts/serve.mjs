import { build } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { serveToBrowser } from './service.mjs'

ensureInstalled()
await build()
const args = process.argv.slice(2)
serveToBrowser({ args: args.includes('--port') ? args : ['--port', '4173', ...args], openBrowser: false })
