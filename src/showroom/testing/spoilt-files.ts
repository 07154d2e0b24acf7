import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../content.ts'
import { mutateText } from './mutate-text.ts'
import { seeded } from './seeded.ts'

const room = 'rooms/living-room/room.yaml'

/** What people wrote for the living room, for spoiling. */
export interface Originals {
  readonly room: SourceFile
  readonly scenes: readonly SourceFile[]
  readonly rules: readonly SourceFile[]
}

export function readOriginals(): Originals {
  return { room: read(room), scenes: readAll('living-room'), rules: readAll('living-room/rules') }
}

/** One file spoilt, and what it takes to read it: mostly a scene, sometimes a rule or the room. */
export function spoiltFiles(seed: number, { room: roomFile, scenes, rules }: Originals): SourceFile[] {
  const random = seeded(seed)
  const scene = scenes[seed % scenes.length] ?? roomFile
  const rule = rules[seed % rules.length] ?? roomFile
  if (seed % 7 === 0) return [spoilt(roomFile, random), scene, rule]
  if (seed % 3 === 0) return [roomFile, spoilt(rule, random)]
  return [roomFile, spoilt(scene, random)]
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
