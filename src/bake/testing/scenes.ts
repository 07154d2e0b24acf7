import type { Emitter, Opening, Part } from '../../../scenes/furniture/piece.ts'
import { box, sheet } from '../../../scenes/furniture/shapes.ts'
import type { BakeModel } from '../bake-light.ts'
import { partOf } from '../light-sources.ts'
import type { BakeSettings } from '../settings.ts'
import { groundAt, skyAt, tinted } from '../sky.ts'
import { type DrawLight, windowLight } from './path-tracer.ts'

/** Sharp enough for rooms of this size. */
export const bakedScenes: BakeSettings = {
  size: 192,
  directRays: 8,
  gatherRays: 128,
  lampRays: 32,
  bounces: 4,
  workers: 0,
}

const [width, height, depth] = [3, 2.4, 2.6]

/** A room three metres wide with its middle above the origin, red to the left and green to the right. */
const walls: Part[] = [
  { material: 'floor', geometry: sheet(width, depth).rotateX(-Math.PI / 2) },
  {
    material: 'ceiling',
    geometry: sheet(width, depth)
      .rotateX(Math.PI / 2)
      .translate(0, height, 0),
  },
  {
    material: 'wall #b5542f',
    geometry: sheet(depth, height)
      .rotateY(Math.PI / 2)
      .translate(-width / 2, height / 2, 0),
  },
  {
    material: 'wall #5f7a62',
    geometry: sheet(depth, height)
      .rotateY(-Math.PI / 2)
      .translate(width / 2, height / 2, 0),
  },
  { material: 'wall', geometry: sheet(width, height).translate(0, height / 2, -depth / 2) },
  {
    material: 'wall',
    geometry: sheet(width, height)
      .rotateY(Math.PI)
      .translate(0, height / 2, depth / 2),
  },
]
/** Two blocks that stand in it, one of them against the back wall. */
const blocks: Part[] = [
  { material: 'oak', geometry: box(0.7, 0.6, 0.7).rotateY(0.3).translate(0.6, 0.301, 0.3) },
  { material: 'lacquer', geometry: box(0.7, 1.3, 0.6).translate(-0.6, 0.651, -depth / 2 + 0.301) },
]
const window: Opening = { centre: [-width / 2 + 0.01, 1.4, 0], u: [0, 0, -0.6], v: [0, 0.5, 0] }

interface Scene {
  readonly parts: readonly Part[]
  readonly emitters: readonly Emitter[]
}

/** A square shade around (0.2, 1.4, -0.4): each side is cloth seen from within and from without, and gives light. */
const sides = [0, 1, 2, 3].map((quarter) => {
  const turn = (quarter * Math.PI) / 2
  const [x, z] = [Math.sin(turn), Math.cos(turn)]
  const wall = (away: number): Part => ({
    material: 'shade',
    detail: 3,
    geometry: sheet(0.4, 0.3)
      .rotateY(away > 0.2 ? turn : turn + Math.PI)
      .translate(0.2 + x * away, 1.4, -0.4 + z * away),
  })
  const glow: Emitter = {
    fixture: 'lamp',
    share: 0.125,
    shape: 'rectangle',
    centre: [0.2 + x * 0.203, 1.4, -0.4 + z * 0.203],
    u: [0.2 * z, 0, -0.2 * x],
    v: [0, 0.15, 0],
  }
  return { inner: wall(0.2), outer: wall(0.202), glow }
})

export const scenes: Record<string, Scene> = {
  'a bulb above two blocks': {
    parts: [...walls, ...blocks],
    emitters: [{ fixture: 'lamp', share: 1, shape: 'sphere', centre: [0, 1.9, 0.2], radius: 0.1 }],
  },
  'a bulb behind a screen': {
    parts: [...walls, { material: 'oak', geometry: box(1.4, 1.6, 0.04).translate(0.2, 0.801, 0) }],
    emitters: [{ fixture: 'lamp', share: 1, shape: 'sphere', centre: [0.3, 0.8, -0.7], radius: 0.08 }],
  },
  'a strip under a shelf': {
    parts: [
      ...walls,
      { material: 'oak', geometry: box(1.6, 0.03, 0.3).translate(0, 1.5, -depth / 2 + 0.152) },
    ],
    emitters: [
      {
        fixture: 'lamp',
        share: 1,
        shape: 'rectangle',
        centre: [0, 1.48, -depth / 2 + 0.2],
        u: [0.75, 0, 0],
        v: [0, 0, 0.006],
      },
    ],
  },
  'a shade that lets light through, open at its ends': {
    parts: [...walls, ...blocks, ...sides.flatMap(({ inner, outer }) => [inner, outer])],
    emitters: [
      ...sides.map(({ glow }) => glow),
      { fixture: 'lamp', share: 0.5, shape: 'sphere', centre: [0.2, 1.4, -0.4], radius: 0.05 },
    ],
  },
}

/** Daylight through a hole in the red wall. */
export const daylitScene: BakeModel = { parts: [...walls, ...blocks], emitters: [], window }

/** What its two layers of sky are lit by. */
export const skyLayers: ReadonlyMap<number, readonly DrawLight[]> = new Map([
  [0, [skyThrough(0, 0.5)]],
  [4, [skyThrough(0.5, 1)]],
])

function skyThrough(from: number, to: number): DrawLight {
  return windowLight(partOf(window, from, to), ([, up]) => {
    const channel = (c: 0 | 1 | 2) => tinted(skyAt(up), groundAt(up), c)
    return [channel(0), channel(1), channel(2)]
  })
}
