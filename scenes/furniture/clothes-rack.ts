import { z } from 'zod'
import { chance } from './chance.ts'
import { count, furniture, metres, seed } from './furniture.ts'
import type { MaterialName } from './materials.ts'
import type { Part } from './piece.ts'
import { rod, roundedBox } from './shapes.ts'

const cloths: readonly MaterialName[] = [
  'matte #d9cdb8',
  'matte #6f7a68',
  'matte #a8512d',
  'matte #33414f',
  'matte #c59a52',
  'matte #8a8f94',
]
const shoulder = 0.4

/** A garment on its hanger, seen from its side: shoulders along z, hung from the origin. */
function garment(at: number, length: number, material: MaterialName, fixture: string): Part[] {
  const cloth = roundedBox(0.045, length, shoulder, 0.02).translate(at, -0.07 - length / 2, 0)
  const hook = rod(0.003, 0.08, 8).translate(at, -0.04, 0)
  return [
    { material, geometry: cloth, fixture, yields: true },
    { material: 'steel', geometry: hook, fixture, detail: 0, blocks: false },
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
    const rods = [-1, 1].map((side) =>
      rod(0.007, drop, 12).translate(side * (width / 2 - 0.05), -drop / 2, 0),
    )
    const box = roundedBox(width * 0.7, 0.06, 0.09, 0.01).translate(0, -0.03, 0)
    const room = width - 0.3
    const hung = Array.from({ length: garments }, (_, i) => {
      const at = garments === 1 ? 0 : (i / (garments - 1) - 0.5) * room
      const material = cloths[i % cloths.length] ?? 'matte'
      return garment(at + (random() - 0.5) * 0.03, 0.62 + random() * 0.34, material, fixture)
    }).flat()
    const parts: Part[] = [
      { material: 'steel', geometry: rail, fixture, detail: 0.5 },
      ...rods.map((geometry): Part => ({ material: 'steel', geometry, fixture, detail: 0.3 })),
      { material: 'lacquer', geometry: box, fixture, detail: 0.6 },
      ...hung.map((part) => ({ ...part, geometry: part.geometry.translate(0, -drop, 0) })),
    ]
    return { parts }
  },
})
