import { describe, expect, it } from 'vitest'
import { visit } from './testing/flash-visits.ts'

describe('a thousand visits of ten fingers', () => {
  it('never make a lamp or the room flash more than three times in a second, over a radio in trouble', async () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const { worstLamp, worstRoom, lost } = await visit({ seed, latencyMs: 30, jitterMs: 250, quirky: true })
      expect(lost, `seed ${seed}`).toEqual([])
      expect(Math.max(worstLamp, worstRoom), `seed ${seed}`).toBeLessThanOrEqual(3)
    }
  })

  it('flash once in a second as a rule, over a radio that is punctual', async () => {
    const worst: number[] = []
    for (let seed = 1; seed <= 1000; seed++) {
      const { worstLamp, worstRoom, lost } = await visit({ seed, latencyMs: 5, jitterMs: 10, quirky: false })
      expect(lost, `seed ${seed}`).toEqual([])
      worst.push(Math.max(worstLamp, worstRoom))
    }
    expect(Math.max(...worst)).toBeLessThanOrEqual(3)
    expect(worst.filter((flashes) => flashes > 1).length).toBeLessThanOrEqual(100)
  })
})
