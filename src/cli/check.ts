import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { planProblems } from '../bake/read-room.ts'
import { readContentFolder } from '../platform/content-folder.ts'
import { readPlaylists } from '../playlist/playlist-files.ts'
import { adviceOn } from '../showroom/advice/content-advice.ts'
import { translationAdvice } from '../showroom/advice/translation-advice.ts'
import { readContent } from '../showroom/content.ts'
import { type FileProblem, problemSentence } from '../showroom/yaml-file.ts'

const usage = `showroom check [FOLDER] [--strict]

Tells every problem of the rooms, scenes, rules, products and playlists in FOLDER (default: scenes), each with file, line,
column, path and what to do about it; and warns of what works but was hardly meant.
  --strict   a warning counts as a problem
`

/** `showroom check [FOLDER]`. Exit code 1 when there is a problem, 2 when it was called wrongly. */
export async function check(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === null) {
    process.stderr.write(usage)
    return 2
  }
  if (asked.help) {
    process.stdout.write(usage)
    return 0
  }
  const folder = resolve(asked.folder)
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() !== true) {
    process.stderr.write(`There is no folder ${folder}. Name one: showroom check FOLDER\n`)
    return 1
  }
  const { files, unreadable } = await readContentFolder(folder)
  const content = readContent(files, unreadable, planProblems)
  const { playlists, problems: playlistProblems } = readPlaylists(files, content)
  const warnings = [...adviceOn(content), ...translationAdvice(files)]
  const inFolder = (problem: FileProblem) => ({
    ...problem,
    file: problem.file === folder ? asked.folder : join(asked.folder, problem.file),
  })
  const problems = [...content.problems, ...playlistProblems]
  for (const problem of problems) tell(inFolder(problem), '')
  for (const warning of warnings) tell(inFolder(warning), 'warning: ')
  if (files.length === 0) {
    process.stdout.write(`${folder} holds no rooms, scenes or rules.\n`)
    return 1
  }
  const { rooms, scenes, rules } = content
  const good = `${counted(['room', rooms], ['scene', scenes], ['rule', rules], ['playlist', playlists])} are good`
  const bad = [
    ...(problems.length === 0 ? [] : [count(problems.length, 'problem')]),
    ...(warnings.length === 0 ? [] : [count(warnings.length, 'warning')]),
  ]
  process.stdout.write(`${[...bad, good].join('; ')}.\n`)
  return problems.length > 0 || (asked.strict && warnings.length > 0) ? 1 : 0
}

function readArguments(args: string[]): { folder: string; strict: boolean; help: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { strict: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    })
    return positionals.length > 1 ? null : { folder: positionals[0] ?? 'scenes', ...values }
  } catch {
    return null
  }
}

/** A sentence, and under it what to do. */
function tell(problem: FileProblem, severity: string): void {
  process.stdout.write(`${severity}${problemSentence(problem)}\n    → ${problem.hint}\n`)
}

/** "2 rooms, 3 scenes and 1 rule"; playlists only where there are any. */
function counted(...all: [string, readonly unknown[]][]): string {
  const told = all.filter(([word, { length }]) => word !== 'playlist' || length > 0)
  const words = told.map(([word, { length }]) => count(length, word))
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
