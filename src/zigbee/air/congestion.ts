import type { Clock } from '../../showroom/clock.ts'

/**
 * Z-Stack's words for "no room on the channel, or in the dongle" (MAC_CHANNEL_ACCESS_FAILURE, BUFFER_FULL,
 * MAC_NO_RESOURCES): they say nothing of the device, and the frame goes to the back of the row.
 */
const busyCodes: readonly unknown[] = [0xe1, 0x11, 0x1a]

/** herdsman's, while the stick looks for lamps beside it on other channels (touchlink). */
const interPan = /in Inter-PAN mode/

/** The first pause, doubled each time nothing goes. */
const firstPauseMs = 10
const longestPauseMs = 320
/** Bursts of Wi-Fi are shorter: what lasts longer is worth telling. */
const lastingMs = 500

export function isBusy(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && busyCodes.includes(error.code)) return true
  return error instanceof Error && interPan.test(error.message)
}

export interface CongestionParts {
  readonly clock: Clock
  /** A pause is over. */
  readonly resume: () => void
  /** Hears when nothing has gone for a while, and when something goes again. */
  readonly lasts: (congested: boolean) => void
}

/** Holds everything back while there is no room on the air, so that nobody asks a full dongle again and again. */
export class Congestion {
  isPaused = false
  private pauseMs = 0
  private sinceMs: number | null = null
  private told = false
  private readonly parts: CongestionParts

  constructor(parts: CongestionParts) {
    this.parts = parts
  }

  /** A frame found no room. */
  met(): void {
    const { clock, lasts } = this.parts
    this.sinceMs ??= clock.now()
    if (!this.told && clock.now() - this.sinceMs >= lastingMs) {
      this.told = true
      lasts(true)
    }
    if (this.isPaused) return
    this.isPaused = true
    this.pauseMs = Math.min(longestPauseMs, Math.max(firstPauseMs, 2 * this.pauseMs))
    clock.after(this.pauseMs, () => this.resume())
  }

  /** A frame has gone. */
  over(): void {
    this.sinceMs = null
    this.pauseMs = 0
    if (!this.told) return
    this.told = false
    this.parts.lasts(false)
  }

  private resume(): void {
    this.isPaused = false
    this.parts.resume()
  }
}
