import { describe, expect, it } from 'vitest'
import { deviceId } from '../../showroom/device.ts'
import { ManualClock } from '../../showroom/manual-clock.ts'
import { RecallWatch } from './recall-watch.ts'

const lamp = deviceId.parse('lamp')

describe('a lamp that stores scenes', () => {
  it('is no longer trusted when it misses three in a row', async () => {
    const clock = new ManualClock()
    const watch = new RecallWatch(clock)
    for (let miss = 1; miss <= 3; miss++) {
      expect(watch.isTrusted(lamp)).toBe(true)
      watch.recalled(lamp, 'evening')
      await clock.advance(2000)
      expect(watch.expected(lamp)).toBe('evening')
      watch.corrected(lamp)
    }
    expect(watch.isTrusted(lamp)).toBe(false)
  })

  it('is trusted again for one that it followed', async () => {
    const clock = new ManualClock()
    const watch = new RecallWatch(clock)
    for (let turn = 1; turn <= 9; turn++) {
      watch.recalled(lamp, 'evening')
      await clock.advance(2000)
      if (turn % 3 !== 0) watch.corrected(lamp)
    }
    expect(watch.isTrusted(lamp)).toBe(true)
  })

  it('is not blamed for a touch long after, or for the same recall twice', async () => {
    const clock = new ManualClock()
    const watch = new RecallWatch(clock)
    expect(watch.expected(lamp)).toBeNull()
    watch.recalled(lamp, 'evening')
    watch.corrected(lamp)
    expect(watch.expected(lamp)).toBeNull()
    watch.recalled(lamp, 'evening')
    await clock.advance(60_000)
    expect(watch.expected(lamp)).toBeNull()
  })
})
