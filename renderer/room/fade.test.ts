import { describe, expect, test } from 'vitest'
import { FadingValues } from './fade.ts'

describe('a fade', () => {
  test('runs straight from what is shown to the target and ends there', () => {
    const values = new FadingValues([0])
    values.aim([10], { startedAtMs: 0, durationMs: 1000 }, 0)
    expect(values.at(500)).toEqual([5])
    expect(values.moving(999)).toBe(true)
    expect(values.moving(1000)).toBe(false)
    expect(values.at(5000)).toEqual([10])
  })

  test('heard of late, it covers the rest in the time that is left', () => {
    const values = new FadingValues([0])
    values.aim([10], { startedAtMs: 0, durationMs: 1000 }, 600)
    expect(values.at(600)).toEqual([0])
    expect(values.at(800)).toEqual([5])
    expect(values.at(1000)).toEqual([10])
  })

  test('told of twice, it goes on as if told once', () => {
    const values = new FadingValues([0])
    const fade = { startedAtMs: 0, durationMs: 1000 }
    values.aim([10], fade, 0)
    values.aim([10], fade, 400)
    expect(values.at(700)[0]).toBeCloseTo(7)
  })

  test('cut off by a new target, it turns from where it is without a jump', () => {
    const values = new FadingValues([0])
    values.aim([10], { startedAtMs: 0, durationMs: 1000 }, 0)
    values.aim([0], { startedAtMs: 500, durationMs: 1000 }, 500)
    expect(values.at(500)[0]).toBeCloseTo(5)
    expect(values.at(1000)[0]).toBeCloseTo(2.5)
  })
})
