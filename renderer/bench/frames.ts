import type { FrameHost } from '../room/frame-loop.ts'

/** Frames that come when the bench wants them, and not by themselves. */
export class FramesByHand implements FrameHost {
  private readonly waiting = new Map<number, () => void>()
  private id = 0

  now(): number {
    return performance.now()
  }

  requestFrame(draw: () => void): number {
    this.waiting.set(++this.id, draw)
    return this.id
  }

  cancelFrame(request: number): void {
    this.waiting.delete(request)
  }

  /** Draws what is asked for, and waits until the graphics card is done. Milliseconds. */
  draw(gl: WebGL2RenderingContext): number {
    const started = performance.now()
    const draws = [...this.waiting.values()]
    this.waiting.clear()
    for (const draw of draws) draw()
    finish(gl)
    return performance.now() - started
  }
}

/** Reading a pixel back waits for all that was asked before; `finish` alone may not. */
export function finish(gl: WebGL2RenderingContext): void {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
}
