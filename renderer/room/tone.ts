import { CustomToneMapping, ShaderChunk, type WebGLRenderer } from 'three'

/**
 * AgX with a look of its own: a little more contrast and colour than its base, which is made to be graded.
 * Three keeps a place for a custom curve; it is filled once, before any material is compiled.
 */
const look = /* glsl */ `
vec3 CustomToneMapping( vec3 color ) {
  vec3 display = AgXToneMapping( color );
  vec3 graded = pow( display, vec3( 1.16 ) ) * 1.06;
  float grey = dot( graded, vec3( 0.2126, 0.7152, 0.0722 ) );
  return clamp( mix( vec3( grey ), graded, 1.12 ), 0.0, 1.0 );
}`

const place = 'vec3 CustomToneMapping( vec3 color ) { return color; }'

export function useRoomTone(renderer: WebGLRenderer): void {
  ShaderChunk.tonemapping_pars_fragment = ShaderChunk.tonemapping_pars_fragment.replace(place, look)
  renderer.toneMapping = CustomToneMapping
}
