import { describe, expect, it } from 'vitest'
import { folderNotice } from './folder-problem.ts'

const failed = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: it failed`), { code, ...(path === undefined ? {} : { path }) })

describe('a start of the network that fails', () => {
  it.each([
    failed('EROFS', '/var/kiosk/zigbee/devices.db.tmp'),
    failed('ENOSPC'),
    failed('EDQUOT'),
    failed('EACCES', '/var/kiosk/zigbee/network.json.new'),
    failed('ENOENT', '/var/kiosk/zigbee'),
  ])('for want of somewhere to write is told with its folder: $message', (error) => {
    expect(folderNotice(error, '/var/kiosk')).toMatchObject({
      code: 'dongle-needs-folder',
      severity: 'error',
      values: { folder: '/var/kiosk' },
    })
    expect(folderNotice(error, '/var/kiosk')?.sentence).toContain('/var/kiosk')
  })

  it.each([
    failed('EACCES', '/dev/ttyUSB0'),
    failed('ENOENT', '/dev/serial/by-id'),
    failed('EACCES', '/var/kiosk2/x'),
    failed('ECONNREFUSED'),
    new Error('Permission denied, cannot open /dev/ttyUSB0'),
    'odd',
  ])('for another reason is not: %s', (error) => {
    expect(folderNotice(error, '/var/kiosk')).toBeNull()
  })
})
