/** Of a list of times in milliseconds, in microseconds' precision. */
export function timesOf(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) }
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
