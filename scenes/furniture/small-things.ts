import { CatmullRomCurve3, TubeGeometry, Vector3 } from 'three'
import { z } from 'zod'
import { bookStack } from './books.ts'
import { colour, count, furniture, metres, seed } from './furniture.ts'
import type { Part } from './piece.ts'
import { box, rod, roundedBox, turned } from './shapes.ts'
import { trailingPlant } from './small-plants.ts'
import { bowl, jug, vase } from './vessels.ts'

export const vaseOnTable = furniture({
  about: 'a thrown vase; another number, another shape and glaze',
  parameters: z.strictObject({ height: metres(0.24, 0.08, 0.7, 'height'), seed }),
  build: ({ height, seed }) => vase(height, seed),
})

export const bookPile = furniture({
  about: 'books on top of each other',
  parameters: z.strictObject({ books: count(3, 1, 6, 'how many'), seed }),
  build: ({ books, seed }) => bookStack(books, seed),
})

export const shallowBowl = furniture({
  about: 'a shallow glazed bowl',
  parameters: z.strictObject({ diameter: metres(0.24, 0.1, 0.45, 'diameter') }),
  build: ({ diameter }) => bowl(diameter / 2),
})

export const jugOnTable = furniture({
  about: 'a jug with a handle',
  parameters: z.strictObject({ height: metres(0.2, 0.1, 0.4, 'height') }),
  build: ({ height }) => jug(height),
})

export const smallPlant = furniture({
  about: 'a small plant that trails over the rim of its pot, 0.25 across',
  parameters: z.strictObject({ seed }),
  build: ({ seed }) => trailingPlant(seed),
})

export const sideTable = furniture({
  about: 'a small round table on three legs',
  parameters: z.strictObject({
    diameter: metres(0.42, 0.25, 0.7, 'diameter'),
    height: metres(0.5, 0.3, 0.7, 'height'),
    paint: colour('#3c4a42', 'paint'),
  }),
  build: ({ diameter, height, paint }) => {
    const r = diameter / 2
    const painted = (geometry: Part['geometry'], detail = 1): Part => ({
      material: `metal ${paint}`,
      geometry,
      detail,
    })
    const top = [
      [0.001, height - 0.012],
      [r - 0.004, height - 0.012],
      [r, height - 0.006],
      [r, height + 0.014],
      [r - 0.005, height + 0.014],
      [r - 0.006, height],
      [0.001, height],
    ] as const
    return {
      top: height,
      parts: [
        painted(turned(top, 48)),
        ...[0, 1, 2].map((i) =>
          painted(
            rod(0.009, height - 0.01, 10)
              .rotateZ(0.14)
              .translate(r * 0.72, (height - 0.01) / 2, 0)
              .rotateY((i * 2 * Math.PI) / 3 + 0.3),
            0.5,
          ),
        ),
      ],
    }
  },
})

export const socket = furniture({
  about: 'a double wall socket; it is usually 0.25 up',
  parameters: z.strictObject({}),
  build: () => {
    const hole = (x: number): Part => ({
      material: 'joinery #d9d6cf',
      geometry: rod(0.02, 0.003, 24)
        .rotateX(Math.PI / 2)
        .translate(x, 0, 0.011),
      detail: 0.6,
    })
    return {
      parts: [
        { material: 'joinery', geometry: roundedBox(0.152, 0.082, 0.012, 0.004).translate(0, 0, 0.006) },
        hole(-0.036),
        hole(0.036),
      ],
    }
  },
})

export const cable = furniture({
  about: 'a cable that lies on the floor, then climbs to a plug; it begins at its origin',
  parameters: z.strictObject({
    to: z
      .tuple([z.number(), z.number(), z.number()])
      .default([0.5, 0.25, -0.3])
      .describe('where its plug is from there: right, up, towards the onlooker; metres'),
    paint: colour('#2b2a28', 'colour of the cord'),
  }),
  build: ({ to: [x, y, depth], paint }) => {
    const points = [
      [0, 0.006, 0],
      [x * 0.25, 0.005, depth * 0.1 + 0.05],
      [x * 0.6, 0.005, depth * 0.55 + 0.05],
      [x * 0.92, 0.005, depth * 0.9],
      [x, 0.03, depth + 0.045],
      [x, y * 0.6, depth + 0.035],
      [x, y, depth + 0.035],
    ] as const
    return {
      parts: [
        {
          material: `metal ${paint}`,
          geometry: new TubeGeometry(
            new CatmullRomCurve3(points.map((p) => new Vector3(...p))),
            60,
            0.0032,
            6,
          ),
          sheet: true,
          detail: 0.4,
          yields: true,
        },
        {
          material: `metal ${paint}`,
          geometry: box(0.036, 0.036, 0.03).translate(x, y, depth + 0.02),
          detail: 0.5,
          yields: true,
        },
      ],
    }
  },
})
