import { describe, expect, it } from 'vitest'
import type { SettingProblem, Variables } from './setting-problems.ts'
import { readSettings } from './settings.ts'

function problemsOf(variables: Variables): string {
  const problems: SettingProblem[] = []
  readSettings(variables, problems)
  return problems.map(({ name, hint }) => `${name}: ${hint}`).join('\n')
}

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
    expect(problemsOf({ SHOWROOM_ZIGBEE_PORT: 'tcp://h:99999' })).toMatch(/no such tcp port/)
  })

  it.each(['usb', 'tcp://nowhere', 'http://127.0.0.1:1'])('refuse the port %s and say what fits', (port) => {
    expect(problemsOf({ SHOWROOM_ZIGBEE_PORT: port })).toMatch(/^SHOWROOM_ZIGBEE_PORT: write "auto"/)
    expect(readSettings({ SHOWROOM_ZIGBEE_PORT: port }).zigbeePort).toBe('auto')
  })

  it('name the network that may be given up as the notice does', () => {
    const overwrite = (value: string) => readSettings({ SHOWROOM_ZIGBEE_OVERWRITE: value }).zigbeeOverwrite
    expect(overwrite('1a62')).toBe(0x1a62)
    expect(overwrite('NEW')).toBe('new')
    expect(overwrite('')).toBeNull()
    expect(overwrite('all')).toBeNull()
    expect(problemsOf({ SHOWROOM_ZIGBEE_OVERWRITE: 'all' })).toMatch(/write the number of the network/)
  })

  it('refuse an unknown family of dongles', () => {
    expect(problemsOf({ SHOWROOM_ZIGBEE_ADAPTER: 'toaster' })).toMatch(
      /^SHOWROOM_ZIGBEE_ADAPTER: write zstack/,
    )
    expect(readSettings({ SHOWROOM_ZIGBEE_ADAPTER: 'toaster' }).zigbeeAdapter).toBeNull()
  })
})
