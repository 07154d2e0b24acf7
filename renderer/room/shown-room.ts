import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { BakedLayer, BakedRoom } from '../../src/light/baked-room.ts'
import type { Rgb } from '../../src/light/linear-colour.ts'
import { FadingValues } from './fade.ts'
import { ShownLamp, type ShownLight } from './shown-lamp.ts'

/** Lux on open ground on the day that `setDaylight(1)` shows. */
const brightDayLux = 9000
/** The same of a night in town, and its colour: enough to find the furniture by. */
const nightLux = 3.5
const nightColour: Rgb = [0.74, 0.95, 1.5]
/** What a closed blind's cloth lets through. */
const throughCloth = 0.05

/** What every fixture of a room looks like at a moment; knows nothing of drawing. */
export class ShownRoom {
  private readonly room: BakedRoom
  private readonly lamps: ReadonlyMap<string, ShownLamp>
  private readonly openness = new FadingValues([1])
  private readonly active = new Set<string>()
  private pressed: { fixture: string; atMs: number } | null = null
  /** 0 is night, 1 a bright day. */
  daylight = 0

  constructor(room: BakedRoom) {
    this.room = room
    this.lamps = new Map(
      room.fixtures
        .filter(({ kind }) => kind === 'light')
        .map(({ id, lumens }) => [id, new ShownLamp(lumens)]),
    )
  }

  apply(fixtures: readonly FixtureState[], nowMs: number): void {
    for (const fixture of fixtures) this.applyOne(fixture, nowMs)
  }

  private applyOne(fixture: FixtureState, nowMs: number): void {
    switch (fixture.kind) {
      case 'light':
        this.lamps.get(fixture.id)?.apply(fixture, nowMs)
        break
      case 'blind':
        this.openness.aim([fixture.openness], fixture.fade, nowMs)
        break
      case 'plug':
        this.setActive(fixture.id, fixture.on)
        break
      case 'motion':
        this.setActive(fixture.id, fixture.occupied)
        break
      case 'contact':
        this.setActive(fixture.id, fixture.open)
        break
      case 'remote':
        if (fixture.lastPress) this.pressed = { fixture: fixture.id, atMs: fixture.lastPress.atMs }
        break
    }
  }

  /** Whether a lamp or a blind is still on its way. */
  moving(nowMs: number): boolean {
    return this.openness.moving(nowMs) || [...this.lamps.values()].some((lamp) => lamp.moving(nowMs))
  }

  /** Whether a press of the remote still glimmers, so that time alone changes the picture. */
  alive(nowMs: number): boolean {
    return this.pressGlow(nowMs) > 0
  }

  blindOpenness(nowMs: number): number {
    return this.openness.at(nowMs)[0] ?? 1
  }

  lightOf(fixture: string, nowMs: number): ShownLight {
    return this.lamps.get(fixture)?.at(nowMs) ?? { lumens: 0, rgb: [1, 1, 1] }
  }

  isActive(fixture: string | undefined): boolean {
    return fixture !== undefined && this.active.has(fixture)
  }

  /** How brightly a fixture's small light shines, 0..1. */
  indicator(fixture: string | undefined, nowMs: number): number {
    if (this.isActive(fixture)) return 1
    return this.pressed && this.pressed.fixture === fixture ? this.pressGlow(nowMs) : 0
  }

  /** What each layer of the light map is multiplied by, linear Rec. 709. */
  layerWeights(nowMs: number): Rgb[] {
    return this.room.layers.map((layer) => this.layerWeight(layer, nowMs))
  }

  private layerWeight(layer: BakedLayer, nowMs: number): Rgb {
    switch (layer.kind) {
      case 'lamp': {
        const { lumens, rgb } = this.lightOf(layer.fixture, nowMs)
        return scaled(rgb, lumens / 1000)
      }
      case 'sky':
        return scaled(this.skyLux(), uncovered(layer, this.blindOpenness(nowMs)) / 1000)
      case 'sun':
        return [0, 0, 0]
      case 'cloth': {
        const covered = 1 - uncovered(layer, this.blindOpenness(nowMs))
        const [r, g, b] = this.lightOnCloth(layer)
        return scaled([r, g, b], (covered * throughCloth) / 1000)
      }
    }
  }

  /** Lux on open ground. */
  private skyLux(): Rgb {
    const night = (1 - this.daylight) * nightLux
    const channel = (c: 0 | 1 | 2) => this.daylight * brightDayLux + night * nightColour[c]
    return [channel(0), channel(1), channel(2)]
  }

  /** Lux that fall from outside on a part of the closed blind. */
  private lightOnCloth({ from }: { from: number }): Rgb {
    const sky = this.skyLux()
    const part = this.room.layers.find((layer) => layer.kind === 'sky' && layer.from === from)
    const on = part?.kind === 'sky' ? part.onCloth : ([0, 0, 0] as const)
    return [(sky[0] * on[0]) / 1000, (sky[1] * on[1]) / 1000, (sky[2] * on[2]) / 1000]
  }

  /** A press of a remote control is seen for a second and a half. */
  private pressGlow(nowMs: number): number {
    if (!this.pressed) return 0
    const age = nowMs - this.pressed.atMs
    return age < 0 ? 1 : Math.max(0, 1 - age / 1500)
  }

  private setActive(fixture: string, active: boolean): void {
    if (active) this.active.add(fixture)
    else this.active.delete(fixture)
  }
}

/** How much of a part of the window a blind leaves clear; the blind comes from above and 1 is fully open. */
function uncovered({ from, to }: { from: number; to: number }, openness: number): number {
  return Math.min(1, Math.max(0, (openness - from) / (to - from)))
}

function scaled([r, g, b]: Rgb, by: number): Rgb {
  return [r * by, g * by, b * by]
}
