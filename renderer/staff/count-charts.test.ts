import { expect, test } from 'vitest'
import type { StatisticsRow } from '../../src/contract/staff/statistics.ts'
import { touchesByHour, triesByScene } from './count-charts.ts'

const row = (
  hour: string,
  scene: string | null,
  touches: number | null,
  tries: number | null,
): StatisticsRow => ({
  ...{ hour, scene, touches, tries, codes: null },
  dwell: [null, null, null, null, null],
})
const rows = [
  row('2026-11-22 16', 'den/night', 10, null),
  row('2026-11-21 14', 'den/evening', 12, 8),
  row('2026-11-21 14', null, 8, null),
  row('2026-11-20 14', 'den/evening', 20, 6),
  row('2026-11-20 14', 'den/bright', null, 7),
]

test('touches of all days are summed by the hour, from the first with any to the last', () => {
  expect(touchesByHour(rows)).toEqual([
    { name: 14, count: 40, share: 1 },
    { name: 15, count: 0, share: 0 },
    { name: 16, count: 10, share: 0.25 },
  ])
})

test('the scene chosen most comes first; one of which no number is told has no bar', () => {
  expect(triesByScene(rows)).toEqual([
    { name: 'den/evening', count: 14, share: 1 },
    { name: 'den/bright', count: 7, share: 0.5 },
  ])
})

test('without counts there is nothing to draw', () => {
  expect(touchesByHour([])).toEqual([])
  expect(triesByScene([])).toEqual([])
})
