import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { BakedLayer, BakedRoom } from '../../src/light/baked-room.ts'
import type { Rgb } from '../../src/light/linear-colour.ts'
import { type Daylight, daylightAt } from './daylight.ts'
import { ShownBlind } from './shown-blind.ts'
import { ShownLamp, type ShownLight } from './shown-lamp.ts'

/** What a closed blind's cloth lets through: it blocks out, as blinds for films and sleep do. */
export const throughCloth = 0.004
/** Light of a night in town that finds its way past every blind, lux on open ground: dark is never black. */
const pastBlinds = 1.6
/** A motion sensor's light breathes for so long when it sees somebody, and so often in it. */
const breathMs = 3600
const breaths = 3

/** What every fixture of a room looks like at a moment; knows nothing of drawing. */
export class ShownRoom {
  private readonly room: BakedRoom
  private readonly lamps: ReadonlyMap<string, ShownLamp>
  private readonly blinds: ReadonlyMap<string, ShownBlind>
  private readonly windowBlind: string | undefined
  private readonly active = new Set<string>()
  private pressed: { fixture: string; atMs: number } | null = null
  private readonly seenAtMs = new Map<string, number>()
  private outdoors = daylightAt(0)

  constructor(room: BakedRoom) {
    this.room = room
    this.windowBlind = room.layers.find((layer) => layer.kind === 'cloth')?.fixture
    this.blinds = new Map(
      room.fixtures.filter(({ kind }) => kind === 'blind').map(({ id }) => [id, new ShownBlind()]),
    )
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
        this.blinds.get(fixture.id)?.apply(fixture, nowMs)
        break
      case 'plug':
        this.setActive(fixture.id, fixture.on)
        break
      case 'motion':
        if (fixture.occupied && !this.active.has(fixture.id)) this.seenAtMs.set(fixture.id, nowMs)
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
    return [...this.blinds.values(), ...this.lamps.values()].some((fixture) => fixture.moving(nowMs))
  }

  /** Whether a small light still fades or breathes, so that time alone changes the picture. */
  alive(nowMs: number): boolean {
    return this.pressGlow(nowMs) > 0 || [...this.active].some((id) => this.breathing(id, nowMs))
  }

  /** The time of day outside, hours 0..24. */
  set hour(hour: number) {
    this.outdoors = daylightAt(hour)
  }

  get daylight(): Daylight {
    return this.outdoors
  }

  /** How far the window's blind is open, 0..1; others, such as a rack that comes down, cover no window. */
  blindOpenness(nowMs: number): number {
    return this.windowBlind === undefined ? 1 : this.opennessOf(this.windowBlind, nowMs)
  }

  opennessOf(fixture: string, nowMs: number): number {
    return this.blinds.get(fixture)?.at(nowMs) ?? 1
  }

  lightOf(fixture: string, nowMs: number): ShownLight {
    return this.lamps.get(fixture)?.at(nowMs) ?? { lumens: 0, rgb: [1, 1, 1] }
  }

  /** How brightly a fixture's small light shines, 0..1. */
  indicator(fixture: string | undefined, nowMs: number): number {
    if (fixture !== undefined && this.active.has(fixture)) return this.breath(fixture, nowMs)
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
      case 'sky': {
        const clear = uncovered(layer, this.blindOpenness(nowMs))
        const [r, g, b] = this.outdoors.sky
        return [
          (r * clear + pastBlinds) / 1000,
          (g * clear + pastBlinds) / 1000,
          (b * clear + pastBlinds) / 1000,
        ]
      }
      case 'sun':
        return scaled(this.outdoors.suns[layer.hour], uncovered(layer, this.blindOpenness(nowMs)) / 1000)
      case 'cloth': {
        const covered = 1 - uncovered(layer, this.blindOpenness(nowMs))
        return scaled(this.lightOnCloth(layer), (covered * throughCloth) / 1000)
      }
    }
  }

  /** Lux that fall from outside on a part of the closed blind. */
  private lightOnCloth({ from }: { from: number }): Rgb {
    const sum: [number, number, number] = [0, 0, 0]
    for (const layer of this.room.layers) {
      if ((layer.kind !== 'sky' && layer.kind !== 'sun') || layer.from !== from) continue
      const light = layer.kind === 'sky' ? this.outdoors.sky : this.outdoors.suns[layer.hour]
      for (const c of [0, 1, 2] as const) sum[c] += (light[c] * layer.onCloth[c]) / 1000
    }
    return sum
  }

  private breathing(fixture: string, nowMs: number): boolean {
    return nowMs - (this.seenAtMs.get(fixture) ?? Number.NEGATIVE_INFINITY) < breathMs
  }

  /** Brightness 0..1 of a small light that is on: full, after it has breathed. */
  private breath(fixture: string, nowMs: number): number {
    if (!this.breathing(fixture, nowMs)) return 1
    const age = Math.max(0, nowMs - (this.seenAtMs.get(fixture) ?? nowMs))
    return 0.6 + 0.4 * Math.cos((age / breathMs) * breaths * 2 * Math.PI)
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
