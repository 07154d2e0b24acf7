import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { planProblems } from '../bake/read-room.ts'
import { readContentFolder } from '../platform/content-folder.ts'
import { readContent } from '../showroom/content.ts'
import { problemSentence } from '../showroom/yaml-file.ts'

/** `showroom check [FOLDER]`: tells every problem of a content folder. Exit code 1 when there is one. */
export async function check(args: string[]): Promise<number> {
  const given = args[0] ?? 'scenes'
  const folder = resolve(given)
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() !== true) {
    process.stderr.write(`There is no folder ${folder}. Name one: showroom check FOLDER\n`)
    return 1
  }
  const { files, unreadable } = await readContentFolder(folder)
  const { rooms, scenes, problems } = readContent(files, unreadable, planProblems)
  for (const problem of problems) {
    const file = problem.file === folder ? given : join(given, problem.file)
    process.stdout.write(`${problemSentence({ ...problem, file })}\n`)
  }
  const summary = `${count(rooms.length, 'room')} and ${count(scenes.length, 'scene')} are good`
  if (problems.length === 0 && files.length > 0) process.stdout.write(`${summary}.\n`)
  else if (files.length === 0) process.stdout.write(`${folder} holds no rooms and no scenes.\n`)
  else process.stdout.write(`${count(problems.length, 'problem')}; ${summary}.\n`)
  return problems.length === 0 && files.length > 0 ? 0 : 1
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
