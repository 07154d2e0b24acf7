import { chance } from './chance.ts'
import type { MaterialName } from './materials.ts'
import { type Part, type Piece, place } from './piece.ts'
import { box } from './shapes.ts'

/** Covers that go with each other: much linen and paper, a few that sing. */
const covers: readonly MaterialName[] = [
  'matte #d8cdb8',
  'matte #c9bda6',
  'matte #e3dccd',
  'matte #8c8f7a',
  'matte #59645a',
  'matte #3d4a50',
  'matte #b4552f',
  'matte #c99a4b',
  'matte #a9806a',
  'matte #e9e4da',
]
const spine = 0.0025

/** A book that stands on its lower edge, its spine at z = 0, pages behind; its left side is at x = 0. */
function book(thick: number, tall: number, deep: number, cover: MaterialName): Part[] {
  const hard = (geometry: Part['geometry']): Part => ({ material: cover, geometry, detail: 0.6 })
  return [
    hard(box(thick, tall, spine).translate(thick / 2, tall / 2, -spine / 2)),
    hard(box(0.002, tall, deep).translate(0.001, tall / 2, -deep / 2)),
    hard(box(0.002, tall, deep).translate(thick - 0.001, tall / 2, -deep / 2)),
    {
      material: 'matte #dcd5c6',
      geometry: box(thick - 0.004, tall - 0.006, deep - 0.006).translate(
        thick / 2,
        tall / 2,
        -deep / 2 - 0.001,
      ),
      detail: 0.4,
    },
  ]
}

/** A row of standing books from x = 0 up to `length`, at most `height` high, spines at z = 0; the last may lean. */
export function bookRow(length: number, height: number, seed: number): Piece {
  const next = chance(seed * 7 + 3)
  const parts: Part[] = []
  let x = 0
  while (x < length) {
    const thick = 0.014 + next() * 0.026
    const tall = height * (0.68 + next() * 0.3)
    const deep = 0.15 + next() * 0.05
    const cover = covers[Math.floor(next() * covers.length)] ?? 'matte'
    const last = x + thick + 0.014 >= length
    const lean = last && x > 0.05 ? 0.16 : 0
    const one = book(thick, tall, deep, cover)
    for (const { geometry } of one)
      geometry.rotateZ(lean).translate(x + (lean > 0 ? tall * Math.sin(lean) : 0), 0, -next() * 0.008)
    parts.push(...one)
    x += thick + 0.001
  }
  return { parts }
}

/** Some books on top of each other, not quite straight; the middle of the lowest is the origin. */
export function bookStack(number: number, seed: number): Piece {
  const next = chance(seed * 13 + 5)
  const parts: Part[] = []
  let y = 0
  for (let i = 0; i < number; i++) {
    const [wide, deep, thick] = [0.24 - i * 0.02 + next() * 0.015, 0.18 - i * 0.014, 0.018 + next() * 0.016]
    const cover = covers[Math.floor(next() * covers.length)] ?? 'matte'
    const lying: Piece = {
      parts: book(thick, deep, wide, cover).map((part) => ({
        ...part,
        // The spine to the front, the cover up.
        geometry: part.geometry
          .rotateZ(-Math.PI / 2)
          .rotateY(Math.PI / 2)
          .translate(-wide / 2, thick, deep / 2 - deep),
      })),
    }
    for (const { geometry } of lying.parts) geometry.computeBoundingBox()
    parts.push(...place(centred(lying), [0, y, 0], (next() - 0.5) * 0.4).parts)
    y += thick + 0.0005
  }
  return { parts, top: y }
}

/** Moved so that it stands on the origin. */
function centred({ parts }: Piece): Piece {
  const low = [9, 9, 9]
  const high = [-9, -9, -9]
  for (const { geometry } of parts)
    geometry.getAttribute('position').array.forEach((value, i) => {
      low[i % 3] = Math.min(low[i % 3] ?? 0, value)
      high[i % 3] = Math.max(high[i % 3] ?? 0, value)
    })
  const middle = (axis: 0 | 2) => ((low[axis] ?? 0) + (high[axis] ?? 0)) / 2
  for (const { geometry } of parts) geometry.translate(-middle(0), -(low[1] ?? 0), -middle(2))
  return { parts }
}
