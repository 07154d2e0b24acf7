/** Pixels of a screen: CSS pixels along its two sides. */
export interface ScreenSize {
  readonly width: number
  readonly height: number
}

/** Half of what a finger must be able to hit: targets are at least 20 mm across. */
const fingerRadiusMm = 10

const mmPerInch = 25.4

/** CSS pixels in a millimetre of a screen with a diagonal of so many inches. */
export function pxPerMm({ width, height }: ScreenSize, inches: number): number {
  return Math.hypot(width, height) / (inches * mmPerInch)
}

/** What a finger hits although it lies beside its middle, CSS pixels. */
export function fingerRadiusPx(screen: ScreenSize, inches: number): number {
  return fingerRadiusMm * pxPerMm(screen, inches)
}
