import { z } from 'zod'
import { bookRow } from './books.ts'
import { furniture } from './furniture.ts'
import { type Part, type Piece, place, turnedBy } from './piece.ts'
import { box, rod, roundedBox, turned } from './shapes.ts'

const board = 0.03
const cell = 0.34
const depth = 0.37

function shelfSize(columns: number, rows: number): { width: number; height: number } {
  const along = (cells: number) => cells * cell + (cells + 1) * board
  return { width: along(columns), height: along(rows) + 0.06 }
}

const fillings = z.enum(['books', 'basket', 'pot', 'stack', 'empty'])
type Filling = z.infer<typeof fillings>

/** Its back stands at x = 0, its cells open towards -x; `fillings` go row by row from the bottom. */
function alongZ(columns: number, fillings: readonly (readonly Filling[])[]): Piece {
  const { width, height } = shelfSize(columns, fillings.length)
  const plinth = 0.06
  const x = -depth / 2
  const parts: Part[] = [
    {
      material: 'oak',
      geometry: box(depth - 0.04, plinth, width - 0.04).translate(x + 0.01, plinth / 2, 0),
      detail: 0.6,
    },
    {
      material: 'lacquer',
      geometry: box(0.008, height - plinth, width).translate(-0.004, plinth + (height - plinth) / 2, 0),
      detail: 0.8,
    },
  ]
  for (let i = 0; i <= columns; i++)
    parts.push({
      material: 'lacquer',
      detail: 0.8,
      geometry: box(depth, height - plinth, board).translate(
        x,
        plinth + (height - plinth) / 2,
        -width / 2 + board / 2 + i * (cell + board),
      ),
    })
  for (let j = 0; j <= fillings.length; j++)
    parts.push({
      material: 'lacquer',
      detail: 0.8,
      geometry: box(depth - 0.002, board, width - 0.002).translate(
        x,
        plinth + board / 2 + j * (cell + board),
        0,
      ),
    })
  fillings.forEach((row, j) => {
    row.forEach((filling, i) => {
      const along = -width / 2 + board + i * (cell + board)
      parts.push(
        ...place(fill(filling, i * 7 + j * 13 + 3), [x, plinth + board + j * (cell + board), along]).parts,
      )
    })
  })
  return { parts }
}

/** What stands in a cell; the cell's floor begins at the origin and runs along z. */
function fill(filling: Filling, seed: number): Piece {
  switch (filling) {
    case 'books':
      return place(
        bookRow(cell * (0.55 + ((seed * 37) % 40) / 100), cell - 0.05, seed),
        [-0.12, 0, 0.008],
        -Math.PI / 2,
      )
    case 'basket':
      return {
        parts: [
          {
            material: 'basket',
            geometry: roundedBox(depth - 0.05, cell * 0.72, cell - 0.03, 0.02).translate(
              0,
              cell * 0.36,
              cell / 2,
            ),
          },
        ],
      }
    case 'pot':
      return {
        parts: [
          {
            material: seed % 2 ? 'ceramic' : 'terracotta',
            geometry: turned(
              [
                [0.001, 0],
                [0.05, 0],
                [0.085, 0.06],
                [0.08, 0.13],
                [0.04, 0.18],
                [0.032, 0.22],
                [0.042, 0.235],
              ],
              28,
            ).translate(-0.03, 0, cell * 0.42),
          },
        ],
      }
    case 'stack':
      return {
        parts: [
          {
            material: 'matte #c99a4b',
            geometry: box(0.2, 0.03, 0.26).translate(-0.03, 0.015, cell / 2),
            detail: 0.6,
          },
          {
            material: 'matte #e3dccd',
            geometry: box(0.18, 0.025, 0.24).translate(-0.03, 0.0425, cell / 2 - 0.005),
            detail: 0.6,
          },
          {
            material: 'matte #3d4a50',
            geometry: box(0.17, 0.03, 0.21).translate(-0.03, 0.07, cell / 2),
            detail: 0.6,
          },
          { material: 'brass', geometry: rod(0.035, 0.07, 24).translate(-0.03, 0.12, cell / 2 - 0.03) },
        ],
      }
    case 'empty':
      return { parts: [] }
  }
}

export const shelf = furniture({
  about: 'an open shelf of square cells, 0.37 deep, each cell 0.37 with its board',
  parameters: z.strictObject({
    rows: z
      .array(z.array(fillings).min(1).max(8))
      .min(1)
      .max(6)
      .default([['books', 'books', 'books', 'books']])
      .describe('what lies in its cells, row by row from the top'),
  }),
  build: ({ rows }) => {
    const columns = Math.max(...rows.map((row) => row.length))
    return {
      ...turnedBy(alongZ(columns, rows.toReversed()), Math.PI / 2),
      top: shelfSize(columns, rows.length).height,
    }
  },
})
