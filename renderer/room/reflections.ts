import {
  CubeCamera,
  HalfFloatType,
  LinearMipmapLinearFilter,
  NoToneMapping,
  type Scene,
  WebGLCubeRenderTarget,
  type WebGLRenderer,
} from 'three'
import type { RoomUniforms } from './surface-shader.ts'

/**
 * What shiny things mirror: a small picture of the room all around its middle, taken anew when the light has
 * come to rest. While it changes, the last one is dimmed along. Its mipmaps are what rougher things mirror.
 */
export class Reflections {
  private readonly cube = new WebGLCubeRenderTarget(96, {
    type: HalfFloatType,
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
  })
  private readonly camera = new CubeCamera(0.05, 30, this.cube)
  private takenAtLux = 0

  constructor() {
    this.camera.position.set(0.1, 1.15, 0.4)
  }

  take(renderer: WebGLRenderer, scene: Scene, { meanLux, mirrored, mirroredShare }: RoomUniforms): void {
    const toneMapping = renderer.toneMapping
    renderer.toneMapping = NoToneMapping
    // What the last picture mirrored, perhaps of a far brighter room, must not be in the new one.
    mirrored.value = null
    mirroredShare.value = 0
    this.camera.update(renderer, scene)
    renderer.toneMapping = toneMapping
    mirrored.value = this.cube.texture
    mirroredShare.value = 1
    this.takenAtLux = meanLux.value
  }

  /** Until they are taken anew, reflections are as bright as the room has become. */
  follow({ meanLux, mirroredShare }: RoomUniforms): void {
    mirroredShare.value = this.takenAtLux > 0 ? Math.min(4, meanLux.value / this.takenAtLux) : 0
  }

  dispose(): void {
    this.cube.dispose()
  }
}
