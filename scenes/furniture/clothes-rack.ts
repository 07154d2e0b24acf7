import { ExtrudeGeometry, Shape } from 'three'
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
/** A coat or shirt on its hanger, seen from the front: hung from the origin, `turn` radians about its hook. */
function garment(length: number, turn: number, material: MaterialName, fixture: string): Part[] {
  const hem = 0.21 + length * 0.05
  const outline = new Shape()
  outline.moveTo(-0.055, -0.075)
  outline.quadraticCurveTo(0, -0.1, 0.055, -0.075)
  outline.quadraticCurveTo(0.17, -0.095, 0.215, -0.15)
  outline.lineTo(hem, -length)
  outline.quadraticCurveTo(0, -length - 0.02, -hem, -length)
  outline.lineTo(-0.215, -0.15)
  outline.quadraticCurveTo(-0.17, -0.095, -0.055, -0.075)
  const cloth = new ExtrudeGeometry(outline, {
    depth: 0.03,
    steps: 1,
    curveSegments: 6,
    bevelSize: 0.012,
    bevelThickness: 0.012,
    bevelSegments: 3,
  })
  const hook = rod(0.003, 0.085, 8).translate(0, -0.042, 0)
  return [
    { material, geometry: cloth.translate(0, 0, -0.015).rotateY(turn), fixture, yields: true, detail: 0.7 },
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
    const room = width - 0.35
    const hung = Array.from({ length: garments }, (_, i) => {
      const at = garments === 1 ? 0 : (i / (garments - 1) - 0.5) * room
      const material = cloths[i % cloths.length] ?? 'matte'
      // Hung by hand: turned to the room more or less.
      const turn = Math.PI / 2 - 0.35 - random() * 0.35
      return garment(0.66 + random() * 0.32, turn, material, fixture).map((part) => ({
        ...part,
        geometry: part.geometry.translate(at + (random() - 0.5) * 0.02, -drop, 0),
      }))
    }).flat()
    const parts: Part[] = [
      { material: 'steel', geometry: rail, fixture, detail: 0.5 },
      ...rods.map((geometry): Part => ({ material: 'steel', geometry, fixture, detail: 0.3 })),
      { material: 'lacquer', geometry: box, fixture, detail: 0.6 },
      ...hung,
    ]
    return { parts }
  },
})
