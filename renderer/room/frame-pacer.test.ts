import { describe, expect, test } from 'vitest'
import { FramePacer } from './frame-pacer.ts'

describe('sharpness', () => {
  const run = (pacer: FramePacer, count: number, waitedMs: number) => {
    for (let i = 0; i < count; i++) pacer.frame(waitedMs)
  }

  test('steps down only when frame after frame runs late', () => {
    const pacer = new FramePacer()
    run(pacer, 50, 17)
    run(pacer, 1, 300)
    run(pacer, 1, 17)
    expect(pacer.sharpness).toBe(1)
    run(pacer, 6, 60)
    expect(pacer.sharpness).toBe(0.67)
    run(pacer, 30, 60)
    expect(pacer.sharpness).toBe(0.5)
  })

  test('steps up again after a movement that ran in time, and never within one', () => {
    const pacer = new FramePacer()
    run(pacer, 6, 60)
    pacer.rest()
    run(pacer, 100, 17)
    expect(pacer.sharpness).toBe(0.67)
    pacer.rest()
    expect(pacer.sharpness).toBe(1)
  })

  test('stays low when a short or a late movement proves nothing', () => {
    const pacer = new FramePacer()
    run(pacer, 6, 60)
    pacer.rest()
    run(pacer, 10, 17)
    pacer.rest()
    run(pacer, 40, 17)
    run(pacer, 1, 60)
    pacer.rest()
    expect(pacer.sharpness).toBe(0.67)
  })
})
