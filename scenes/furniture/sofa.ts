import { CatmullRomCurve3, TubeGeometry, Vector3 } from 'three'
import { z } from 'zod'
import { colour, furniture, metres } from './furniture.ts'
import type { MaterialName } from './materials.ts'
import { type Part, type Piece, place } from './piece.ts'
import { rod, turnedOut } from './shapes.ts'
import { type ClothGrid, type SoftGood, seamOf, softGood } from './soft-goods.ts'
import { foam } from './soft-shapes.ts'

/** Cloth that lies flat as it was cut, and the piping that runs along its seams. */
export function sewn(good: SoftGood, material: MaterialName, piping: MaterialName | null, scale = 1): Part[] {
  const grids = softGood(good)
  const parts = grids.map(
    ({ geometry }): Part => ({
      material,
      geometry: geometry.scale(scale, scale, scale),
      sheet: true,
      clothUv: true,
      yields: true,
    }),
  )
  // The first two grids are the panels; what joins them has the same seams.
  const panels = good.startsWith('cushion') ? grids.slice(0, 1) : grids.slice(0, 2)
  if (piping !== null)
    for (const panel of panels)
      parts.push({ material: piping, geometry: pipe(panel), sheet: true, detail: 0.5, yields: true })
  return parts
}

function pipe(grid: ClothGrid): Part['geometry'] {
  const curve = new CatmullRomCurve3(
    seamOf(grid).map((p) => new Vector3(...p)),
    true,
  )
  return new TubeGeometry(curve, 110, 0.0042, 5, true)
}

const arm = 0.16
const armHeight = 0.6
const seatHeight = 0.315

/** Two cushions to sit on and two to lean on, between slim arms, on tapered oak legs. */
function twoSeats(width: number, cloth: MaterialName): Piece {
  const between = width - 2 * arm
  const each = between / 2
  const stretch = each / 0.9
  const upholstery = (geometry: Part['geometry']): Part => ({ material: cloth, geometry })
  const parts: Part[] = [
    upholstery(foam(width - 0.02, 0.15, 0.86, 0.03, 0).translate(0, 0.225, 0)),
    upholstery(
      foam(between + 0.02, 0.5, 0.15, 0.05, 0.004)
        .rotateX(-0.12)
        .translate(0, 0.52, -0.37),
    ),
  ]
  for (const side of [-1, 1]) {
    parts.push(
      upholstery(
        foam(arm, armHeight - 0.15, 0.9, 0.045, 0.006).translate(
          side * (width / 2 - arm / 2),
          0.15 + (armHeight - 0.15) / 2,
          0,
        ),
      ),
    )
    const seat = { parts: sewn('seat', cloth, cloth) }
    const back = { parts: sewn('back', cloth, cloth) }
    for (const { geometry } of [...seat.parts, ...back.parts]) geometry.scale(stretch, 1, 1)
    // The second of a pair is the first one turned, so that no two folds are alike.
    parts.push(
      ...place(seat, [(side * each) / 2, seatHeight + 0.085, 0.075], side < 0 ? Math.PI : 0).parts,
      ...leant(back.parts, side < 0, [(side * each) / 2, 0.685, -0.21]),
    )
    for (const end of [-0.35, 0.35])
      parts.push({
        material: 'oak',
        geometry: rod(0.024, 0.15, 14, 0.015).translate(side * (width / 2 - 0.1), 0.075, end),
        detail: 0.7,
      })
  }
  return { parts, top: seatHeight + 0.17 }
}

/** A back cushion stood up from lying, and leant against the back. */
function leant(parts: readonly Part[], turned: boolean, at: readonly [number, number, number]): Part[] {
  return parts.map((part) => ({
    ...part,
    geometry: part.geometry
      .rotateY(turned ? Math.PI : 0)
      .rotateX(Math.PI / 2 - 0.24)
      .translate(...at),
  }))
}

export const sofa = furniture({
  about: 'a two-seat sofa with piped cushions on oak legs, 0.92 deep and 0.6 high at its arms',
  parameters: z.strictObject({
    width: metres(2.1, 1.5, 2.6, 'width over the arms'),
    cloth: colour('#7f8a70', 'cloth'),
  }),
  build: ({ width, cloth }) => twoSeats(width, `sofa-cloth ${cloth}`),
})

export const cushion = furniture({
  about: 'a loose cushion that stands on its edge and leans back; its foot is its origin',
  parameters: z.strictObject({
    size: metres(0.48, 0.3, 0.7, 'height and width'),
    shape: z.enum(['full', 'soft', 'long']).default('full').describe('how it is stuffed'),
    lean: z.number().min(0).max(60).default(20).describe('degrees that it leans back'),
    weave: z.enum(['linen', 'wool', 'boucle']).default('linen').describe('kind of cloth'),
    cloth: colour('#b98a5a', 'cloth'),
  }),
  build: ({ size, shape, lean, weave, cloth }) => {
    const material: MaterialName = `${weave === 'wool' ? 'cream-cloth' : weave} ${cloth}`
    const scale = size / 0.5
    const parts = sewn(`cushion-${shape}`, material, material, 1)
    const wide = shape === 'long' ? [scale * 1.25, scale * 0.78, scale] : [scale, scale, scale]
    for (const { geometry } of parts)
      geometry
        .scale(wide[0] ?? 1, wide[1] ?? 1, wide[2] ?? 1)
        .translate(0, 0.235 * (wide[1] ?? 1), 0)
        .rotateX((-lean * Math.PI) / 180)
    return { parts }
  },
})

/** The surface moved along its normals. */
function thicker(geometry: Part['geometry'], by: number): Part['geometry'] {
  const [position, normal] = [geometry.getAttribute('position'), geometry.getAttribute('normal')]
  for (let i = 0; i < position.count; i++)
    position.setXYZ(
      i,
      position.getX(i) + normal.getX(i) * by,
      position.getY(i) + normal.getY(i) * by,
      position.getZ(i) + normal.getZ(i) * by,
    )
  return geometry
}

export const throwBlanket = furniture({
  about: 'a blanket over back, seat and front of a sofa; stand it on the sofa, up: 0, beside a seat',
  parameters: z.strictObject({ cloth: colour('#d9cdb8', 'cloth') }),
  build: ({ cloth }) => {
    // Two sides, a hair apart: each is lit by what it faces.
    const [under, upper] = [...softGood('throw'), ...softGood('throw')].map(({ geometry }) => geometry)
    if (!under || !upper) throw new Error('The blanket has no cloth.')
    const sides = [thicker(turnedOut(upper), 0.008), thicker(under, -0.004)]
    return {
      parts: sides.map(
        (geometry): Part => ({
          material: `boucle ${cloth}`,
          geometry,
          sheet: true,
          clothUv: true,
          yields: true,
        }),
      ),
    }
  },
})
