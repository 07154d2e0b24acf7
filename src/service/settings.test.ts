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

  it('name the network that may be given up as the notice does', () => {
    const overwrite = (value: string) => readSettings({ SHOWROOM_ZIGBEE_OVERWRITE: value }).zigbeeOverwrite
    expect(overwrite('1a62')).toBe(0x1a62)
    expect(overwrite('NEW')).toBe('new')
    expect(overwrite('')).toBeNull()
    expect(() => overwrite('all')).toThrow(/SHOWROOM_ZIGBEE_OVERWRITE is the number/)
  })

  it('refuse an unknown family of dongles', () => {
    expect(() => readSettings({ SHOWROOM_ZIGBEE_ADAPTER: 'toaster' })).toThrow(/SHOWROOM_ZIGBEE_ADAPTER/)
  })
})
