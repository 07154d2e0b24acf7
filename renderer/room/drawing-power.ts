/** What a picture may cost. */
export interface DrawingPower {
  /** Whether each frame's edges are smoothed by four samples a pixel. */
  readonly antialias: boolean
  /** Samples of a pattern that is seen at a slant. */
  readonly slant: number
}

/** Cards have both for nothing; eight samples are enough for a floor that is seen along. */
const card: DrawingPower = { antialias: true, slant: 8 }
/**
 * Where the processor draws, the samples at edges are a fifth of each frame, and those at a slant a tenth. A picture
 * that stands is averaged from shifted ones, which does for both what samples would.
 */
const processor: DrawingPower = { antialias: false, slant: 1 }

/** What this machine can draw with, asked of a context that is given back at once. */
export function drawingPower(): DrawingPower {
  const gl = document.createElement('canvas').getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : ''
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(String(name)) ? processor : card
}
