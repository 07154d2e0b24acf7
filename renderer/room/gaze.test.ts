import { describe, expect, test } from 'vitest'
import { composedLook, Gaze, withinLimits } from './gaze.ts'

const degrees = (look: number) => (look * 180) / Math.PI

describe('a look into the room', () => {
  test('goes only so far to each side, up, down, near and away', () => {
    const far = withinLimits({ azimuth: 9, tilt: 9, closer: 9 }, 0.4)
    const back = withinLimits({ azimuth: -9, tilt: -9, closer: 0 }, 0.4)
    expect([far.azimuth, back.azimuth]).toEqual([0.4, -0.4])
    expect(degrees(far.tilt)).toBeCloseTo(20)
    expect(degrees(back.tilt)).toBeCloseTo(-5)
    expect([far.closer, back.closer]).toEqual([1.25, 0.8])
  })

  test('glides from where it is to where it is sent, and stands there', () => {
    const gaze = new Gaze()
    gaze.follow({ azimuth: 0.4, tilt: 0, closer: 1 })
    gaze.glide(composedLook, 100, 400)
    expect(gaze.at(100).azimuth).toBeCloseTo(0.4)
    expect(gaze.at(300).azimuth).toBeCloseTo(0.2)
    expect(gaze.moving(499)).toBe(true)
    expect(gaze.at(500)).toEqual(composedLook)
    expect(gaze.moving(500)).toBe(false)
  })

  test('a finger takes over from a glide at once', () => {
    const gaze = new Gaze()
    gaze.glide({ azimuth: 0.4, tilt: 0, closer: 1 }, 0, 400)
    gaze.follow({ azimuth: 0.1, tilt: 0, closer: 1 })
    expect(gaze.at(100).azimuth).toBe(0.1)
    expect(gaze.moving(100)).toBe(false)
  })
})
