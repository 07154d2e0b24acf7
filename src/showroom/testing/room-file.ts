import type { SourceFile } from '../content.ts'

/** A room of four by four metres in which `fixtures`, lines of YAML, are; called as a den is. */
export function roomFile(id: string, fixtures: string): SourceFile {
  return {
    path: `rooms/${id}/room.yaml`,
    text: `version: 1
id: ${id}
name: { en: Den, sv: Krypin }
size: { width: 4, depth: 4, height: 2.5 }
cameras:
  landscape: { from: [0, 1, 3], to: [0, 1, 0], fov: 40 }
  portrait: { from: [0, 1, 3], to: [0, 1, 0], fov: 50 }
fixtures:
${fixtures.replace(/^\n/, '')}`,
  }
}
