import { expect, it } from 'vitest'
import { readSettings, usualSettings } from './settings.ts'

it('takes times from the address and is as usual where they are missing or senseless', () => {
  expect(readSettings('')).toEqual(usualSettings)
  expect(readSettings('?staffHoldMs=300&staffCloseMs=soon&reconnectNoticeMs=-1')).toEqual({
    ...usualSettings,
    staffHoldMs: 300,
  })
})
