import { readFile } from 'node:fs/promises'
import type { RoomModel } from '../../scenes/furniture/piece.ts'
import { type RoomDescription, roomDescription } from '../showroom/room.ts'
import { type CheckedFile, type FileProblem, problemSentence, readYamlFile } from '../showroom/yaml-file.ts'
import { checkPlan } from './check-plan.ts'
import { furnish } from './furnish.ts'
import { roomModel } from './room-model.ts'

/** A room's description that cannot be built; the message names file, line and column of every problem. */
export class RoomPlanError extends Error {
  readonly code = 'ROOM_PLAN'
  readonly problems: readonly FileProblem[]

  constructor(problems: readonly FileProblem[]) {
    super(problems.map(problemSentence).join('\n'))
    this.name = 'RoomPlanError'
    this.problems = problems
  }
}

/** Everything wrong with a room that only shows when its furniture is built. */
export function planProblems({ value, problemAt }: CheckedFile<RoomDescription>): FileProblem[] {
  const { pieces, problems } = furnish(value)
  return [...problems, ...checkPlan(value, pieces)].map(({ path, message }) =>
    problemAt(path, message, 'docs/rooms.md tells how things are placed, and what each piece takes'),
  )
}

/** Reads and builds `room.yaml`. Throws a `RoomPlanError` unless all is well. */
export async function readRoom(file: string): Promise<{ description: RoomDescription; model: RoomModel }> {
  return buildRoom(file, await readFile(file, 'utf8'))
}

/** As `readRoom`, from a text; `file` is what its problems are told of. */
export function buildRoom(file: string, text: string): { description: RoomDescription; model: RoomModel } {
  const read = readYamlFile(file, text, roomDescription)
  if (!read.ok) throw new RoomPlanError(read.problems)
  const problems = planProblems(read.checked)
  if (problems.length > 0) throw new RoomPlanError(problems)
  const description = read.checked.value
  return { description, model: roomModel(description, furnish(description).pieces) }
}
