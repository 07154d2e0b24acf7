import { expect, it } from 'vitest'
import { writeChromaticity, writtenChromaticity } from './written-colour.ts'

it('colours that a screen has are written as a screen’s, deeper ones as they are', () => {
  expect(writeChromaticity({ x: 0.55, y: 0.38 })).toMatch(/^#[0-9a-f]{6}$/)
  expect(writeChromaticity({ x: 0.6915, y: 0.3083 })).toBe('xy 0.6915 0.3083')
  expect(writeChromaticity({ x: 0.17, y: 0.7 })).toBe('xy 0.1700 0.7000')
})

it('what was written is read as it was', () => {
  for (let x = 0.15; x < 0.7; x += 0.05) {
    for (let y = 0.05; x + y < 0.98; y += 0.05) {
      const read = writtenChromaticity(writeChromaticity({ x, y }))
      expect(Math.hypot((read?.x ?? 9) - x, (read?.y ?? 9) - y), `${x} ${y}`).toBeLessThanOrEqual(0.004)
    }
  }
})

it('what is no colour is none', () => {
  expect(writtenChromaticity('#000000')).toBeNull()
  expect(writtenChromaticity('xy 0.9 0.9')).toBeNull()
  expect(writtenChromaticity('xy 0.5 0.0')).toBeNull()
})
