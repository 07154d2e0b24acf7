import { describe, expect, test } from 'vitest'
import type { Rgb } from '../../src/light/linear-colour.ts'
import { MixPlan } from './mix-plan.ts'

const grey = (...values: number[]): Rgb[] => values.map((value) => [value, value, value])

describe('a mix', () => {
  test('adds up every lit layer once, in the kept sum or beside it', () => {
    const plan = new MixPlan()
    let keptNow: readonly number[] = []
    for (const weights of [grey(1, 0, 2), grey(1, 0, 3), grey(1, 1, 3), grey(0, 1, 3), grey(0, 1, 3)]) {
      const { kept, moving } = plan.next(weights)
      keptNow = kept ?? keptNow
      const lit = weights.flatMap(([value], i) => (value > 0 ? [i] : []))
      expect([...keptNow, ...moving].sort()).toEqual(lit)
    }
  })
  test('keeps the sum of the lamps that stand while one is dimmed', () => {
    const plan = new MixPlan()
    plan.next(grey(1, 1, 1, 1))
    expect(plan.next(grey(1, 0.9, 1, 1))).toEqual({ kept: [0, 2, 3], moving: [1] })
    expect(plan.next(grey(1, 0.8, 1, 1))).toEqual({ kept: null, moving: [1] })
    expect(plan.next(grey(1, 0.7, 1, 1))).toEqual({ kept: null, moving: [1] })
  })

  test('takes lamps that have come to rest after a scene back into the sum', () => {
    const plan = new MixPlan()
    plan.next(grey(1, 1, 1, 1, 1))
    expect(plan.next(grey(2, 2, 2, 2, 2))).toEqual({ kept: null, moving: [0, 1, 2, 3, 4] })
    expect(plan.next(grey(3, 2, 2, 2, 2))).toEqual({ kept: [1, 2, 3, 4], moving: [0] })
  })

  test('leaves out a lamp that has gone out, wherever it was counted', () => {
    const plan = new MixPlan()
    plan.next(grey(1, 1))
    plan.next(grey(1, 0.5))
    expect(plan.next(grey(1, 0))).toEqual({ kept: null, moving: [0] })
    expect(plan.next(grey(0, 0))).toEqual({ kept: null, moving: [] })
  })
})
