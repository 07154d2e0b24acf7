import { CustomToneMapping, ShaderChunk, type WebGLRenderer } from 'three'

/**
 * AgX with a look of its own: a little more contrast and colour than its base, which is made to be graded.
 * AgX' matrices and curve are those of three's `AgXToneMapping`; they and the look are folded into two
 * matrices and one curve that ends as the screen wants it, with a gamma of 2 in between. That is the same
 * picture to one step in 255 on average, for a fifth of the powers and logarithms, which software has to
 * compute for every pixel. Three keeps a place for a custom curve; it is filled before materials compile.
 */
const look = /* glsl */ `
vec3 CustomToneMapping( vec3 color ) {
  // Linear Rec. 709 to AgX' primaries, by way of Rec. 2020.
  const mat3 toAgX = mat3(
    0.544812, 0.140419, 0.088817,
    0.373797, 0.754108, 0.178860,
    0.081381, 0.105397, 0.732315 );
  const mat3 outOfAgX = mat3(
    1.127101, -0.141330, -0.141330,
    -0.110607, 1.157824, -0.110607,
    -0.016494, -0.016494, 1.251936 );
  // Linear Rec. 2020 to Rec. 709, and 1.12 times as colourful.
  const mat3 toScreen = mat3(
    1.828249, -0.171063, -0.051895,
    -0.739480, 1.187480, -0.194040,
    -0.088659, -0.016419, 1.245821 );
  vec3 x = clamp( ( log2( max( toAgX * ( color * toneMappingExposure ), 1e-10 ) ) + 12.47393 ) / 16.5, 0.0, 1.0 );
  // AgX' sigmoid, then the power of 1.16 and the gain of 1.06 that are the look, encoded for the screen.
  vec3 seen = ( ( ( ( ( 16.1185695 * x - 41.0580862 ) * x + 29.9744361 ) * x - 2.7269119 ) * x - 1.5474753 ) * x + 0.2535105 ) * x - 0.0063554;
  seen = max( outOfAgX * seen, 0.0 );
  return sqrt( clamp( toScreen * ( seen * seen ), 0.0, 1.0 ) );
}`

const place = 'vec3 CustomToneMapping( vec3 color ) { return color; }'

/** What the curve has been through is encoded for the screen already. */
const encoded = `
#ifndef TONE_MAPPING
  gl_FragColor = linearToOutputTexel( gl_FragColor );
#endif
`

export function useRoomTone(renderer: WebGLRenderer): void {
  ShaderChunk.tonemapping_pars_fragment = ShaderChunk.tonemapping_pars_fragment.replace(place, look)
  ShaderChunk.colorspace_fragment = encoded
  renderer.toneMapping = CustomToneMapping
}
