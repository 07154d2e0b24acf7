import { chromaticityToLinear, linearToChromaticity } from '../../light/linear-colour.ts'

/** Hue and saturation as the colour cluster counts them: hue 0..65535 around the circle, saturation 0..254. */
export interface HueSaturation {
  readonly enhancedHue: number
  readonly saturation: number
}

/** Chromaticity 0..1 of a hue and saturation at full value, in linear Rec. 709 (ZCL leaves the space open). */
export function hueToXy({ enhancedHue, saturation }: HueSaturation): { x: number; y: number } {
  const sector = (enhancedHue / 65536) * 6
  const least = 1 - Math.min(254, saturation) / 254
  const channel = (offset: number): number => {
    const k = (offset + sector) % 6
    return 1 - (1 - least) * Math.max(0, Math.min(k, 4 - k, 1))
  }
  return linearToChromaticity([channel(5), channel(3), channel(1)])
}

export function xyToHue(x: number, y: number): HueSaturation {
  const [r, g, b] = chromaticityToLinear({ x, y: Math.max(0.001, y) })
  const most = Math.max(r, g, b)
  const range = most - Math.min(r, g, b)
  if (range === 0) return { enhancedHue: 0, saturation: 0 }
  const sector =
    most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4
  return {
    enhancedHue: Math.round((sector / 6) * 65536) % 65536,
    saturation: Math.round((range / most) * 254),
  }
}
