import {
  CubeCamera,
  HalfFloatType,
  LinearMipmapLinearFilter,
  NoToneMapping,
  PMREMGenerator,
  type Scene,
  WebGLCubeRenderTarget,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three'

/**
 * What shiny things mirror: a small picture of the room all around its middle, taken anew when the light has
 * come to rest. While it changes, the last one is dimmed along.
 */
export class Reflections {
  private readonly cube = new WebGLCubeRenderTarget(96, {
    type: HalfFloatType,
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
  })
  private readonly camera = new CubeCamera(0.05, 30, this.cube)
  private readonly generator: PMREMGenerator
  private filtered: WebGLRenderTarget | null = null
  private takenAtLux = 0

  constructor(renderer: WebGLRenderer) {
    this.camera.position.set(0.1, 1.15, 0.4)
    this.generator = new PMREMGenerator(renderer)
  }

  take(renderer: WebGLRenderer, scene: Scene, meanLux: number): void {
    const toneMapping = renderer.toneMapping
    renderer.toneMapping = NoToneMapping
    // What the last picture mirrored, perhaps of a far brighter room, must not be in the new one.
    scene.environmentIntensity = 0
    this.camera.update(renderer, scene)
    // The types ask for a cube target; what comes back, and may be given in again, is a flat one.
    const again = this.filtered as WebGLCubeRenderTarget | null
    this.filtered = this.generator.fromCubemap(this.cube.texture, again)
    renderer.toneMapping = toneMapping
    scene.environment = this.filtered.texture
    scene.environmentIntensity = 1
    this.takenAtLux = meanLux
  }

  /** Until they are taken anew, reflections are as bright as the room has become. */
  follow(scene: Scene, meanLux: number): void {
    scene.environmentIntensity = this.takenAtLux > 0 ? Math.min(4, meanLux / this.takenAtLux) : 0
  }

  dispose(): void {
    this.cube.dispose()
    this.filtered?.dispose()
    this.generator.dispose()
  }
}
