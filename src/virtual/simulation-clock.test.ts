import { describe, expect, it } from 'vitest'
import type { Clock } from '../showroom/clock.ts'
import { ManualClock } from '../showroom/manual-clock.ts'
import { SimulationClock } from './simulation-clock.ts'

describe('time in the simulation', () => {
  it('is exact though the machine wakes up late', () => {
    let machineMs = 0
    let wake = () => {}
    const late: Clock = {
      now: () => machineMs,
      after: (_, task) => {
        wake = task
        return () => {}
      },
    }
    const clock = new SimulationClock(late)
    const seen: number[] = []
    clock.after(1.5, () => {
      seen.push(clock.now())
      clock.after(0.25, () => seen.push(clock.now()))
    })
    machineMs = 7
    wake()
    expect(seen).toEqual([1.5, 1.75])
    expect(clock.now()).toBe(7)
  })

  it('runs events in order, those of one moment as they were made, and none that was called off', async () => {
    const base = new ManualClock()
    const clock = new SimulationClock(base)
    const seen: string[] = []
    const calledOff = clock.after(2, () => seen.push('called off'))
    for (const [delayMs, name] of [
      [3, 'c'],
      [1, 'a'],
      [2, 'b1'],
      [2, 'b2'],
    ] as const) {
      clock.after(delayMs, () => seen.push(name))
    }
    calledOff()
    await base.advance(2.5)
    expect(seen).toEqual(['a', 'b1', 'b2'])
    await base.advance(1)
    expect(seen).toEqual(['a', 'b1', 'b2', 'c'])
  })

  it('keeps nothing of timers that are called off again and again', async () => {
    const base = new ManualClock()
    const clock = new SimulationClock(base)
    let ran = 0
    clock.after(10, () => ran++)
    for (let count = 0; count < 50_000; count++) clock.after(3_600_000, () => ran++)()
    expect(clock.waiting).toBeLessThan(3000)
    await base.advance(4_000_000)
    expect(ran).toBe(1)
  })
})
