import { chance } from './chance.ts'
import type { MaterialName } from './materials.ts'
import type { Part, Piece } from './piece.ts'
import { box } from './shapes.ts'

const covers: readonly MaterialName[] = [
  'book-red',
  'book-blue',
  'book-ochre',
  'book-green',
  'book-white',
  'book-white',
  'grey-cloth',
]

/** A row of standing books along z, spines towards -x, from z = 0 up to `length`, at most `height` high. */
export function bookRow(length: number, height: number, seed: number): Piece {
  const next = chance(seed)
  const parts: Part[] = []
  let z = 0
  while (z < length) {
    const thickness = 0.016 + next() * 0.028
    const tall = height * (0.66 + next() * 0.32)
    const deep = 0.17 + next() * 0.06
    const material = covers[Math.floor(next() * covers.length)] ?? 'book-white'
    parts.push({
      material,
      geometry: box(deep, tall, thickness).translate(deep / 2, tall / 2, z + thickness / 2),
      detail: 0.6,
    })
    z += thickness + 0.0015
  }
  return { parts }
}
