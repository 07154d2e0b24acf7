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

const vertexShader = 'void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }'
const fragmentShader = /* glsl */ `
  precision highp float;
  precision highp sampler2DArray;
  uniform sampler2DArray layers;
  uniform vec3 weights[LAYERS];
  uniform mat3 whiteBalance;
  out vec4 mixed;
  void main() {
    ivec2 texel = ivec2(gl_FragCoord.xy);
    vec3 sum = vec3(0.0);
    for (int i = 0; i < LAYERS; i++)
      if (weights[i].g > 0.0) sum += texelFetch(layers, ivec3(texel, i), 0).rgb * weights[i];
    mixed = vec4(max(vec3(0.0), whiteBalance * sum), 1.0);
  }`

/**
 * Adds the layers of light, each times what its lamp gives, into one light map on the graphics card. It runs
 * when a lamp changes and never else, so that a frame costs the same with one lamp as with twelve.
 */
export class LightMixer {
  private readonly target: WebGLRenderTarget
  private readonly layers: DataArrayTexture
  private readonly material: ShaderMaterial
  private readonly quad: Mesh
  private readonly camera: Camera = new OrthographicCamera()
  private readonly weights: Vector3[]

  constructor(packed: Uint32Array<ArrayBuffer>, size: number, count: number) {
    this.layers = new DataArrayTexture(packed, size, size, count)
    // RGB9E5: three lists the type but allows the format for uploads of other kinds only.
    this.layers.format = RGBFormat as PixelFormat as typeof this.layers.format
    this.layers.type = UnsignedInt5999Type
    this.layers.internalFormat = 'RGB9_E5'
    this.layers.minFilter = NearestFilter
    this.layers.magFilter = NearestFilter
    this.layers.needsUpdate = true
    this.target = new WebGLRenderTarget(size, size, {
      type: HalfFloatType,
      depthBuffer: false,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
    })
    this.target.texture.channel = 1
    this.weights = Array.from({ length: count }, () => new Vector3())
    this.material = new ShaderMaterial({
      glslVersion: GLSL3,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
      defines: { LAYERS: count },
      uniforms: {
        layers: { value: this.layers },
        weights: { value: this.weights },
        whiteBalance: { value: new Matrix3() },
      },
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
    for (const [i, weight] of weights.entries()) this.weights[i]?.set(...weight)
    const matrix = this.material.uniforms.whiteBalance?.value as Matrix3
    matrix.set(...whiteBalance[0], ...whiteBalance[1], ...whiteBalance[2])
    const toneMapping = renderer.toneMapping
    const before = renderer.getRenderTarget()
    renderer.toneMapping = NoToneMapping
    renderer.setRenderTarget(this.target)
    renderer.render(this.quad, this.camera)
    renderer.setRenderTarget(before)
    renderer.toneMapping = toneMapping
  }

  dispose(): void {
    this.target.dispose()
    this.layers.dispose()
    this.material.dispose()
    this.quad.geometry.dispose()
  }
}
