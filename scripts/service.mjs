import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { whyNoDisplay } from './electron.mjs'
import { node, root } from './paths.mjs'
import { say } from './say.mjs'

/**
 * Runs the service with the page for a browser until it ends or Ctrl-C, and exits with its code. Nobody starts
 * it again: that is the shell's business, or the operating system's.
 */
export function serveToBrowser({ args, openBrowser, nodeArgs = [], env = {}, onReady = () => {} }) {
  const child = spawn(node, [...nodeArgs, 'src/service/serve.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true
      child.kill('SIGTERM')
    })
  }
  createInterface({ input: child.stdout }).on('line', (line) => {
    const url = readyUrl(line)
    if (url === null) return say(line)
    say(`The kiosk is at ${url} (Ctrl-C ends it).`)
    if (openBrowser) open(url)
    onReady(url)
  })
  child.on('error', (error) => {
    process.stderr.write(`The service cannot start: ${error.message}\n`)
    process.exit(1)
  })
  child.on('close', (code, signal) => {
    if (stopping) process.exit(0)
    process.stderr.write(`The service has ended by itself (${signal ?? `code ${code}`}).\n`)
    process.exit(code || 1)
  })
}

function readyUrl(line) {
  try {
    const said = JSON.parse(line)
    return said?.ready === true && typeof said.url === 'string' ? said.url : null
  } catch {
    return null
  }
}

/** Shows the page in whatever browser people use here; without one, the line above says where it is. */
function open(url) {
  if (whyNoDisplay() !== null) return
  const [command, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[
    process.platform
  ] ?? ['xdg-open', url]
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  opener.on('error', () => {})
  opener.unref()
}
