import { describe, expect, it } from 'vitest'
import type { Weekday } from './local-time.ts'
import { isOpen, readOpeningHours } from './opening-hours.ts'

const at = (weekday: Weekday, clock: string) => ({
  date: '2026-11-21',
  weekday,
  minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)),
})

describe('opening hours', () => {
  it('hold on the days named, from the first minute and up to the last', () => {
    const hours = readOpeningHours('mon-fri 10:00-20:00, sat 10:00-18:00')
    expect(hours).not.toBeNull()
    const open = (weekday: Weekday, clock: string) => isOpen(hours, at(weekday, clock))
    expect(open('mon', '09:59')).toBe(false)
    expect(open('mon', '10:00')).toBe(true)
    expect(open('fri', '19:59')).toBe(true)
    expect(open('fri', '20:00')).toBe(false)
    expect(open('sat', '19:00')).toBe(false)
    expect(open('sun', '12:00')).toBe(false)
  })

  it('may reach past midnight, and around the week', () => {
    const hours = readOpeningHours('sat-mon 18:00-02:00')
    expect(isOpen(hours, at('sun', '01:30'))).toBe(true)
    expect(isOpen(hours, at('tue', '01:30'))).toBe(true)
    expect(isOpen(hours, at('sat', '01:30'))).toBe(false)
    expect(isOpen(hours, at('mon', '23:59'))).toBe(true)
    expect(isOpen(hours, at('wed', '19:00'))).toBe(false)
  })

  it('always hold where none are set', () => {
    expect(isOpen(null, at('sun', '03:00'))).toBe(true)
  })

  it('are others on days that staff have named, also past midnight and where the store is always open', () => {
    const usual = readOpeningHours('mon-sun 10:00-20:00')
    const on = (date: string, clock: string) => ({ ...at('sat', clock), date })
    const others = [
      { date: '2026-12-24', hours: { from: '09:00', until: '14:00' } },
      { date: '2026-12-25', hours: null },
      { date: '2026-12-31', hours: { from: '18:00', until: '03:00' } },
    ]
    for (const hours of [usual, null]) {
      expect(isOpen(hours, on('2026-12-24', '09:30'), others)).toBe(true)
      expect(isOpen(hours, on('2026-12-24', '14:00'), others)).toBe(false)
      expect(isOpen(hours, on('2026-12-25', '12:00'), others)).toBe(false)
      expect(isOpen(hours, on('2026-12-26', '12:00'), others)).toBe(true)
      expect(isOpen(hours, on('2027-01-01', '02:59'), others)).toBe(true)
      expect(isOpen(hours, on('2026-12-31', '12:00'), others)).toBe(false)
    }
    expect(isOpen(usual, on('2027-01-01', '03:00'), others)).toBe(false)
  })

  it.each(['', 'mon', 'mon 10-20', 'mon 25:00-26:00', 'xyz 10:00-20:00', 'mon-fri 10:00-20:00,'])(
    'are not "%s"',
    (text) => {
      expect(readOpeningHours(text)).toBeNull()
    },
  )
})
