/** Of a list of times in milliseconds. */
export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { p50: round(at(0.5)), p95: round(at(0.95)), p99: round(at(0.99)), max: round(at(1)) }
}

export function median(values: readonly number[]): number {
  return spreadOf(values).p50
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** The standard error of a median, from the quartiles, as of values that are spread normally. */
export function medianError(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const quartile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
  const deviation = (quartile(0.75) - quartile(0.25)) / 1.349
  return (1.2533 * deviation) / Math.sqrt(values.length)
}
