import { test } from 'vitest'
import { survivesCuts, survivesTruncation } from './testing/power-cuts.ts'

test.each([0, 0.25, 0.5, 0.75, 1])(
  'power goes at each write of an update, when %d of it is done: the old or the new plays',
  (part) => survivesCuts(part),
)

test('every file cut short at every byte: the kiosk plays, and the next look mends it', () =>
  survivesTruncation(Number.POSITIVE_INFINITY))
