import { spawn } from 'node:child_process'
import { build } from './build.mjs'
import { findElectron, whyNoDisplay, whyNoSandbox } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './paths.mjs'
import { say } from './say.mjs'
import { serveToBrowser } from './service.mjs'

/** A window that is gone this soon, with an error, never stood. */
const tooSoonMs = 10_000

ensureInstalled()
await build()
const args = process.argv.slice(2)
const electron = await findElectron()
const whyNot =
  electron.reason ??
  whyNoDisplay() ??
  (args.includes('--no-sandbox') ? null : await whyNoSandbox(electron.program))
if (whyNot === null) openWindow(electron.program)
else serveInstead(whyNot)

function openWindow(program) {
  const startedMs = performance.now()
  const child = spawn(program, [...args, root], { cwd: root, stdio: 'inherit' })
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true
      child.kill('SIGTERM')
    })
  }
  child.on('exit', (code) => {
    if (stopping || code === 0) process.exit(0)
    if (performance.now() - startedMs > tooSoonMs) process.exit(code ?? 1)
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM').removeAllListeners('SIGHUP')
    serveInstead('it ended as soon as it started')
  })
}

function serveInstead(reason) {
  say(`No window of its own (Electron: ${reason}); the kiosk runs in a browser instead.`)
  serveToBrowser({ args: ['--port', '4173'], openBrowser: true })
}
