import { describe, expect, test } from 'vitest'
import { buildRoom, RoomPlanError } from './read-room.ts'
import { study } from './testing/study.ts'

const read = (text: string) => buildRoom('room.yaml', text)

/** What is said of the study after `from` in its description has become `to`. */
function problems(from: string | RegExp, to: string): string[] {
  const text = study.replace(from, to)
  expect(text).not.toBe(study)
  try {
    read(text)
  } catch (error) {
    if (error instanceof RoomPlanError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('a room that is a description and nothing else', () => {
  const { model } = read(study)
  const extent = (fixture: string) => {
    const low = [9, 9, 9]
    const high = [-9, -9, -9]
    for (const { geometry } of model.parts.filter((part) => part.fixture === fixture)) {
      const { array } = geometry.getAttribute('position')
      array.forEach((value, i) => {
        low[i % 3] = Math.min(low[i % 3] ?? 0, value)
        high[i % 3] = Math.max(high[i % 3] ?? 0, value)
      })
    }
    return { low, high }
  }

  test('is built: its lamps stand where they are said to', () => {
    const lamp = extent('lamp')
    // The bench is 0.46 high and stands at the left wall, x = -1.5; along is measured from the front.
    expect(lamp.low[1]).toBeCloseTo(0.46, 2)
    expect(((lamp.low[0] ?? 0) + (lamp.high[0] ?? 0)) / 2).toBeCloseTo(-1.5 + 0.21, 1)
    expect(((lamp.low[2] ?? 0) + (lamp.high[2] ?? 0)) / 2).toBeCloseTo(1.7 - 1.7 + 0.3, 2)
    expect(extent('pendant').high[1]).toBeCloseTo(2.4, 2)
    expect(model.emitters.map(({ fixture }) => fixture).sort()).toEqual(['lamp', 'pendant'])
  })

  test('has its window in the wall that is named, and daylight comes in', () => {
    const { centre, u, v } = model.window ?? { centre: [0, 0, 0], u: [0, 0, 0], v: [0, 0, 0] }
    expect(centre[0]).toBeCloseTo(0)
    expect(centre[1]).toBeCloseTo(0.9 + 0.55)
    expect(centre[2]).toBeLessThan(-1.7)
    // u x v points into the room.
    expect(u[0] * v[1] - u[1] * v[0]).toBeGreaterThan(0)
  })

  test('has walls in the colour that is named', () => {
    expect(model.parts.filter((part) => part.material === 'wall #dfe3da')).toHaveLength(4)
  })
})

describe('a description that cannot be built is told by line and column', () => {
  const cases: [string, string | RegExp, string, string | RegExp][] = [
    [
      'unknown furniture',
      'piece: rug',
      'piece: carpet',
      /^room\.yaml:11:7 furniture\.1\.piece: there is no furniture "carpet" \(known: .*rug/,
    ],
    [
      'an unknown parameter',
      'width: 1.6',
      'length: 1.6',
      'room.yaml:11:39 furniture.1.with.length: a rug has no "length" (it has width, depth)',
    ],
    [
      'a parameter out of its range',
      'width: 1.6',
      'width: 16',
      /^room\.yaml:11:39 furniture\.1\.with\.width: .*6/,
    ],
    [
      'a misspelt key',
      'along: 1.7, with',
      'allong: 1.7, with',
      /^room\.yaml:10:\d+ furniture\.0\.allong: "allong" is not known here$/,
    ],
    [
      'two places at once',
      'at: [0, 0], with',
      'at: [0, 0], wall: back, with',
      /^room\.yaml:11:\d+ furniture\.1.*"at" does not go with "wall"/,
    ],
    [
      'something outside the walls',
      'at: [0, 0]',
      'at: [1, 0]',
      /^room\.yaml:11:5 furniture\.1: the rug reaches 36 cm through the right wall$/,
    ],
    [
      'two things in one place',
      '  - { piece: framed-print',
      '  - { piece: coffee-table, at: [-1, 0] }\n  - { piece: framed-print',
      /^room\.yaml:12:5 furniture\.2: the coffee-table and "bench" are \d+ cm inside each other$/,
    ],
    [
      'a lamp inside furniture',
      'on: bench, at: [-0.3, 0]',
      'on: bench, at: [-0.3, 0], up: 0.1',
      'room.yaml:18:5 fixtures.0.body: its light is inside the bench, where nobody sees it',
    ],
    [
      'a lamp on nothing',
      'on: bench',
      'on: desk',
      /^room\.yaml:18:38 fixtures\.0\.body\.on: no piece is called "desk" \(known: bench\)$/,
    ],
    [
      'a lamp without a body',
      '    body: { piece: paper-lantern, ceiling: [0, 0] }\n',
      '',
      /^room\.yaml:19:5 fixtures\.1: "pendant" has no body/,
    ],
    [
      'a body that gives no light',
      'piece: globe-table-lamp',
      'piece: still-life',
      /fixtures\.0\.body\.piece: a still-life cannot be the body of a light$/,
    ],
    [
      'a lamp among the furniture',
      'piece: rug, at: [0, 0], with: { width: 1.6, depth: 1.1 }',
      'piece: mushroom-lamp, at: [0, 0]',
      /^room\.yaml:11:7 furniture\.1\.piece: a mushroom-lamp belongs to a fixture/,
    ],
    [
      'a beam of a lamp that has none',
      'lumens: 470',
      'lumens: 470\n    beam: 30',
      /a globe-table-lamp has no beam; leave "beam" out$/,
    ],
    [
      'a window beyond the end of its wall',
      'along: 1.5, width: 1.2',
      'along: 2.6, width: 1.2',
      /^room\.yaml:6:\d+ openings\.0\.along: the back wall does not reach that far$/,
    ],
    [
      'an unknown finish',
      'floor: floor',
      'floor: lava',
      'room.yaml:8:36 finishes.floor: there is no finish "lava"',
    ],
    [
      'a camera outside',
      'from: [0, 1.4, 3], to',
      'from: [2, 1.4, 3], to',
      /^room\.yaml:25:16 cameras\.landscape\.from: a camera stands in the room/,
    ],
    [
      'a camera that looks away',
      'to: [0, 1, 0], fov: 45',
      'to: [0, 1, -4], fov: 45',
      /cameras\.landscape\.to: it looks at something outside the room$/,
    ],
  ]
  test.each(cases)('%s', (_, from, to, sentence) => {
    const said = problems(from, to)
    if (typeof sentence === 'string') expect(said).toContain(sentence)
    else
      expect(
        said.filter((line) => sentence.test(line)),
        said.join('\n'),
      ).toHaveLength(1)
  })

  test('pieces that stand on each other', () => {
    const said = problems(
      '  - { piece: framed-print',
      '  - { piece: still-life, id: a, on: b, at: [0, 0] }\n  - { piece: still-life, id: b, on: a, at: [0, 0] }\n  - { piece: framed-print',
    )
    expect(said.some((line) => line.includes('would stand on itself'))).toBe(true)
  })

  test('turned things overlap as they stand, not as a box around them would', () => {
    const bench = (turn: number) =>
      problems(
        '  - { piece: framed-print',
        `  - { piece: media-bench, at: [0.5, -0.35], turn: ${turn}, with: { width: 1 } }\n  - { piece: media-bench, at: [0.95, 0.1], turn: ${turn}, with: { width: 1 } }\n  - { piece: framed-print`,
      )
    expect(bench(-45).filter((line) => line.includes('inside each other'))).toHaveLength(1)
    expect(bench(45)).toEqual([])
  })
})
