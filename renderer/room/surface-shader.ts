import type { CubeTexture, MeshBasicMaterial, Vector3 } from 'three'
import type { MaterialLook } from '../../src/light/baked-room.ts'

/** Values that every surface's shader shares. */
export interface RoomUniforms {
  /** Mean light in the room, lux: reflections fade where a surface gets less. */
  readonly meanLux: { value: number }
  /** Brightest luminance that a lit surface is drawn with, cd/m2. */
  readonly cap: { value: number }
  /** What is mirrored: the room all around its middle, coarser from level to level; and how bright it is by now. */
  readonly mirrored: { value: CubeTexture | null }
  readonly mirroredShare: { value: number }
}

/** What a glowing surface shines with: linear light, already white-balanced, in lumens or cd/m2. */
export interface GlowUniforms {
  readonly shine: { value: Vector3 }
}

export function roomUniforms(): RoomUniforms {
  return {
    meanLux: { value: 1 },
    cap: { value: 1 },
    mirrored: { value: null },
    mirroredShare: { value: 0 },
  }
}

/** How a surface mirrors the room. */
export type Shine = Pick<MaterialLook, 'roughness' | 'metalness'>

/** How a surface is more than baked light times albedo. */
export interface SurfaceEffects {
  /** It mirrors the room as this look says. */
  readonly mirrors?: Shine | undefined
  /**
   * It shines: `lamp` is each vertex' `glow` times the lamp's lumens, a little less towards the edges as cloth
   * and opal glass do, levelling off at `cap`; `cloth` is cd/m2 where its weave is white.
   */
  readonly shines?: { readonly as: 'lamp' | 'cloth'; readonly glow: GlowUniforms }
}

/** Reflectance of glass, lacquer, glaze and most else that is no metal, seen from straight ahead. */
const dielectric = 0.04
/** Texels along an edge of the mirrored cube's first level: what a level shows is as blurred as a roughness asks for. */
const levels = 6.6

/** Gives a material that shows baked light times albedo what else there is to see of a surface. */
export function addEffects(
  material: MeshBasicMaterial,
  uniforms: RoomUniforms,
  { mirrors, shines }: SurfaceEffects,
): void {
  if (!mirrors && !shines) return
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms, shines?.glow)
    shader.vertexShader = `${vertexPars}\n${shader.vertexShader}`.replace(
      '#include <begin_vertex>',
      `#include <begin_vertex>\n${vertexPart}`,
    )
    const parts = [
      needed,
      ...(mirrors ? [mirrorPart(mirrors)] : []),
      ...(shines ? [shines.as === 'lamp' ? lampPart : clothPart] : []),
    ]
    shader.fragmentShader = `${fragmentPars}\n${shader.fragmentShader}`.replace(
      '#include <envmap_fragment>',
      parts.join('\n'),
    )
  }
  material.defines = { ...(shines?.as === 'lamp' ? { GLOWS: '' } : {}) }
  material.customProgramCacheKey = () => JSON.stringify([mirrors, shines?.as])
}

// Rooms stand where they were modelled: a position is its own place in the world, but for a blind's, which does
// not mirror.
const vertexPars = /* glsl */ `
#ifdef GLOWS
  attribute float glow;
  varying float vGlow;
#endif
varying vec3 vAt;
varying vec3 vFacing;`
const vertexPart = /* glsl */ `
#ifdef GLOWS
  vGlow = glow;
#endif
vAt = position;
vFacing = normal;`

const fragmentPars = /* glsl */ `
uniform float meanLux;
uniform float cap;
uniform samplerCube mirrored;
uniform float mirroredShare;
uniform vec3 shine;
#ifdef GLOWS
  varying float vGlow;
#endif
varying vec3 vAt;
varying vec3 vFacing;`

const needed = /* glsl */ `
vec3 facing = normalize(vFacing);
#ifdef DOUBLE_SIDED
  if (!gl_FrontFacing) facing = -facing;
#endif
vec3 sight = normalize(vAt - cameraPosition);
float ahead = clamp(-dot(sight, facing), 0.0, 1.0);`

const lampPart = /* glsl */ `
vec3 shone = shine * vGlow;
outgoingLight += shone * (0.5 + 0.5 * ahead) / (1.0 + max(shone.r, max(shone.g, shone.b)) / cap);`

const clothPart = 'outgoingLight += shine * diffuseColor.rgb;'

/**
 * Adds what a surface mirrors, by Karis' fit of the split sum ("Physically based shading on mobile", 2014) with
 * all that a material's one roughness settles computed beforehand; dimmed in corners that little light gets into.
 */
function mirrorPart({ roughness, metalness }: Shine): string {
  const fit = [1 - roughness, 0.0425 - 0.0275 * roughness, 1.04 - 0.572 * roughness, 0.022 * roughness - 0.04]
  const [x, y, z, w] = fit.map(float)
  const level = levels * roughness * (1.7 - 0.7 * roughness)
  const lit = /* glsl */ `clamp(1.6 * dot(lightMapTexel.rgb, vec3(0.2126, 0.7152, 0.0722)) / max(meanLux, 1e-4), 0.05, 1.0)`
  return /* glsl */ `
  float grazing = min(${float((1 - roughness) ** 2)}, exp2(-9.28 * ahead)) * ${x} + ${y};
  vec3 straight = ${metalness > 0 ? `mix(vec3(${dielectric}), diffuseColor.rgb, ${float(metalness)})` : `vec3(${dielectric})`};
  vec3 share = straight * (${z} - 1.04 * grazing) + (${w} + 1.04 * grazing);
  ${metalness > 0 ? `outgoingLight *= ${float(1 - metalness)};` : ''}
  #ifdef USE_LIGHTMAP
    float lit = ${lit};
  #else
    const float lit = 1.0;
  #endif
  outgoingLight += share * textureLod(mirrored, reflect(sight, facing), ${float(level)}).rgb * (mirroredShare * lit);`
}

const float = (value: number): string => value.toFixed(5)
