import { spawn } from 'node:child_process'
import { node, root } from './paths.mjs'

/** Programs that npm scripts start find the project's own tools and Node first. */
function environment(extra) {
  return { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...extra }
}

/** Runs a program of Node 24 and shows what it says. Resolves with its exit code. */
export function runNode(args, env = {}) {
  return run(node, args, env)
}

export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(env) })
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

/** Runs a program of Node 24 and keeps what it says. */
export function captureNode(args, env = {}, limitMs = 0) {
  return capture(node, args, env, limitMs)
}

/** `limitMs` ends a program that takes longer; its code is then null. */
export function capture(command, args, env = {}, limitMs = 0) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const timer = limitMs > 0 ? setTimeout(() => child.kill('SIGKILL'), limitMs) : undefined
    const end = (code) => {
      clearTimeout(timer)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', end)
  })
}
