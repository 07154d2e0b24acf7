import type { Rgb } from './linear-colour.ts'

/**
 * A baked room, as the baker writes it and the screen loads it: `room.json` is a `BakedRoom`, `room.bin` the
 * arrays that it points into and `light.bin` its layers of light (`layer-codec.ts`), both gzipped. Lengths are
 * metres, y up; the format's number changes when its meaning does.
 */
export const bakedRoomFormat = 3

export type Vector = readonly [number, number, number]

/** A run of numbers in the unzipped `room.bin`: `at` is in bytes and a multiple of four, `count` in numbers. */
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
  /** What comes down when its fixture closes, modelled where it hangs when that is open. */
  | 'lift'
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
  /** Of a `lift`: how far it comes down, metres. */
  readonly travel?: number
  /** uint32, three a triangle. */
  readonly index: Run
  readonly position: Run
  readonly normal: Run
  /** In metres along the surface. */
  readonly uv: Run
  /** In the light map, 0..1; without it the mesh takes no light. */
  readonly lightUv?: Run
  /** int16 / 32767, rgb a vertex: its albedo, linear, instead of the material's. */
  readonly tint?: Run
  /** float32 a vertex: its luminance in cd/m2 for each lumen of its fixture. */
  readonly glow?: Run
}

/** Times of day that the sun is baked for. */
export type SunHour = 'morning' | 'noon' | 'evening'

/** A part of the window, between two heights: 0 is the bottom of the glass, 1 its top. */
interface WindowPart {
  readonly from: number
  readonly to: number
}

/** Mean lux on this part of the closed blind, from outside, for the light that the layer is baked for. */
interface OnCloth {
  readonly onCloth: Rgb
}

/**
 * One layer of the light map: what arrives at each texel, direct and reflected, in lux,
 * - `lamp`: for 1000 lm of white light from the fixture;
 * - `sky`: for an overcast sky that gives 1000 lux on open ground, through one part of the window;
 * - `sun`: for a white sun that gives 1000 lux on what faces it, through one part of the window, with what
 *   the sunlit ground outside sends up; `towards` is the direction of the sun, of length 1;
 * - `cloth`: for a part of the closed blind whose cloth sends 1000 lm a square metre, white, into the room.
 *   A cloth that lets a share t through sends t times what `onCloth` of the covered sky and sun adds up to.
 */
export type BakedLayer = (
  | { readonly kind: 'lamp'; readonly fixture: string }
  | ({ readonly kind: 'sky' } & WindowPart & OnCloth)
  | ({ readonly kind: 'sun'; readonly hour: SunHour; readonly towards: Vector } & WindowPart & OnCloth)
  | ({ readonly kind: 'cloth'; readonly fixture: string } & WindowPart)
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
  readonly kind: 'light' | 'blind' | 'plug' | 'motion' | 'contact' | 'remote'
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
}
