import { describe, expect, it } from 'vitest'
import { gridColumns, rowSpan } from './row-span.ts'

/** How many stand in each row. */
function rows(count: number, across: number): number[] {
  const found: number[] = []
  let inRow = 0
  let filled = 0
  for (let index = 0; index < count; index++) {
    inRow += 1
    filled += rowSpan(index, count, across)
    if (filled < gridColumns) continue
    expect(filled).toBe(gridColumns)
    found.push(inRow)
    inRow = 0
    filled = 0
  }
  expect(inRow).toBe(0)
  return found
}

describe('rows of chips', () => {
  it('are full, and nothing stands alone in one', () => {
    expect(rows(14, 4)).toEqual([4, 4, 4, 2])
    expect(rows(13, 4)).toEqual([4, 4, 3, 2])
    expect(rows(4, 3)).toEqual([2, 2])
    expect(rows(3, 3)).toEqual([3])
    expect(rows(1, 4)).toEqual([1])
    for (const across of [2, 3, 4]) {
      for (let count = 2; count <= 40; count++) {
        const found = rows(count, across)
        expect(Math.max(...found)).toBeLessThanOrEqual(across)
        if (across > 2) expect(Math.min(...found)).toBeGreaterThan(1)
      }
    }
  })
})
