import {
  type MeshStandardMaterial,
  ShaderChunk,
  type Vector3,
  type WebGLProgramParametersWithUniforms,
} from 'three'

/** Values that every surface's shader shares. */
export interface RoomUniforms {
  /** Mean light in the room, lux: reflections fade where a surface gets less. */
  readonly meanLux: { value: number }
  /** Brightest luminance that a lit surface is drawn with, cd/m2. */
  readonly cap: { value: number }
}

/**
 * The light map already holds all diffuse light: takes the diffuse half out of the environment, or light
 * would count twice, and dims its mirror half in corners that little light gets into.
 */
const lightMaps = ShaderChunk.lights_fragment_maps
  .replace('iblIrradiance += getIBLIrradiance( geometryNormal );', '')
  .replace(
    'radiance += iblRadiance;',
    /* glsl */ `
    #ifdef USE_LIGHTMAP
      iblRadiance *= clamp(1.6 * dot(lightMapIrradiance, vec3(0.2126, 0.7152, 0.0722)) / max(meanLux, 1e-4), 0.05, 1.0);
    #endif
    radiance += iblRadiance;`,
  )

/** Makes a material reflect what the baker says and nothing more. */
export function reflectBakedLight(material: MeshStandardMaterial, uniforms: RoomUniforms): void {
  material.onBeforeCompile = (shader) => patch(shader, uniforms)
}

function patch(shader: WebGLProgramParametersWithUniforms, { meanLux }: RoomUniforms): void {
  shader.uniforms.meanLux = meanLux
  shader.fragmentShader = `uniform float meanLux;\n${shader.fragmentShader.replace('#include <lights_fragment_maps>', lightMaps)}`
}

/** What a glowing surface shines with: linear light of its lamp, in lumens, already white-balanced. */
export interface GlowUniforms {
  readonly shine: { value: Vector3 }
}

/**
 * Like `reflectBakedLight`, and shines besides: `glow` of each vertex times the lamp's light, a little less
 * towards the edges as cloth and opal glass do, and levels off at `cap`.
 */
export function shineToo(material: MeshStandardMaterial, uniforms: RoomUniforms, glow: GlowUniforms): void {
  material.onBeforeCompile = (shader) => {
    patch(shader, uniforms)
    shader.uniforms.shine = glow.shine
    shader.uniforms.cap = uniforms.cap
    shader.vertexShader = `attribute float glow;\nvarying float vGlow;\n${shader.vertexShader.replace(
      '#include <begin_vertex>',
      '#include <begin_vertex>\n  vGlow = glow;',
    )}`
    shader.fragmentShader = `uniform vec3 shine;\nuniform float cap;\nvarying float vGlow;\n${shader.fragmentShader.replace(
      '#include <emissivemap_fragment>',
      /* glsl */ `
      vec3 shone = shine * vGlow;
      float strongest = max(shone.r, max(shone.g, shone.b));
      float limb = abs(dot(normalize(vNormal), normalize(vViewPosition)));
      totalEmissiveRadiance += shone * (0.5 + 0.5 * limb) / (1.0 + strongest / cap);`,
    )}`
  }
}
