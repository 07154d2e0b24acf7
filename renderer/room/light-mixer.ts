import {
  type Camera,
  DataArrayTexture,
  GLSL3,
  HalfFloatType,
  LinearFilter,
  Matrix3,
  Mesh,
  NearestFilter,
  NoToneMapping,
  OrthographicCamera,
  type PixelFormat,
  PlaneGeometry,
  RGBFormat,
  ShaderMaterial,
  type Texture,
  UnsignedInt5999Type,
  Vector3,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import type { Rgb, Matrix3 as Rows } from '../../src/light/linear-colour.ts'
import { MixPlan } from './mix-plan.ts'

const vertexShader = 'void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }'

const fragmentShader = /* glsl */ `
  precision highp float;
  precision highp sampler2DArray;
  uniform sampler2DArray layers;
  uniform sampler2D kept;
  uniform bool onKept;
  uniform int count;
  uniform int places[LAYERS];
  uniform vec3 weights[LAYERS];
  uniform mat3 whiteBalance;
  out vec4 mixed;
  void main() {
    ivec2 texel = ivec2(gl_FragCoord.xy);
    vec3 sum = onKept ? texelFetch(kept, texel, 0).rgb : vec3(0.0);
    for (int i = 0; i < count; i++) sum += texelFetch(layers, ivec3(texel, places[i]), 0).rgb * weights[i];
    mixed = vec4(max(vec3(0.0), whiteBalance * sum), 1.0);
  }`

const asItIs: Rows = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

/**
 * Adds the layers of light, each times what its lamp gives, into one light map on the graphics card. It runs
 * when a lamp changes and never else, so that a frame costs the same with one lamp as with twelve.
 */
export class LightMixer {
  private readonly plan = new MixPlan()
  private readonly target: WebGLRenderTarget
  private readonly kept: WebGLRenderTarget
  private readonly layers: DataArrayTexture
  private readonly uniforms
  private readonly material: ShaderMaterial
  private readonly quad: Mesh
  private readonly camera: Camera = new OrthographicCamera()

  constructor(packed: Uint32Array<ArrayBuffer>, size: number, count: number) {
    this.layers = new DataArrayTexture(packed, size, size, count)
    // RGB9E5: three lists the type but allows the format for uploads of other kinds only.
    this.layers.format = RGBFormat as PixelFormat as typeof this.layers.format
    this.layers.type = UnsignedInt5999Type
    this.layers.internalFormat = 'RGB9_E5'
    this.layers.minFilter = NearestFilter
    this.layers.magFilter = NearestFilter
    this.layers.needsUpdate = true
    const half = { type: HalfFloatType, depthBuffer: false } as const
    this.target = new WebGLRenderTarget(size, size, {
      ...half,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
    })
    this.kept = new WebGLRenderTarget(size, size, {
      ...half,
      minFilter: NearestFilter,
      magFilter: NearestFilter,
    })
    this.target.texture.channel = 1
    this.uniforms = {
      layers: { value: this.layers },
      kept: { value: this.kept.texture as Texture | null },
      onKept: { value: false },
      count: { value: 0 },
      places: { value: new Int32Array(count) },
      weights: { value: Array.from({ length: count }, () => new Vector3()) },
      whiteBalance: { value: new Matrix3() },
    }
    this.material = new ShaderMaterial({
      glslVersion: GLSL3,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
      defines: { LAYERS: count },
      uniforms: this.uniforms,
      vertexShader,
      fragmentShader,
    })
    this.quad = new Mesh(new PlaneGeometry(2, 2), this.material)
    this.quad.frustumCulled = false
  }

  /** The light map: illuminance in lux, white-balanced, on the second set of texture coordinates. */
  get texture(): Texture {
    return this.target.texture
  }

  mix(renderer: WebGLRenderer, weights: readonly Rgb[], whiteBalance: Rows): void {
    const { kept, moving } = this.plan.next(weights)
    const toneMapping = renderer.toneMapping
    const before = renderer.getRenderTarget()
    renderer.toneMapping = NoToneMapping
    // What is kept is not balanced yet: the eye moves with every lamp.
    if (kept !== null) this.sum(renderer, this.kept, kept, weights, asItIs, false)
    this.sum(renderer, this.target, moving, weights, whiteBalance, true)
    renderer.setRenderTarget(before)
    renderer.toneMapping = toneMapping
  }

  dispose(): void {
    this.target.dispose()
    this.kept.dispose()
    this.layers.dispose()
    this.material.dispose()
    this.quad.geometry.dispose()
  }

  private sum(
    renderer: WebGLRenderer,
    into: WebGLRenderTarget,
    places: readonly number[],
    weights: readonly Rgb[],
    balance: Rows,
    onKept: boolean,
  ): void {
    const { uniforms } = this
    uniforms.onKept.value = onKept
    // A texture must not be bound while it is drawn into.
    uniforms.kept.value = onKept ? this.kept.texture : null
    uniforms.count.value = places.length
    uniforms.places.value.set(places)
    for (const [i, place] of places.entries())
      uniforms.weights.value[i]?.set(...(weights[place] ?? ([0, 0, 0] as const)))
    uniforms.whiteBalance.value.set(...balance[0], ...balance[1], ...balance[2])
    renderer.setRenderTarget(into)
    renderer.render(this.quad, this.camera)
  }
}
