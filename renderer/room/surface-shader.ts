import { type CubeTexture, type MeshBasicMaterial, type Vector3, Vector4 } from 'three'
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
    Object.assign(shader.uniforms, uniforms, shines?.glow, mirrors && shineUniforms(mirrors))
    shader.vertexShader = `${vertexPars}\n${shader.vertexShader}`.replace(
      '#include <begin_vertex>',
      `#include <begin_vertex>\n${vertexPart}`,
    )
    const parts = [
      needed,
      ...(mirrors ? [mirrorPart] : []),
      ...(shines ? [shines.as === 'lamp' ? lampPart : clothPart] : []),
    ]
    shader.fragmentShader = `${fragmentPars}\n${shader.fragmentShader}`.replace(
      '#include <envmap_fragment>',
      parts.join('\n'),
    )
  }
  material.defines = { ...(shines?.as === 'lamp' ? { GLOWS: '' } : {}) }
  material.customProgramCacheKey = () => `${mirrors !== undefined} ${shines?.as}`
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
uniform vec4 fit;
uniform float mostGrazing;
uniform float mirroredLevel;
uniform float metalness;
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

/** All that a material's one roughness settles, computed beforehand. */
function shineUniforms({ roughness, metalness }: Shine) {
  const fit = [1 - roughness, 0.0425 - 0.0275 * roughness, 1.04 - 0.572 * roughness, 0.022 * roughness - 0.04]
  return {
    fit: { value: new Vector4(...fit) },
    mostGrazing: { value: (1 - roughness) ** 2 },
    mirroredLevel: { value: levels * roughness * (1.7 - 0.7 * roughness) },
    metalness: { value: metalness },
  }
}

/**
 * Adds what a surface mirrors, by Karis' fit of the split sum ("Physically based shading on mobile", 2014); dimmed in
 * corners that little light gets into. How rough and how metallic it is are values, not code: each code of its own would
 * be compiled before the first picture.
 */
const mirrorPart = /* glsl */ `
  float grazing = min(mostGrazing, exp2(-9.28 * ahead)) * fit.x + fit.y;
  vec3 straight = mix(vec3(${dielectric}), diffuseColor.rgb, metalness);
  vec3 share = straight * (fit.z - 1.04 * grazing) + (fit.w + 1.04 * grazing);
  outgoingLight *= 1.0 - metalness;
  #ifdef USE_LIGHTMAP
    float lit = clamp(1.6 * dot(lightMapTexel.rgb, vec3(0.2126, 0.7152, 0.0722)) / max(meanLux, 1e-4), 0.05, 1.0);
  #else
    const float lit = 1.0;
  #endif
  outgoingLight += share * textureLod(mirrored, reflect(sight, facing), mirroredLevel).rgb * (mirroredShare * lit);`
