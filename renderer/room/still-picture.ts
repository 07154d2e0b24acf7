import {
  FramebufferTexture,
  HalfFloatType,
  type IUniform,
  Mesh,
  NearestFilter,
  OrthographicCamera,
  type PerspectiveCamera,
  PlaneGeometry,
  type Scene,
  ShaderMaterial,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'

/** So many pictures, each shifted by a part of a pixel, make one still. */
const pictures = 8
/** What each picture of a light that changes slowly counts in the mean of the last few. */
const newest = 0.4

const vertexShader = `
  varying vec2 vAt;
  void main() {
    vAt = uv;
    gl_Position = vec4(position.xy, 0.0, 1.0);
  }`
// Colours are averaged as the screen shows them, so that a bright edge is as smooth as any other.
const fragmentShader = `
  uniform sampler2D picture;
  uniform float share;
  varying vec2 vAt;
  void main() { gl_FragColor = vec4(texture2D(picture, vAt).rgb, share); }`

/** Halton's sequence: fills a pixel evenly, however many of its points are taken. */
function halton(index: number, base: number): number {
  let value = 0
  let share = 1
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    share /= base
    value += share * (i % base)
  }
  return value
}

/** Where in its pixel picture `step` looks, -0.5..0.5 both ways. */
export function jitter(step: number): { x: number; y: number } {
  return { x: halton(step + 1, 2) - 0.5, y: halton(step + 1, 3) - 0.5 }
}

/** A picture that stands still, but for slow changes of its light, grows finer: several shifted ones are averaged. */
export class StillPicture {
  private readonly seen = new FramebufferTexture(1, 1)
  private readonly sum = new WebGLRenderTarget(1, 1, {
    type: HalfFloatType,
    depthBuffer: false,
    minFilter: NearestFilter,
    magFilter: NearestFilter,
  })
  private readonly add = copier(this.seen, true)
  private readonly show = copier(this.sum.texture, false)
  private readonly quad = new Mesh(new PlaneGeometry(2, 2), this.add)
  private readonly flat = new OrthographicCamera()
  /** Pictures in a row that followed one another; -1 when the next one is the first. */
  private followed = -1

  constructor() {
    this.quad.frustumCulled = false
  }

  /** Draws picture `step` and shows the mean of all since step 0. False when that was the last. */
  refine(renderer: WebGLRenderer, scene: Scene, camera: PerspectiveCamera, step: number): boolean {
    this.forget()
    this.fit(renderer)
    this.average(renderer, scene, camera, step, 1 / (step + 1))
    return step + 1 < pictures
  }

  /** Draws a frame whose light has changed a little since the last one, and shows the mean of the last few. */
  follow(renderer: WebGLRenderer, scene: Scene, camera: PerspectiveCamera): void {
    this.followed = this.fit(renderer) ? 0 : this.followed + 1
    const share = Math.max(newest, 1 / (this.followed + 1))
    this.average(renderer, scene, camera, this.followed % pictures, share)
  }

  /** What follows next has nothing to do with the last few frames. */
  forget(): void {
    this.followed = -1
  }

  dispose(): void {
    this.seen.dispose()
    this.sum.dispose()
    this.add.dispose()
    this.show.dispose()
    this.quad.geometry.dispose()
  }

  /** Draws a picture that looks as `step` shifts it, and shows it mixed with what was shown before. */
  private average(
    renderer: WebGLRenderer,
    scene: Scene,
    camera: PerspectiveCamera,
    step: number,
    share: number,
  ): void {
    const { width, height } = this.sum
    const { x, y } = jitter(step)
    camera.setViewOffset(width, height, x, y, width, height)
    renderer.render(scene, camera)
    camera.clearViewOffset()
    renderer.copyFramebufferToTexture(this.seen)
    const { autoClear } = renderer
    renderer.autoClear = false
    this.pass(renderer, this.add, share, this.sum)
    this.pass(renderer, this.show, 1, null)
    renderer.autoClear = autoClear
  }

  /** Whether what is drawn has another size than before: then nothing of the last pictures is left. */
  private fit(renderer: WebGLRenderer): boolean {
    const { width, height } = renderer.getDrawingBufferSize(new Vector2())
    if (this.sum.width === width && this.sum.height === height) return false
    this.sum.setSize(width, height)
    this.seen.dispose()
    this.seen.image.width = width
    this.seen.image.height = height
    return true
  }

  private pass(
    renderer: WebGLRenderer,
    material: ShaderMaterial,
    share: number,
    target: WebGLRenderTarget | null,
  ): void {
    const uniform: IUniform | undefined = material.uniforms.share
    if (uniform) uniform.value = share
    this.quad.material = material
    renderer.setRenderTarget(target)
    renderer.render(this.quad, this.flat)
    renderer.setRenderTarget(null)
  }
}

function copier(texture: FramebufferTexture | WebGLRenderTarget['texture'], blends: boolean): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { picture: { value: texture }, share: { value: 1 } },
    vertexShader,
    fragmentShader,
    transparent: blends,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
  })
}
