import { describe, expect, test } from 'vitest'
import { targetsAt } from './picking.ts'

describe('picking', () => {
  const targets = [
    { id: 'small', x: 100, y: 100, radius: 3 },
    { id: 'large', x: 200, y: 100, radius: 90 },
  ]
  const hit = (x: number, y: number) => targetsAt(targets, x, y, 40).map(({ id }) => id)

  test('means what a finger or its own size reaches, the nearest first', () => {
    expect(hit(100, 138)).toEqual(['small'])
    expect(hit(285, 100)).toEqual(['large'])
    expect(hit(135, 100)).toEqual(['small', 'large'])
    expect(hit(100, 145)).toEqual([])
  })
})
