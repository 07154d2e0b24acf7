import { expect, test } from 'vitest'
import { isBlockedKey } from './blocked-keys.ts'

const plain = { control: false, meta: false, alt: false, shift: false }

test.each([...'PpOoSsJjLlNnWwRrIiUuFfTt+-=0', 'Tab'])('Ctrl+%s does nothing in a kiosk', (key) => {
  expect(isBlockedKey({ ...plain, key, control: true })).toBe(true)
  expect(isBlockedKey({ ...plain, key, meta: true })).toBe(true)
  expect(isBlockedKey({ ...plain, key, control: true, shift: true })).toBe(true)
})

test.each(['F1', 'F5', 'F11', 'F12', 'BrowserBack', 'ContextMenu'])('%s does nothing in a kiosk', (key) => {
  expect(isBlockedKey({ ...plain, key })).toBe(true)
})

test.each(['F4', 'ArrowLeft', 'Home'])('Alt+%s does nothing in a kiosk', (key) => {
  expect(isBlockedKey({ ...plain, key, alt: true })).toBe(true)
})

test.each(['Tab', 'Enter', ' ', 'Escape', 'ArrowLeft', 'ArrowUp', 'Home', 'End', 'a', '7', '+'])(
  '%s alone still works the screen',
  (key) => {
    expect(isBlockedKey({ ...plain, key })).toBe(false)
    expect(isBlockedKey({ ...plain, key, shift: true })).toBe(false)
  },
)

test('AltGr, which is Control and Alt, types characters', () => {
  expect(isBlockedKey({ ...plain, key: 'E', control: true, alt: true })).toBe(false)
})
