import { expect, it } from 'vitest'
import { clockTime, timeOfDay } from './time-of-day.ts'

it('every hour has its name', () => {
  expect([7, 12.5, 15, 18, 19.5, 22, 3].map(timeOfDay)).toEqual([
    'morning',
    'noon',
    'afternoon',
    'evening',
    'dusk',
    'night',
    'night',
  ])
})

it('a clock reads as its language writes it', () => {
  expect(clockTime(19.5, 'sv')).toBe('19:30')
  expect(clockTime(19.5, 'en')).toMatch(/^7:30\sPM$/)
})
