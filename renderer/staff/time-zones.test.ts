import { expect, test } from 'vitest'
import { timeZoneGroups } from './time-zones.ts'

test('time zones stand by parts of the world, with their names written as people do', () => {
  expect(timeZoneGroups(['UTC', 'America/Argentina/La_Rioja', 'Europe/Stockholm', 'Europe/Berlin'])).toEqual([
    { name: '', options: [{ value: 'UTC', name: 'UTC' }] },
    {
      name: 'America',
      options: [{ value: 'America/Argentina/La_Rioja', name: 'Argentina, La Rioja' }],
    },
    {
      name: 'Europe',
      options: [
        { value: 'Europe/Stockholm', name: 'Stockholm' },
        { value: 'Europe/Berlin', name: 'Berlin' },
      ],
    },
  ])
})
