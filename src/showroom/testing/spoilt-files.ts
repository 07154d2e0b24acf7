import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readContent, type SourceFile } from '../content.ts'
import { problemSentence } from '../yaml-file.ts'
import { mutateText } from './mutate-text.ts'
import { seeded } from './seeded.ts'

const room = 'rooms/living-room/room.yaml'

/** What people wrote for the living room, for spoiling. */
export interface Originals {
  readonly room: SourceFile
  /** The room with nothing in it but what scenes and rules speak of: quicker to read. */
  readonly emptyRoom: SourceFile
  readonly scenes: readonly SourceFile[]
  readonly rules: readonly SourceFile[]
}

export function readOriginals(): Originals {
  return {
    room: read(room),
    emptyRoom: emptied(read(room)),
    scenes: readAll('living-room'),
    rules: readAll('living-room/rules'),
  }
}

function emptied({ path, text }: SourceFile): SourceFile {
  const { rooms, problems } = readContent([{ path, text }])
  const [full] = rooms
  if (full === undefined) throw new Error(problems.map(problemSentence).join('\n'))
  const { version, id, name, size, cameras } = full
  const fixtures = full.fixtures.map(({ body: _body, ...fixture }) => fixture)
  return { path, text: JSON.stringify({ version, id, name, size, cameras, fixtures }) }
}

/** One file spoilt, and what it takes to read it: mostly a scene, sometimes a rule or the room. */
export function spoiltFiles(
  seed: number,
  { room: roomFile, emptyRoom, scenes, rules }: Originals,
): SourceFile[] {
  const random = seeded(seed)
  const scene = scenes[seed % scenes.length] ?? roomFile
  const rule = rules[seed % rules.length] ?? roomFile
  if (seed % 7 === 0) return [spoilt(roomFile, random), scene, rule]
  if (seed % 3 === 0) return [emptyRoom, spoilt(rule, random)]
  return [emptyRoom, spoilt(scene, random)]
}

function readAll(folder: string): SourceFile[] {
  return readdirSync(join('scenes', folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => read(`${folder}/${name}`))
}

function read(path: string): SourceFile {
  return { path, text: readFileSync(join('scenes', path), 'utf8') }
}

function spoilt(file: SourceFile, random: () => number): SourceFile {
  return { path: file.path, text: mutateText(file.text, random) }
}
