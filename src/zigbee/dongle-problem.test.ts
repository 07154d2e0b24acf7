import { describe, expect, it } from 'vitest'
import { dongleNotice } from './dongle-problem.ts'

describe('a dongle that cannot be used', () => {
  it.each([
    ['Error: No such file or directory, cannot open /dev/ttyUSB9', 'dongle-absent'],
    ['Error Resource temporarily unavailable Cannot lock port', 'dongle-busy'],
    ['Error: Permission denied, cannot open /dev/ttyUSB0', 'dongle-forbidden'],
    ['connect ECONNREFUSED 127.0.0.1:20108', 'dongle-refused'],
    ['Failed to connect to the adapter (Error: SRSP - SYS - ping after 6000ms)', 'dongle-not-a-dongle'],
    ['startup failed - configuration-adapter mismatch - see logs above', 'dongle-other-network'],
    ['disconnected', 'dongle-unplugged'],
    ['something new', 'dongle-failed'],
  ])('is told in words: %s', (message, code) => {
    const notice = dongleNotice(new Error(message), '/dev/ttyUSB0')
    expect(notice.code).toBe(code)
    expect(notice.sentence).toContain('/dev/ttyUSB0')
  })

  it('may be one that is only simulated', () => {
    const error = new Error('the virtual dongle ended before it was ready')
    expect(dongleNotice(error, 'the serial port').code).toBe('virtual-dongle-failed')
  })

  it('is recognised by its cause too', () => {
    const cause = new Error('connect ECONNREFUSED')
    expect(dongleNotice(new Error('start failed', { cause }), 'p').code).toBe('dongle-refused')
  })
})
