import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root, tool } from './paths.mjs'
import { runNode } from './processes.mjs'

/**
 * The tests of drivers and those that compute long. Drivers mostly wait for radios: eight files at a time, whatever the
 * number of cores. A file that fails in company is run once more by itself; whoever reads the end is told of both.
 * Resolves with success and a detail for the closing lines, `null` where all passed at once.
 */
export async function slowTests() {
  const first = await runTests(['--maxWorkers=8'])
  if (first.passed) return { passed: true, detail: null }
  // An error outside of every test belongs to no file: then all are run again, in smaller company.
  const again = await runTests(
    first.files.length === 0 ? ['--maxWorkers=4'] : ['--maxWorkers=1', ...first.files],
  )
  const detail = [
    `failed in company: ${first.names.join('; ') || 'something outside of every test'}`,
    ...(again.passed ? [] : [`failed again: ${again.names.join('; ') || 'something outside of every test'}`]),
  ].join('\n  ')
  return { passed: again.passed, detail }
}

async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'showroom-tests-'))
  const file = join(folder, 'results.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const projects = ['--project', 'driver', '--project', 'long']
    const passed = (await runNode([tool.vitest, 'run', ...projects, ...reporters, ...args])) === 0
    return { passed, ...(passed ? { files: [], names: [] } : failures(file)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Which files failed, and what in them, by vitest's report; nothing where it ended before it wrote one. */
function failures(file) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { files: [], names: [] }
  }
  const failed = report.testResults.filter(({ status }) => status === 'failed')
  const names = failed.flatMap(({ name, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    const path = relative(root, name)
    return tests.length === 0 ? [path] : tests.map(({ fullName }) => `${path} › ${fullName}`)
  })
  return { files: failed.map(({ name }) => relative(root, name)), names }
}
