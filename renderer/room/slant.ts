import type { WebGLRenderer } from 'three'

/** As cards have them for nothing, and enough for a floor that is seen along. */
const onCard = 8

/**
 * How many samples a texture gets that is seen at a slant. Where the processor draws, more than one is a tenth of each
 * frame; a picture that stands is averaged from shifted ones, which sharpens it as more would.
 */
export function slantSamples(renderer: WebGLRenderer): number {
  const gl = renderer.getContext()
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = info === null ? '' : gl.getParameter(info.UNMASKED_RENDERER_WEBGL)
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(String(name)) ? 1 : onCard
}
