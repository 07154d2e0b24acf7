import { expect, it } from 'vitest'
import { composedLook, withinLimits } from '../room/gaze.ts'
import { driftLook, driftStepMs } from './drift.ts'

it('a drifting view begins where the room was composed, stays within the room and never hurries', () => {
  expect(driftLook(0)).toEqual(composedLook)
  for (let at = 0; at < 300_000; at += driftStepMs) {
    const [here, next] = [driftLook(at), driftLook(at + driftStepMs)]
    expect(withinLimits(here, 0.15)).toEqual(here)
    // A degree a second at most.
    expect(Math.abs(next.azimuth - here.azimuth)).toBeLessThan((Math.PI / 180) * (driftStepMs / 1000))
    expect(Math.abs(next.tilt - here.tilt)).toBeLessThan((Math.PI / 180) * (driftStepMs / 1000))
  }
})
