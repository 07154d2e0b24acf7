import { spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { node, root } from './paths.mjs'
import { fail, say, seconds } from './say.mjs'

const modules = join(root, 'node_modules')
/** A copy of the lock file that node_modules was made from. */
const stamp = join(modules, '.showroom-lock.json')

/** Makes node_modules what package-lock.json says; does nothing when it is. */
export function ensureInstalled() {
  // Behind a link lie the packages of another checkout: npm would empty them while that one is at work.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() === true) return
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (!isInstalled(lock)) {
    const startedMs = performance.now()
    say('Installing what the project needs (once) …')
    install()
    if (!existsSync(node)) fail(`npm installed no Node 24 for ${process.platform} ${process.arch}.`)
    writeFileSync(stamp, lock)
    say(`Installed in ${seconds(startedMs)}.`)
  }
  linkOwnCommand()
}

function isInstalled(lock) {
  if (!existsSync(node)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true
  // Whoever ran npm by hand has no stamp of ours; npm writes this file last.
  const npmsOwn = join(modules, '.package-lock.json')
  return existsSync(npmsOwn) && statSync(npmsOwn).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** `npm ci` keeps to the lock file; `npm install` also manages where the lock lacks this platform. */
function install() {
  if (npm('ci', 'pipe') === 0) return
  say('npm ci does not work here; trying npm install …')
  if (npm('install', 'inherit', ['--no-save']) !== 0)
    fail('npm could not install. Is the network there? Its words stand above.')
}

function npm(command, output, more = []) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', [command, ...quiet, ...more], {
    cwd: root,
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
    // Under `npx` and `npm start` npm hands its own settings down; the checkout is what counts.
    env: { ...process.env, npm_config_local_prefix: root },
  })
  return status
}

/** `npx showroom` looks into node_modules/.bin, where npm links everything but a project's own command. */
function linkOwnCommand() {
  const bin = join(modules, '.bin')
  const link = join(bin, 'showroom')
  const target = join('..', '..', 'bin', 'showroom.mjs')
  if (existsSync(link)) return
  mkdirSync(bin, { recursive: true })
  rmSync(link, { force: true })
  if (process.platform !== 'win32') symlinkSync(target, link)
  else writeFileSync(`${link}.cmd`, `@node "%~dp0\\${target}" %*\r\n`)
}

if (process.argv[1]?.endsWith('install.mjs')) ensureInstalled()
