import { z } from 'zod'
import { bookRow, bookStack } from './books.ts'
import { chance } from './chance.ts'
import { furniture, metres, seed } from './furniture.ts'
import { type Part, type Piece, place } from './piece.ts'
import { box, roundedBox, turned } from './shapes.ts'
import { trailingPlant } from './small-plants.ts'
import { bowl, jug, vase } from './vessels.ts'

const board = 0.024
const thing = z.enum(['books', 'stack', 'vase', 'jug', 'bowl', 'frame', 'box', 'plant', 'gap'])
type Thing = z.infer<typeof thing>

/** A thing for a shelf: its left end on the board is the origin, the board's front edge lies at z = 0. */
interface Shelved {
  readonly piece: Piece
  readonly width: number
}

function shelved(what: Thing, room: number, seed: number): Shelved {
  const next = chance(seed)
  const middle = (piece: Piece, width: number, back = 0.15): Shelved => ({
    piece: place(piece, [width / 2, 0, -back]),
    width,
  })
  switch (what) {
    case 'books': {
      const width = 0.16 + next() * 0.12
      return { piece: place(bookRow(width, Math.min(0.27, room - 0.03), seed), [0, 0, -0.03]), width }
    }
    case 'stack':
      return middle(bookStack(2 + Math.floor(next() * 3), seed), 0.26)
    case 'vase':
      return middle(vase(Math.min(0.24, room - 0.04), seed), 0.16)
    case 'jug':
      return middle(jug(Math.min(0.2, room - 0.04)), 0.17)
    case 'bowl':
      return middle(bowl(0.1), 0.22)
    case 'frame':
      return middle(standingFrame(Math.min(0.24, room - 0.05)), 0.2, 0.2)
    case 'box':
      return middle(lidBox(0.24, Math.min(0.16, room - 0.03)), 0.26)
    case 'plant':
      return middle(trailingPlant(seed), 0.2, 0.13)
    case 'gap':
      return { piece: { parts: [] }, width: 0.08 }
  }
}

/** A small picture that leans back. */
function standingFrame(height: number): Piece {
  const width = height * 0.74
  const tilt = (geometry: Part['geometry']) => geometry.rotateX(-0.14)
  return {
    parts: [
      { material: 'black', geometry: tilt(box(width, height, 0.014).translate(0, height / 2, 0)) },
      {
        material: 'art-hills',
        geometry: tilt(box(width - 0.03, height - 0.03, 0.002).translate(0, height / 2, 0.008)),
        ownUv: true,
      },
    ],
  }
}

function lidBox(width: number, height: number): Piece {
  return {
    parts: [
      { material: 'basket', geometry: roundedBox(width, height, 0.22, 0.012).translate(0, height / 2, 0) },
      {
        material: 'brass',
        geometry: turned(
          [
            [0.001, 0],
            [0.01, 0],
            [0.008, 0.012],
            [0.001, 0.014],
          ],
          12,
        )
          .rotateX(Math.PI / 2)
          .translate(0, height * 0.6, 0.11),
        detail: 0.3,
      },
    ],
  }
}

function standing(
  width: number,
  height: number,
  depth: number,
  rows: readonly (readonly Thing[])[],
  seed: number,
): Piece {
  const foot = 0.07
  const pitch = (height - foot - board) / rows.length
  const wood = (geometry: Part['geometry'], detail = 1): Part => ({ material: 'oak', geometry, detail })
  const parts: Part[] = [
    wood(box(width - 2 * board, height - foot, 0.008).translate(0, (height + foot) / 2, 0.004)),
    ...[-1, 1].map((side) =>
      wood(box(board, height, depth).translate(side * (width / 2 - board / 2), height / 2, depth / 2)),
    ),
    wood(box(width - 2 * board, foot - 0.02, 0.018).translate(0, foot / 2, depth - 0.03), 0.6),
  ]
  for (let j = 0; j <= rows.length; j++)
    parts.push(
      wood(
        box(width - 2 * board, board, depth - 0.012).translate(0, foot + j * pitch + board / 2, depth / 2),
      ),
    )
  rows.forEach((row, j) => {
    const floor = height - board - (j + 1) * pitch + board
    const things = row.map((what, i) => shelved(what, pitch - board, seed * 31 + j * 17 + i * 7))
    const free = width - 2 * board - 0.02 - things.reduce((sum, { width: wide }) => sum + wide, 0)
    const space = Math.max(0, free) / Math.max(1, row.length)
    let x = -width / 2 + board + 0.01
    for (const { piece, width: wide } of things) {
      parts.push(...place(piece, [x + space / 2, floor, depth - 0.03]).parts)
      x += wide + space
    }
  })
  return { parts, top: height }
}

export const bookcase = furniture({
  about: 'an open oak bookcase with things on its shelves',
  parameters: z.strictObject({
    width: metres(0.85, 0.4, 2, 'width'),
    height: metres(2, 0.6, 2.4, 'height'),
    depth: metres(0.3, 0.22, 0.5, 'depth'),
    shelves: z
      .array(z.array(thing).max(6))
      .min(1)
      .max(8)
      .default([
        ['books', 'vase'],
        ['stack', 'plant'],
        ['books', 'bowl'],
        ['box', 'books'],
        ['box', 'box'],
      ])
      .describe('what stands on each shelf, from the top down and from left to right'),
    seed,
  }),
  build: ({ width, height, depth, shelves, seed }) => standing(width, height, depth, shelves, seed),
})
