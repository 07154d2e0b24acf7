import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root, tool } from './paths.mjs'
import { captureNode, runNode } from './processes.mjs'

/**
 * Tests of drivers, which mostly wait for radios: eight files at a time, whatever the number of cores. Resolves with
 * success and a detail for the closing lines, `null` where all passed at once.
 */
export function driverTests() {
  return twice('driver', 8, runNode)
}

/**
 * Tests that compute long. They give way to whatever else runs and wait for nothing, so they go beside the end-to-end
 * tests, which leave the cores now and then. Resolves also with what they said, which nobody has seen yet.
 */
export async function longTests() {
  let said = ''
  const quietly = async (args) => {
    const { code, output } = await captureNode(args)
    said += output
    return code
  }
  return { ...(await twice('long', 2, quietly)), said }
}

/** A file that fails in company is run once more by itself; whoever reads the end is told of both. */
async function twice(project, atATime, runTests) {
  const first = await attempt(project, [`--maxWorkers=${atATime}`], runTests)
  if (first.passed) return { passed: true, detail: told('passed in a second try', first.again) }
  // An error outside of every test belongs to no file: then all are run again, in smaller company.
  const again = await attempt(
    project,
    first.files.length === 0 ? [`--maxWorkers=${atATime / 2}`] : ['--maxWorkers=1', ...first.files],
    runTests,
  )
  const named = ({ names }) => (names.length > 0 ? names : ['something outside of every test'])
  const lines = [
    told('failed in company', named(first)),
    again.passed ? null : told('failed again', named(again)),
  ]
  return { passed: again.passed, detail: lines.filter((line) => line !== null).join('\n') }
}

async function attempt(project, args, runTests) {
  const folder = mkdtempSync(join(tmpdir(), 'showroom-tests-'))
  const file = join(folder, 'results.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const passed = (await runTests([tool.vitest, 'run', '--project', project, ...reporters, ...args])) === 0
    const results = resultsIn(file)
    return { passed, again: secondTries(results), ...failures(results) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each file's results by vitest's report; none where it ended before it wrote one. */
function resultsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults
  } catch {
    return []
  }
}

/** What passed although it had failed before, and why it had. */
function secondTries(results) {
  return results.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(
        ({ fullName, failureMessages: [why = ''] }) =>
          `${relative(root, name)} › ${fullName} (${why.split('\n')[0]})`,
      ),
  )
}

/** A line with names on lines of their own; null without any. */
function told(what, names) {
  return names.length === 0 ? null : [`${what}:`, ...names].join('\n  ')
}

/** Which files failed, and what in them. */
function failures(results) {
  const failed = results.filter(({ status }) => status === 'failed')
  const names = failed.flatMap(({ name, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    const path = relative(root, name)
    return tests.length === 0 ? [path] : tests.map(({ fullName }) => `${path} › ${fullName}`)
  })
  return { files: failed.map(({ name }) => relative(root, name)), names }
}
