import { type Chromaticity, chromaticityToHex, hexToChromaticity } from './hex-colour.ts'

/** "xy 0.692 0.308": a chromaticity (CIE 1931) as it is, which sRGB may not have. */
const xyPattern = /^xy (0\.\d{1,4}) (0\.\d{1,4})$/
/** As far apart as nobody sees, and lamps do not tell apart either. */
const sameColour = 0.004

/** The chromaticity of a colour as people write it: "#ff8a3c" or "xy 0.692 0.308"; null for one that has none. */
export function writtenChromaticity(text: string): Chromaticity | null {
  const [, x, y] = xyPattern.exec(text) ?? []
  if (x === undefined || y === undefined) return hexToChromaticity(text)
  const colour = { x: Number(x), y: Number(y) }
  return colour.y > 0 && colour.x + colour.y <= 1 ? colour : null
}

/** As sRGB where that has it, so that people can read it, else as it is: lamps have deeper colours than screens. */
export function writeChromaticity({ x, y }: Chromaticity): string {
  const hex = chromaticityToHex({ x, y })
  const back = hexToChromaticity(hex)
  if (back !== null && Math.hypot(back.x - x, back.y - y) <= sameColour) return hex
  return `xy ${x.toFixed(4)} ${y.toFixed(4)}`
}
