import { z } from 'zod'
import { chance } from './chance.ts'
import { count, furniture, metres, seed } from './furniture.ts'
import { garmentCloth } from './garment.ts'
import type { MaterialName } from './materials.ts'
import type { Part } from './piece.ts'
import { rod, roundedBox } from './shapes.ts'

const cloths: readonly MaterialName[] = [
  'linen #e6dccb',
  'sofa-cloth #76806c',
  'boucle #cdbfa8',
  'sofa-cloth #a5532f',
  'sofa-cloth #33414f',
  'linen #c3a796',
  'boucle #4a4643',
  'linen #b9924f',
  'sofa-cloth #8f979c',
]

/** What hangs on the motor: from above a grown-up's reach to everybody's. */
const comesDown = (fixture: string) => ({ role: 'lift', travel: 0.42, fixture, blocks: false }) as const

/** A coat, dress or shirt on its hanger: hung from the origin, `turn` radians about its hook. */
function garment(
  cut: Parameters<typeof garmentCloth>[0],
  turn: number,
  material: MaterialName,
  fixture: string,
): Part[] {
  const hook = rod(0.003, 0.085, 8).translate(0, -0.042, 0)
  return [
    ...garmentCloth(cut).map(
      (cloth): Part => ({
        material,
        geometry: cloth.rotateY(turn),
        ...comesDown(fixture),
        yields: true,
        sheet: true,
        clothUv: true,
        detail: 0.8,
      }),
    ),
    { material: 'steel', geometry: hook, ...comesDown(fixture), detail: 0 },
  ]
}

export const clothesRack = furniture({
  about: 'a rail on two rods from the ceiling with clothes on hangers, as one that comes down by a motor',
  serves: 'blind',
  parameters: z.strictObject({
    width: metres(1.1, 0.5, 2.4, 'width'),
    drop: metres(0.5, 0.3, 1.4, 'from the ceiling to the rail'),
    garments: count(7, 0, 14, 'how many garments hang on it'),
    seed,
  }),
  build: ({ width, drop, garments, seed: start }, { fixture }) => {
    const random = chance(start)
    const rail = rod(0.014, width, 20)
      .rotateZ(Math.PI / 2)
      .translate(0, -drop, 0)
    const ends = [-1, 1].map((side) => side * (width / 2 - 0.05))
    // One rod slides out of the other.
    const outer = ends.map((x) => rod(0.01, drop - 0.03, 12).translate(x, (0.03 - drop) / 2, 0))
    const inner = ends.map((x) => rod(0.006, drop, 12).translate(x, -drop / 2, 0))
    const box = roundedBox(width * 0.7, 0.06, 0.09, 0.01).translate(0, -0.03, 0)
    const room = width - 0.35
    const hung = Array.from({ length: garments }, (_, i) => {
      const at = garments === 1 ? 0 : (i / (garments - 1) - 0.5) * room
      const material = cloths[i % cloths.length] ?? 'linen'
      // Hung by hand: turned to the room more or less.
      const turn = Math.PI / 2 - 0.3 - random() * 0.3
      const length = 0.68 + random() * 0.36
      const isCoat = length < 0.9
      const cut = {
        length,
        hem: isCoat ? 0.205 + random() * 0.02 : 0.23 + random() * 0.04,
        sleeve: isCoat ? 0.52 + random() * 0.06 : 0,
        fall: random() * 6,
      }
      return garment(cut, turn, material, fixture).map((part) => ({
        ...part,
        geometry: part.geometry.translate(at + (random() - 0.5) * 0.02, -drop, 0),
      }))
    }).flat()
    const parts: Part[] = [
      { material: 'steel', geometry: rail, ...comesDown(fixture), detail: 0.5 },
      ...inner.map((geometry): Part => ({ material: 'steel', geometry, ...comesDown(fixture), detail: 0.3 })),
      ...outer.map((geometry): Part => ({ material: 'steel', geometry, fixture, detail: 0.3 })),
      { material: 'lacquer', geometry: box, fixture, detail: 0.6 },
      ...hung,
    ]
    return { parts }
  },
})
