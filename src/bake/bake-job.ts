import type { Place } from '../../scenes/furniture/piece.ts'
import type { LightSource } from './light-sources.ts'
import type { TreeArrays } from './triangle-tree-build.ts'

/** Which texels look for bounced light, and whom the others ask. Bounced light is soft: half of them will do. */
export interface ThinnedTexels {
  /** 1 for each texel that looks for itself. */
  readonly looks: Int32Array
  /** Four a texel: neighbours that do, -1 for none. Only of use for texels that do not. */
  readonly neighbours: Int32Array
}

/**
 * The inside of a shade is small and bright: a ray that looks around at random meets it now and then only,
 * which would be seen as blotches on the walls. So rays are aimed at the ball around each lamp from everything
 * outside it, to see what the lamp lights there; looking around then leaves that lamp's light there out.
 */
export interface NearLamp {
  readonly layer: number
  readonly centre: Place
  readonly radius: number
}

/**
 * Where the sun falls into a room it makes a patch so small and bright that rays which look around at random
 * meet it now and then only: walls would be mottled. So rays are aimed at the patch from everywhere else, and
 * looking around leaves out the light that fell on it directly.
 */
export interface SunPatch {
  /** The layers of one position of the sun, and where their light begins in `fromSuns`: numbers a texel. */
  readonly layers: readonly number[]
  readonly first: number
  /** How many texels the sun shines on, which, and the running sum of what they send on. */
  readonly count: Int32Array
  readonly texel: Int32Array
  readonly sum: Float32Array
}

/**
 * What a thread needs to work on a share of the texels. Arrays are shared between threads; each texel's numbers
 * are written by one of them only, so that the outcome does not depend on how many there are. Light is rgb for
 * each layer of each texel, lux.
 */
export interface BakeJob {
  readonly tree: TreeArrays
  /** Three light map places a triangle of the soup, u then v; negative where it has none. */
  readonly triangleUv: Float32Array
  /** 1 for each triangle of the soup that is cloth or leaf: lit and seen from both sides. */
  readonly twoSided: Int32Array

  readonly size: number
  readonly texels: number
  readonly pixel: Int32Array
  readonly ofPixel: Int32Array
  readonly position: Float32Array
  readonly normal: Float32Array
  /** Places spread over each texel, `spotsPerTexel` a texel, and how many of them there are. */
  readonly spots: Float32Array
  readonly spotCount: Int32Array
  /** Metres between the middles of a texel and its neighbours. */
  readonly grain: Float32Array
  readonly albedo: Float32Array
  /** 1 for each texel of a two-sided surface. */
  readonly thin: Int32Array
  readonly thinned: ThinnedTexels
  /** Which of the looking texels each is; its rays stand there in `seen`. */
  readonly rank: Int32Array

  readonly sources: readonly LightSource[]
  readonly layers: number
  readonly directRays: number
  readonly gatherRays: number
  readonly lampRays: number

  /** By looking around: the texel that each gather ray sees, -1 for none, `unseen` for what a surface hides. */
  readonly seen: Int32Array
  /** By aiming at lamps: what each looking texel's rays to each lamp see there, -1 for nothing; see `near-lamps.ts`. */
  readonly aimed: Int32Array
  /** 1 for each texel whose neighbours turned out to be buried, so that it has to look for itself. */
  readonly orphans: Int32Array
  /** 1 for each texel that is inside something solid. */
  readonly buried: Int32Array
  /** One bit for each spot that is. */
  readonly buriedSpots: Int32Array
  /** Light that arrives without a reflection, and one bit for each layer whose shadow's edge falls on the texel. */
  readonly direct: Float32Array
  readonly edges: Int32Array
  /** The same after a closer look where neighbours lie at an edge. */
  readonly wideEdges: Int32Array

  /** Where the sun shines: each texel's bits say on which patches it lies, and beside which. */
  readonly patches: readonly SunPatch[]
  readonly sunlit: Int32Array
  readonly besideSun: Int32Array
  /** What arrives from the patches: `sunNumbers` a texel, laid out as the patches say. */
  readonly fromSuns: Float32Array
  readonly sunNumbers: number

  /** Lamps whose surroundings are aimed at. */
  readonly lamps: readonly NearLamp[]
  /** One bit for each lamp's layer that a texel is near to. */
  readonly near: Int32Array
  /** Light on its way: what arrived by the bounce before, by this one, and by all together. */
  readonly before: Float32Array
  readonly arriving: Float32Array
  readonly bounced: Float32Array
  /** How far off the bounced light's luminance may be, as a variance, for each layer of each texel. */
  readonly variance: Float32Array
  /** The same, evened out over neighbours. */
  readonly noise: Float32Array
  /** The next chunk to take. */
  readonly next: Int32Array
}
