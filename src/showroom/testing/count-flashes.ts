/**
 * The opposing changes, each of at least a tenth, in the worst second of an evenly sampled course of light. Written
 * for tests, without the flash guard's help: every second is looked at by itself, from its own first sample.
 */
export function largeChanges(course: readonly number[], samplesPerSecond: number): number {
  if (turns(course).length <= 1) return turns(course).length
  let worst = 0
  for (let start = 0; start < Math.max(1, course.length - samplesPerSecond); start += 2) {
    worst = Math.max(worst, turns(course.slice(start, start + samplesPerSecond + 1)).length)
  }
  return worst
}

/** Heights between which the light went up and down by a tenth or more each time. */
function turns(course: readonly number[]): number[] {
  const pivots = [course[0] ?? 0]
  const changes: number[] = []
  for (const value of course) {
    const [last = 0, before] = [pivots.at(-1), pivots.at(-2)]
    const rising = before === undefined ? null : last > before
    if (rising !== null && rising === value > last) {
      pivots[pivots.length - 1] = value
    } else if (Math.abs(value - last) >= 0.1) {
      pivots.push(value)
      changes.push(value)
    }
  }
  return changes
}
