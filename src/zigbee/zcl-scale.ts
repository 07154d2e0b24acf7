import type { Colour } from '../contract/colour.ts'

/** Zigbee's levels run from 1, the lowest a lit lamp can do, to 254. Source: ZCL 8, 3.10.2.3. */
export function levelOf(brightness: number): number {
  return Math.round(1 + Math.min(1, Math.max(0, brightness)) * 253)
}

export function brightnessOf(level: number): number {
  return Math.min(1, Math.max(0, (level - 1) / 253))
}

/** Micro reciprocal degrees, Zigbee's unit of colour temperature. */
export function miredOf(kelvin: number): number {
  return Math.round(1e6 / kelvin)
}

export function kelvinOf(mired: number): number {
  return Math.round(1e6 / mired)
}

/** Chromaticities are sent as sixteen-bit fractions. Source: ZCL 8, 5.2.2.2.1. */
export function chromaticityOf(fraction: number): number {
  return Math.round(Math.min(65279, Math.max(0, fraction * 65536)))
}

/** Transitions are counted in tenths of a second; what is not zero is at least one. */
export function tenthsOf(durationMs: number): number {
  return durationMs <= 0 ? 0 : Math.min(65534, Math.max(1, Math.round(durationMs / 100)))
}

/** ZCL's colorMode: 0 hue and saturation, 1 xy, 2 colour temperature. Null while too little is known. */
export function colourOf(attributes: Readonly<Record<string, unknown>>): Colour | null {
  const { colorMode, colorTemperature, currentX, currentY } = attributes
  const white = colorMode === 2 || (colorMode === undefined && currentX === undefined)
  if (white && typeof colorTemperature === 'number' && colorTemperature > 0) {
    return { mode: 'kelvin', kelvin: Math.min(20000, Math.max(1000, kelvinOf(colorTemperature))) }
  }
  if (!white && typeof currentX === 'number' && typeof currentY === 'number' && currentY > 65) {
    return { mode: 'xy', x: currentX / 65536, y: currentY / 65536 }
  }
  return null
}
