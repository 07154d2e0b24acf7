import { type BufferGeometry, PlaneGeometry } from 'three'

/** Coats, dresses and shirts on a hanger; lengths in metres. The hook's top is the origin, y is up, x along the shoulders. */

export interface GarmentCut {
  /** From the hook's top to the hem. */
  readonly length: number
  /** Half the width at the hem. */
  readonly hem: number
  /** From shoulder to cuff; 0 for none. */
  readonly sleeve: number
  /** Any number: other folds. */
  readonly fall: number
}

/** Where a tube of cloth runs: its middle, and half its width and depth. */
interface Ring {
  readonly x?: number
  readonly y: number
  readonly wide: number
  readonly deep: number
}

const shoulder = 0.2

/** The cloth of a garment: tubes, each laid flat by its own texture coordinates, its seam behind. */
export function garmentCloth({ length, hem, sleeve, fall }: GarmentCut): BufferGeometry[] {
  const waist = -0.2 - (length - 0.2) * 0.3
  const body: Ring[] = [
    { y: -0.07, wide: 0.03, deep: 0.02 },
    { y: -0.078, wide: 0.06, deep: 0.036 },
    { y: -0.1, wide: 0.115, deep: 0.042 },
    { y: -0.13, wide: 0.175, deep: 0.046 },
    { y: -0.155, wide: shoulder, deep: 0.05 },
    { y: -0.2, wide: shoulder + 0.006, deep: 0.058 },
    { y: waist, wide: 0.19, deep: 0.06 },
    { y: (waist - length) / 2, wide: (0.19 + hem) / 2, deep: 0.064 },
    { y: 0.04 - length, wide: hem, deep: 0.07 },
    { y: -length, wide: hem + 0.002, deep: 0.071 },
    // Turned in: nobody looks up into it.
    { y: 0.004 - length, wide: hem - 0.03, deep: 0.05 },
  ]
  const sleeves = [-1, 1].map((side) =>
    tube(
      [0, 0.04, 0.2, 0.6, 0.98, 1, 0.99].map((along, i) => ({
        x: side * (shoulder - 0.022 + 0.035 * along),
        y: -0.14 - sleeve * along,
        wide: [0.03, 0.045, 0.05, 0.046, 0.042, 0.042, 0.03][i] ?? 0.04,
        deep: [0.03, 0.042, 0.046, 0.044, 0.042, 0.042, 0.03][i] ?? 0.04,
      })),
      10,
      () => 0,
    ),
  )
  const folds = (angle: number, y: number) => {
    const down = Math.max(0, (-y - 0.25) / (length - 0.25))
    return 0.16 * down * Math.cos(7 * angle + fall) + 0.1 * down * Math.cos(4 * angle + 2.3 * fall)
  }
  return [tube(body, 40, folds), ...(sleeve > 0 ? sleeves : [])]
}

/** `folds` is how far the cloth stands out at an angle and a height, as a share of its depth. */
function tube(
  rings: readonly Ring[],
  columns: number,
  folds: (angle: number, y: number) => number,
): BufferGeometry {
  const rows = rings.length - 1
  const cloth = new PlaneGeometry(1, 1, columns, rows)
  const position = cloth.getAttribute('position')
  for (let i = 0; i < position.count; i++) {
    const { x = 0, y, wide, deep } = rings[Math.floor(i / (columns + 1))] ?? { y: 0, wide: 0, deep: 0 }
    // Half a turn from the front, the outside out.
    const angle = -Math.PI * (0.5 + (2 * (i % (columns + 1))) / columns) + 2 * Math.PI
    const out = deep * folds(angle, y)
    position.setXYZ(i, x - Math.cos(angle) * (wide + out * 0.4), y, -Math.sin(angle) * (deep + out))
  }
  cloth.computeVertexNormals()
  return cloth
}
