import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from './settings.ts'

describe('settings', () => {
  it('have defaults for everything', () => {
    expect(readSettings({})).toMatchObject({ zigbeePort: 'auto', zigbeeAdapter: null })
  })

  it.each(['auto', 'virtual', '/dev/ttyUSB0', 'COM3', 'tcp://127.0.0.1:20108'])(
    'take the port %s',
    (port) => {
      expect(readSettings({ SHOWROOM_ZIGBEE_PORT: port }).zigbeePort).toBe(port)
    },
  )

  it('take words in any case and refuse ports that cannot be', () => {
    expect(readSettings({ SHOWROOM_ZIGBEE_PORT: 'AUTO' }).zigbeePort).toBe('auto')
    expect(() => readSettings({ SHOWROOM_ZIGBEE_PORT: 'tcp://h:99999' })).toThrow(/no such tcp port/)
  })

  it.each(['usb', 'tcp://nowhere', 'http://127.0.0.1:1'])('refuse the port %s and say what fits', (port) => {
    expect(() => readSettings({ SHOWROOM_ZIGBEE_PORT: port })).toThrow(SettingsError)
    expect(() => readSettings({ SHOWROOM_ZIGBEE_PORT: port })).toThrow(/SHOWROOM_ZIGBEE_PORT is "auto"/)
  })

  it('refuse an unknown family of dongles', () => {
    expect(() => readSettings({ SHOWROOM_ZIGBEE_ADAPTER: 'toaster' })).toThrow(/SHOWROOM_ZIGBEE_ADAPTER/)
  })
})
