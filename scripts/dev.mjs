import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { build } from './build.mjs'
import { findElectron, whyNoDisplay, whyNoSandbox } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { node, root, tool } from './paths.mjs'
import { runNode } from './processes.mjs'
import { say } from './say.mjs'
import { serveToBrowser } from './service.mjs'

const pagePort = 5173
const servicePort = 4173

// Builds once, for the baked rooms; from then on page, shell and service follow the sources.
ensureInstalled()
await build()
const args = process.argv.slice(2)
const electron = await findElectron()
const whyNot =
  electron.reason ??
  whyNoDisplay() ??
  (args.includes('--noSandbox') ? null : await whyNoSandbox(electron.program))
if (whyNot === null) {
  const words = ['dev', '-c', 'electron.config.ts', '--watch', ...args]
  process.exit(await runNode([tool.electronVite, ...words], { ELECTRON_EXEC_PATH: electron.program }))
}
say(`No window of its own (Electron: ${whyNot}); developing in a browser instead.`)
const token = randomBytes(24).toString('base64url')
const env = {
  SHOWROOM_DEV_TOKEN: token,
  SHOWROOM_DEV_ORIGIN: `http://127.0.0.1:${pagePort}`,
  SHOWROOM_DEV_SERVICE: `http://127.0.0.1:${servicePort}`,
}
const page = spawn(node, [tool.vite, '-c', 'page.config.ts', '--port', String(pagePort), '--strictPort'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...env },
})
process.on('exit', () => page.kill())
page.on('exit', () => process.kill(process.pid, 'SIGTERM'))
serveToBrowser({ args: ['--port', String(servicePort)], openBrowser: false, nodeArgs: ['--watch'], env })
