import type { Rgb } from './linear-colour.ts'

/**
 * A baked room, as the baker writes it and the screen loads it: `room.json` is a `BakedRoom`, `room.bin` the
 * arrays that it points into. Lengths are metres, y up; the format's number changes when its meaning does.
 */
export const bakedRoomFormat = 1

export type Vector = readonly [number, number, number]

/** A run of numbers in `room.bin`: `at` is in bytes and a multiple of four, `count` in numbers. */
export interface Run {
  readonly at: number
  readonly count: number
}

/** What a surface looks like; its texture is drawn by the screen so that its mean is `albedo`. */
export interface MaterialLook {
  /** Linear Rec. 709 reflectance, 0..1: what the baker bounced light with. */
  readonly albedo: Rgb
  /** 0 is a mirror, 1 is chalk. */
  readonly roughness: number
  readonly metalness: number
  /** The name of a pattern the screen knows how to draw; plain colour without. */
  readonly pattern?: string
  /** Seen, and lit, from both sides. */
  readonly twoSided?: boolean
}

/** What moves or shines in a mesh that is more than furniture. */
export type MeshRole =
  /** Stands still and reflects light. */
  | 'still'
  /** Shines with its fixture's light, and reflects the others' when it has a place in the light map. */
  | 'glow'
  /** A roller blind's cloth, modelled fully closed; it hangs from its top edge. */
  | 'blind'
  /** A small light that tells its fixture's state. */
  | 'indicator'
  /** What is seen through the window. */
  | 'view'

/** Triangles of one material. Positions and the two texture coordinates are float32, normals int16 / 32767. */
export interface BakedMesh {
  readonly role: MeshRole
  readonly material: string
  /** The fixture this belongs to, for every role but `still` and `view`. */
  readonly fixture?: string
  /** uint32, three a triangle. */
  readonly index: Run
  readonly position: Run
  readonly normal: Run
  /** In metres along the surface. */
  readonly uv: Run
  /** In the light map, 0..1; without it the mesh takes no light. */
  readonly lightUv?: Run
  /** float32 a vertex: its luminance in cd/m2 for each lumen of its fixture. */
  readonly glow?: Run
}

/**
 * One layer of the light map, `size` x `size` texels of RGB9E5. A lamp's layer is illuminance in lux for
 * 1000 lm of white light. A daylight layer is lux for 1000 lux of sky on a roof, through the part of the
 * window between the heights `from` and `to` (0 is the bottom of the glass, 1 its top), in the sky's colours.
 */
export type BakedLayer = (
  | { readonly kind: 'lamp'; readonly fixture: string }
  | { readonly kind: 'daylight'; readonly from: number; readonly to: number }
) & {
  /** Mean over the room's surfaces, linear Rec. 709: what exposure and white balance are reckoned from. */
  readonly mean: Rgb
}

/** Where a lamp shines from: what the halo around it is drawn from. */
export interface BakedEmitter {
  readonly fixture: string
  readonly centre: Vector
  /** Radius of a ball that holds it. */
  readonly radius: number
  /** How much of its fixture's light leaves here, 0..1. */
  readonly share: number
}

/** What a finger can hit. */
export interface BakedFixture {
  readonly id: string
  readonly kind: 'light' | 'blind' | 'plug' | 'motion' | 'remote'
  readonly centre: Vector
  readonly radius: number
  /** Flux at full white; 0 for what is no lamp. */
  readonly lumens: number
}

export interface BakedCamera {
  readonly from: Vector
  readonly to: Vector
  /** Vertical field of view in degrees. */
  readonly fov: number
  /** How far it may be turned around what it looks at, to either side, in degrees. */
  readonly turn: number
}

export interface BakedRoom {
  readonly format: typeof bakedRoomFormat
  readonly id: string
  /** Fingerprint of everything the bake was made from. */
  readonly fingerprint: string
  /** Texels along each edge of the light map. */
  readonly size: number
  readonly cameras: { readonly landscape: BakedCamera; readonly portrait: BakedCamera }
  readonly materials: Readonly<Record<string, MaterialLook>>
  readonly meshes: readonly BakedMesh[]
  readonly fixtures: readonly BakedFixture[]
  readonly emitters: readonly BakedEmitter[]
  readonly layers: readonly BakedLayer[]
  /** uint32 RGB9E5, `size * size` for each layer, one layer after the other. */
  readonly light: Run
}
