import type { OpeningHours } from '../../src/contract/staff/store-habits.ts'

/** A day that is not closed begins with these hours. */
export const usualHours: OpeningHours = { from: '10:00', until: '20:00' }
