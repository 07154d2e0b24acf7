/** How somebody looks into a room, measured from the view that was composed for it. */
export interface Look {
  /** To the side, around what the camera looks at, radians. */
  readonly azimuth: number
  /** From above, radians. */
  readonly tilt: number
  /** 1 is the composed distance; 1.25 is a quarter closer. */
  readonly closer: number
}

export const composedLook: Look = { azimuth: 0, tilt: 0, closer: 1 }

/** Nobody gets lost: so far and no further. Radians, and as `closer` above. */
const tiltLimits = [(-5 * Math.PI) / 180, (20 * Math.PI) / 180] as const
const closerLimits = [0.8, 1.25] as const

/** The look nearest to `look` that a room allows which may be turned by `turnLimit` radians. */
export function withinLimits(look: Look, turnLimit: number): Look {
  const held = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
  return {
    azimuth: held(look.azimuth, -turnLimit, turnLimit),
    tilt: held(look.tilt, ...tiltLimits),
    closer: held(look.closer, ...closerLimits),
  }
}

/** A look on its way to another: it follows a finger at once, and glides when a button sends it. */
export class Gaze {
  private from: Look = composedLook
  private to: Look = composedLook
  private startMs = 0
  private endMs = 0

  /** Where it is heading. */
  get target(): Look {
    return this.to
  }

  follow(look: Look): void {
    this.from = look
    this.to = look
    this.endMs = 0
  }

  glide(look: Look, nowMs: number, durationMs: number): void {
    this.from = this.at(nowMs)
    this.to = look
    this.startMs = nowMs
    this.endMs = nowMs + durationMs
  }

  at(nowMs: number): Look {
    if (!this.moving(nowMs)) return this.to
    const share = Math.max(0, (nowMs - this.startMs) / (this.endMs - this.startMs))
    // Sets out and arrives gently.
    const eased = share * share * (3 - 2 * share)
    const between = (name: keyof Look) => this.from[name] + (this.to[name] - this.from[name]) * eased
    return { azimuth: between('azimuth'), tilt: between('tilt'), closer: between('closer') }
  }

  moving(nowMs: number): boolean {
    return nowMs < this.endMs
  }
}
