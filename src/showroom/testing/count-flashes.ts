/**
 * The opposing changes, each of at least a tenth, in the worst second of an evenly sampled course of light. Written
 * for tests, without the flash guard's help: every second is looked at by itself, from its own first sample.
 */
export function largeChanges(course: readonly number[], samplesPerSecond: number): number {
  const inAll = turns(course, 0, course.length)
  if (inAll <= 1) return inAll
  let worst = 0
  for (let start = 0; start < Math.max(1, course.length - samplesPerSecond); start += 2) {
    worst = Math.max(worst, turns(course, start, Math.min(course.length, start + samplesPerSecond + 1)))
  }
  return worst
}

/** How often the light goes up or down by a tenth or more, each time against the time before. */
function turns(course: readonly number[], start: number, end: number): number {
  let [lowest, highest] = [course[start] ?? 0, course[start] ?? 0]
  let [count, rising] = [0, null as boolean | null]
  for (let i = start; i < end; i++) {
    const value = course[i] ?? 0
    const turnsUp = rising !== true && value >= lowest + 0.1
    const turnsDown = rising !== false && value <= highest - 0.1
    if (turnsUp || turnsDown) {
      ;[count, rising, lowest, highest] = [count + 1, turnsUp, value, value]
    } else {
      ;[lowest, highest] = [Math.min(lowest, value), Math.max(highest, value)]
    }
  }
  return count
}
