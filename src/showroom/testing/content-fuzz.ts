import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readContent, type SourceFile } from '../content.ts'
import { mutateText } from './mutate-text.ts'
import { seeded } from './seeded.ts'

const room = 'rooms/living-room/room.yaml'
const sceneFolder = 'scenes/living-room'

/** Spoils the scenes and the room `count` times: each time there is a scene or a problem that names its place. */
export function fuzzContent(count: number): void {
  const scenes = readdirSync(sceneFolder).map((name) => read(`living-room/${name}`))
  const roomFile = read(room)
  for (let seed = 1; seed <= count; seed++) {
    const random = seeded(seed)
    const scene = scenes[seed % scenes.length] ?? roomFile
    const spoilsRoom = seed % 7 === 0
    const files = spoilsRoom ? [spoilt(roomFile, random), scene] : [roomFile, spoilt(scene, random)]
    const { scenes: good, problems } = readContent(files)
    expect(good.length + problems.length, `seed ${seed}`).toBeGreaterThan(0)
    for (const problem of problems) {
      expect(problem.line, `seed ${seed}`).toBeGreaterThan(0)
      expect(problem.column, `seed ${seed}`).toBeGreaterThan(0)
      expect(problem.message, `seed ${seed}`).not.toBe('')
    }
  }
}

function read(path: string): SourceFile {
  return { path, text: readFileSync(join('scenes', path), 'utf8') }
}

function spoilt(file: SourceFile, random: () => number): SourceFile {
  return { path: file.path, text: mutateText(file.text, random) }
}
