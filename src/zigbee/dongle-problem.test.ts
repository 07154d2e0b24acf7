import { describe, expect, it } from 'vitest'
import { DongleError, dongleNotice } from './dongle-problem.ts'

describe('a dongle that cannot be used', () => {
  it.each([
    ['Error: No such file or directory, cannot open /dev/ttyUSB9', 'dongle-absent'],
    ['Error Resource temporarily unavailable Cannot lock port', 'dongle-busy'],
    ['Error: Permission denied, cannot open /dev/ttyUSB0', 'dongle-forbidden'],
    ['connect ECONNREFUSED 127.0.0.1:20108', 'dongle-refused'],
    ['Error while opening socket', 'dongle-refused'],
    ['Cannot request when znp has not been initialized yet', 'dongle-unplugged'],
    ['Error while opening socket', 'dongle-refused'],
    ['Failed to connect to the adapter (Error: SRSP - SYS - ping after 6000ms)', 'dongle-not-a-dongle'],
    ['startup failed - configuration-adapter mismatch - see logs above', 'dongle-mismatch'],
    ['the dongle does not answer any more', 'dongle-hung'],
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

  it('names the network that a foreign stick holds, and how to give it up', () => {
    const notice = dongleNotice(
      new DongleError('dongle-other-network', { panId: '1a62', channel: '15' }),
      '/dev/ttyUSB0',
    )
    expect(notice.code).toBe('dongle-other-network')
    expect(notice.values).toMatchObject({ panId: '1a62', channel: '15', port: '/dev/ttyUSB0' })
    expect(notice.sentence).toContain('SHOWROOM_ZIGBEE_OVERWRITE=1a62')
    expect(notice.sentence).not.toContain('{')
  })

  it('may be of another family than somebody set', () => {
    const error = new Error('Failed to connect to the adapter (Error: SRSP - SYS - ping after 2000ms)')
    expect(dongleNotice(error, '/dev/ttyUSB0', 'ember')).toMatchObject({ code: 'dongle-wrong-family' })
    expect(dongleNotice(error, '/dev/ttyUSB0', 'ember').sentence).toContain('“ember”')
  })
})
