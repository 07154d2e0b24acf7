import type { StatisticsRow } from '../../src/contract/staff/statistics.ts'

/** One bar: how much of the longest it is, 0..1. */
export interface Bar<Name> {
  readonly name: Name
  readonly count: number
  readonly share: number
}

/** Touches by the hour of the day, from the first hour with any to the last. Sums of what may be told only. */
export function touchesByHour(rows: readonly StatisticsRow[]): Bar<number>[] {
  const counts = Array.from({ length: 24 }, () => 0)
  for (const { hour, touches } of rows) {
    const at = Number(hour.slice(-2))
    counts[at] = (counts[at] ?? 0) + (touches ?? 0)
  }
  const first = counts.findIndex((count) => count > 0)
  if (first === -1) return []
  const last = counts.findLastIndex((count) => count > 0)
  return bars(counts.map((count, name) => ({ name, count })).slice(first, last + 1))
}

/** How often each scene was chosen, the most chosen first. */
export function triesByScene(rows: readonly StatisticsRow[]): Bar<string>[] {
  const counts = new Map<string, number>()
  for (const { scene, tries } of rows) {
    if (scene !== null && tries !== null) counts.set(scene, (counts.get(scene) ?? 0) + tries)
  }
  return bars([...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count))
}

function bars<Name>(all: readonly { readonly name: Name; readonly count: number }[]): Bar<Name>[] {
  const most = Math.max(...all.map(({ count }) => count))
  return all.map((one) => ({ ...one, share: one.count / most }))
}
