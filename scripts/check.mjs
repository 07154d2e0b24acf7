import { ensureInstalled } from './install.mjs'
import { tool } from './paths.mjs'
import { captureNode } from './processes.mjs'
import { say, seconds } from './say.mjs'

/** More than one checker at a time would find much twice, and the cores have other steps. */
const types = [tool.tsc, '--checkers', '1', '-p']

/** Slow ones first: two run at a time. */
const steps = [
  ['types: programs', [...types, 'tsconfig.json']],
  // One core for these, one for the others.
  ['unit tests', [tool.vitest, 'run', '--project', 'unit', '--reporter', 'dot', '--maxWorkers=2']],
  // Room for what is new to memory saves a fifth of the time.
  ['types: page', ['--max-semi-space-size=256', tool.vueTsc, '--noEmit', '-p', 'renderer']],
  ['lint and format', [tool.biome, 'check', '.']],
  [
    'arrows between folders',
    [tool.depcruise, '--config', '.dependency-cruiser.cjs', 'src', 'renderer', 'scenes'],
  ],
  ['dead code', [tool.knip, '--no-progress']],
  ['types: end-to-end tests', [...types, 'e2e']],
  ['types: core', [...types, 'src/showroom']],
  ['types: preload', [...types, 'src/preload']],
]
const atATime = 2

/** Lint, types, arrows, dead code and unit tests; only what failed shows its output. Resolves with success. */
export async function check() {
  const startedMs = performance.now()
  const waiting = [...steps]
  const failed = []
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const [name, args] = step
      const stepMs = performance.now()
      const { code, output } = await captureNode(args)
      say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds(stepMs)})`)
      if (code !== 0) failed.push({ name, output })
    }
  }
  await Promise.all(Array.from({ length: atATime }, lane))
  for (const { name, output } of failed) say(`\n── ${name} ──\n${output.trim()}`)
  const result = failed.length === 0 ? 'all well' : `failed: ${failed.map(({ name }) => name).join(', ')}`
  say(`\nCheck: ${result} (${seconds(startedMs)})`)
  return failed.length === 0
}

if (process.argv[1]?.endsWith('check.mjs')) {
  ensureInstalled()
  process.exit((await check()) ? 0 : 1)
}
