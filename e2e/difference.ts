import { hexToChromaticity } from '../src/light/hex-colour.ts'
import type { DeviceState } from './lamps.ts'
import type { Target } from './scene-files.ts'

/** What tells a simulated device from what a scene says it shall be, in words; empty when nothing does. */
export function difference(
  state: DeviceState,
  target: Target,
  kelvinRange?: { min: number; max: number },
): string[] {
  const found: string[] = []
  const on = target.on ?? (target.brightness === undefined ? undefined : true)
  if (on !== undefined && state.on !== on) found.push(`on is ${state.on}, not ${on}`)
  // What a lamp that is off would be is its own affair.
  if (on === false) return found
  // Zigbee knows 254 steps of brightness, and whole mireds.
  near(found, 'brightness', state.brightness, target.brightness, 0.01)
  near(found, 'openness', state.openness, target.openness, 0.015)
  if (target.kelvin !== undefined) {
    const { min, max } = kelvinRange ?? { min: 1000, max: 20_000 }
    const kelvin = Math.min(Math.max(target.kelvin, min), max)
    near(found, 'kelvin', state.kelvin ?? undefined, kelvin, kelvin * 0.01)
  }
  const chromaticity = target.colour === undefined ? null : hexToChromaticity(target.colour)
  if (chromaticity !== null) {
    near(found, 'x', state.xy?.[0], chromaticity.x, 0.005)
    near(found, 'y', state.xy?.[1], chromaticity.y, 0.005)
  }
  return found
}

function near(
  found: string[],
  what: string,
  is: number | undefined,
  shall: number | undefined,
  by: number,
): void {
  if (shall === undefined) return
  if (is === undefined || Math.abs(is - shall) > by) found.push(`${what} is ${is}, not ${shall}`)
}
