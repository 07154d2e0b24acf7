/** What was promised, and what was measured. */
export interface Bound {
  readonly what: string
  readonly limit: string
  readonly measured: number
  readonly kept: boolean
}

export function atMost(what: string, measured: number, limit: number, unit = ''): Bound {
  return { what, limit: `≤ ${limit}${unit}`, measured, kept: measured <= limit }
}

/** One part of the benchmark: rows for people, figures for programs, and the bounds that it can judge. */
export interface Measured {
  readonly title: string
  readonly rows: readonly Readonly<Record<string, string | number>>[]
  readonly bounds: readonly Bound[]
}
