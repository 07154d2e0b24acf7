import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root, tool } from './paths.mjs'
import { captureNode } from './processes.mjs'
import { fail, say, seconds } from './say.mjs'

const sources = [
  ...['src', 'renderer', 'scenes', 'packages', 'scripts/take-home.ts'],
  ...['electron.config.ts', 'package-lock.json'],
]
/** The page that phones open, for any web server. */
const takeHome = join(root, 'dist', 'take-home', 'index.html')
/** Tells what the last build was made from. */
const stamp = join(root, 'out', '.built-from')

/** Bakes the rooms, builds shell, service and page into out/ and the page for phones into dist/; does nothing when they are up to date. */
export async function build() {
  const made = fingerprint()
  if (existsSync(takeHome) && existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return
  const startedMs = performance.now()
  say(
    'Building the kiosk; when a room has changed, its light is computed anew, which takes a minute or two …',
  )
  await step('the rooms', ['src/bake/main.ts'])
  const photographs = join(root, 'scenes', 'photographs')
  for (const room of readdirSync(photographs))
    cpSync(join(photographs, room), join(root, 'out', 'rooms', room, 'photographs'), { recursive: true })
  await step('the kiosk', [tool.electronVite, 'build', '-c', 'electron.config.ts', '--logLevel', 'warn'])
  await step('the page to take home', ['scripts/take-home.ts', takeHome])
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, made)
  say(`Built in ${seconds(startedMs)}.`)
}

async function step(what, args) {
  if (!existsSync(join(root, args[0]))) fail(`Cannot build ${what}: ${args[0]} is missing.`)
  const { code, output } = await captureNode(args)
  if (code === 0) return
  process.stderr.write(output)
  fail(`Could not build ${what}.`)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const status = statSync(join(root, path))
  if (!status.isDirectory()) {
    hash.update(`${path}\0${status.size}\0${status.mtimeMs}\n`)
    return
  }
  for (const name of readdirSync(join(root, path)).sort())
    if (!name.endsWith('.test.ts')) addTo(hash, join(path, name))
}

if (process.argv[1]?.endsWith('build.mjs')) {
  ensureInstalled()
  await build()
}
