import type { Rgb } from '../../src/light/linear-colour.ts'

/** A scene and its light: what a photograph was taken in. */
export interface Photographed {
  readonly scene: string
  readonly light: Rgb
}

/** A touch changes its lamp so long before its scene is seen to be over: until lamps have faded and said so. */
const touchedBeforeMs = 3000

/**
 * Remembers in which light the last scene was, before a touch ended it: lamps tell first that they change and only later
 * that the scene is over.
 */
export class PhotographedLight {
  private scene: string | null = null
  private lights: { readonly sinceMs: number; readonly light: Rgb }[] = []

  /** What the photograph shows, now that `scene`, or none, runs in this light; null when there has been none. */
  last: Photographed | null = null

  forget(): void {
    this.scene = null
    this.lights = []
    this.last = null
  }

  heard(scene: string | null, light: Rgb, nowMs: number): void {
    if (scene === null) {
      if (this.scene !== null) this.last = { scene: this.scene, light: this.lightBeforeTouch(nowMs) ?? light }
      this.scene = null
      return
    }
    if (scene !== this.scene) this.lights = []
    this.scene = scene
    this.last = { scene, light }
    const newest = this.lights.at(-1)?.light
    if (newest?.every((part, c) => part === light[c])) return
    this.lights.push({ sinceMs: nowMs, light })
    // Of those before the touch only the last counts.
    while ((this.lights[1]?.sinceMs ?? nowMs) <= nowMs - touchedBeforeMs) this.lights.shift()
  }

  /** In a scene that is younger than that: the light that stood longest. */
  private lightBeforeTouch(nowMs: number): Rgb | null {
    const stood = this.lights.map(({ sinceMs, light }, index) => ({
      light,
      sinceMs,
      forMs: (this.lights[index + 1]?.sinceMs ?? nowMs) - sinceMs,
    }))
    const before = stood.filter(({ sinceMs }) => sinceMs <= nowMs - touchedBeforeMs).at(-1)
    return (before ?? stood.toSorted((a, b) => b.forMs - a.forMs)[0])?.light ?? null
  }
}
