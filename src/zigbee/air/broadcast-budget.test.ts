import { describe, expect, it } from 'vitest'
import { ManualClock } from '../../showroom/manual-clock.ts'
import { BroadcastBudget } from './broadcast-budget.ts'

describe('the budget of group frames', () => {
  it('never lets more out than the table holds, in any window', async () => {
    const clock = new ManualClock()
    const budget = new BroadcastBudget(clock, { frames: 4, windowMs: 1000 })
    const sent: number[] = []
    for (let step = 0; step < 200; step++) {
      const frames = 1 + (step % 2)
      if (budget.waitMs(frames) === 0) {
        for (let frame = 0; frame < frames; frame++) {
          budget.take()
          sent.push(clock.now())
        }
      }
      await clock.advance(37)
    }
    expect(sent.length).toBeGreaterThan(20)
    for (const at of sent) {
      expect(sent.filter((other) => other >= at && other < at + 1000).length).toBeLessThanOrEqual(4)
    }
  })

  it('tells how long the next has to wait', async () => {
    const clock = new ManualClock()
    const budget = new BroadcastBudget(clock, { frames: 2, windowMs: 1000 })
    budget.take()
    await clock.advance(400)
    budget.take()
    expect(budget.waitMs(1)).toBe(600)
    expect(budget.waitMs(2)).toBe(1000)
    await clock.advance(600)
    expect(budget.waitMs(1)).toBe(0)
  })

  it('holds back when the dongle says that its table is full', async () => {
    const clock = new ManualClock()
    const budget = new BroadcastBudget(clock, { frames: 4, windowMs: 1000 })
    budget.refused()
    expect(budget.waitMs(1)).toBe(250)
    await clock.advance(250)
    expect(budget.waitMs(1)).toBe(0)
  })
})
