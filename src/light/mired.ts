/** Reciprocal megakelvin: equal steps look about equally large, which is why lamps fade along it. */
export function kelvinToMired(kelvin: number): number {
  return 1e6 / kelvin
}

/** Kelvin of a value in mired. */
export function miredToKelvin(mired: number): number {
  return 1e6 / mired
}
