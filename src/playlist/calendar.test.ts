import { describe, expect, test } from 'vitest'
import { WallClock } from '../showroom/wall-clock.ts'
import { evaluate } from './evaluate.ts'
import { offer, someKiosk } from './testing/offers.ts'
import { verdictSentence } from './verdict.ts'

const base = offer('base', 'class: base')

/** What plays, and why the playlist does not, at instants written with the store's offset from UTC. */
function at(yaml: string, zone: string, instant: string): string {
  const subject = offer('x', yaml)
  const { plays, judged } = evaluate([base, subject], someKiosk, new WallClock(zone), Date.parse(instant))
  const why = judged.find(({ offered }) => offered === subject)
  expect(plays?.key).toBe(why?.verdict.kind === 'plays' ? 'se/x' : 'se/base')
  return why === undefined ? '' : verdictSentence(why.verdict)
}

type Row = readonly [when: string, expected: string]
interface Table {
  readonly of: string
  readonly yaml: string
  readonly zone?: string
  readonly rows: readonly Row[]
}

const plays = 'plays'
const otherHours = 'not: at other hours'
const exception = 'not: today is an exception'

const tables: readonly Table[] = [
  {
    of: 'validity by the day',
    yaml: 'from: 2026-11-27\nuntil: 2027-01-06',
    rows: [
      ['2026-11-26T23:59+01:00', 'not: from Fri 27 Nov 2026'],
      ['2026-11-27T00:00+01:00', plays],
      ['2026-12-31T23:59+01:00', plays],
      ['2027-01-06T23:59+01:00', plays],
      ['2027-01-07T00:00+01:00', 'not: was until Wed 6 Jan 2027'],
      ['2046-11-21T12:00+01:00', 'not: was until Wed 6 Jan 2027'],
      ['2006-11-21T12:00+01:00', 'not: from Fri 27 Nov 2026'],
    ],
  },
  {
    of: 'validity by the minute',
    yaml: 'from: 2026-11-27 09:30\nuntil: 2026-11-27 21:15',
    rows: [
      ['2026-11-27T09:29:59+01:00', 'not: from Fri 27 Nov 2026 09:30'],
      ['2026-11-27T09:30+01:00', plays],
      ['2026-11-27T21:14:59+01:00', plays],
      ['2026-11-27T21:15+01:00', 'not: was until Fri 27 Nov 2026 21:15'],
    ],
  },
  {
    of: 'the same validity is local: five hours later in New York',
    yaml: 'from: 2026-11-27 09:30',
    zone: 'America/New_York',
    rows: [
      ['2026-11-27T09:30+01:00', 'not: from Fri 27 Nov 2026 09:30'],
      ['2026-11-27T09:30-05:00', plays],
    ],
  },
  {
    of: 'hours within a day',
    yaml: 'hours: [{ from: "10:00", until: "19:00" }]',
    rows: [
      ['2026-11-21T09:59:59+01:00', otherHours],
      ['2026-11-21T10:00+01:00', plays],
      ['2026-11-21T18:59:59+01:00', plays],
      ['2026-11-21T19:00+01:00', otherHours],
      ['2026-11-21T00:00+01:00', otherHours],
    ],
  },
  {
    of: 'hours past midnight belong to the day on which they begin',
    yaml: 'hours: [{ days: [fri], from: "22:00", until: "02:00" }]',
    rows: [
      ['2026-11-20T21:59+01:00', otherHours],
      ['2026-11-20T22:00+01:00', plays],
      ['2026-11-21T00:00+01:00', plays],
      ['2026-11-21T01:59+01:00', plays],
      ['2026-11-21T02:00+01:00', otherHours],
      ['2026-11-20T01:00+01:00', otherHours],
      ['2026-11-21T22:00+01:00', otherHours],
    ],
  },
  {
    of: 'hours until midnight, and from midnight',
    yaml: 'hours: [{ days: [mon], from: "22:00", until: "00:00" }, { days: [wed], from: "00:00", until: "06:00" }]',
    rows: [
      ['2026-11-23T23:59+01:00', plays],
      ['2026-11-24T00:00+01:00', otherHours],
      ['2026-11-25T00:00+01:00', plays],
      ['2026-11-25T06:00+01:00', otherHours],
      ['2026-11-24T23:59+01:00', otherHours],
    ],
  },
  {
    of: 'weekdays at the turn of the year',
    yaml: 'hours: [{ days: [thu], from: "18:00", until: "06:00" }]',
    rows: [
      ['2026-12-31T18:00+01:00', plays],
      ['2027-01-01T05:59+01:00', plays],
      ['2027-01-01T18:00+01:00', otherHours],
    ],
  },
  {
    of: 'the leap day',
    yaml: 'from: 2028-02-29\nuntil: 2028-02-29',
    rows: [
      ['2028-02-28T23:59+01:00', 'not: from Tue 29 Feb 2028'],
      ['2028-02-29T00:00+01:00', plays],
      ['2028-02-29T23:59+01:00', plays],
      ['2028-03-01T00:00+01:00', 'not: was until Tue 29 Feb 2028'],
    ],
  },
  {
    of: 'a night into the leap day',
    yaml: 'hours: [{ days: [mon], from: "23:00", until: "01:00" }]',
    rows: [
      ['2028-02-29T00:30+01:00', plays],
      ['2028-03-01T00:30+01:00', otherHours],
    ],
  },
  {
    of: 'exceptions: closed, and other hours',
    yaml: [
      'hours: [{ from: "20:00", until: "03:00" }]',
      'except:',
      '  - on: 2026-12-24',
      '  - { on: 2026-12-26, hours: [{ from: "12:00", until: "14:00" }] }',
    ].join('\n'),
    rows: [
      ['2026-12-23T23:00+01:00', plays],
      ['2026-12-24T02:59+01:00', plays],
      ['2026-12-24T20:00+01:00', exception],
      ['2026-12-25T01:00+01:00', otherHours],
      ['2026-12-25T20:00+01:00', plays],
      ['2026-12-26T02:00+01:00', plays],
      ['2026-12-26T12:00+01:00', plays],
      ['2026-12-26T20:00+01:00', exception],
      ['2026-12-27T01:00+01:00', otherHours],
      ['2026-12-27T20:00+01:00', plays],
    ],
  },
  {
    of: 'an exception of a playlist that plays all day',
    yaml: 'except: [{ on: 2026-12-24 }, { on: 2026-12-25, hours: [{ from: "22:00", until: "01:00" }] }]',
    rows: [
      ['2026-12-23T23:59+01:00', plays],
      ['2026-12-24T00:00+01:00', exception],
      ['2026-12-24T23:59+01:00', exception],
      ['2026-12-25T21:59+01:00', exception],
      ['2026-12-25T22:00+01:00', plays],
      ['2026-12-26T00:30+01:00', plays],
    ],
  },
  {
    of: 'an hour that exists twice plays twice',
    yaml: 'hours: [{ from: "02:00", until: "03:00" }]',
    rows: [
      ['2026-10-25T01:59+02:00', otherHours],
      ['2026-10-25T02:00+02:00', plays],
      ['2026-10-25T02:59+02:00', plays],
      ['2026-10-25T02:00+01:00', plays],
      ['2026-10-25T02:59+01:00', plays],
      ['2026-10-25T03:00+01:00', otherHours],
    ],
  },
  {
    of: 'an hour that does not exist is left out',
    yaml: 'hours: [{ from: "02:00", until: "03:00" }]',
    rows: [
      ['2026-03-29T01:59+01:00', otherHours],
      ['2026-03-29T03:00+02:00', otherHours],
      ['2026-03-28T02:30+01:00', plays],
    ],
  },
  {
    of: 'a night over each change of the clock',
    yaml: 'hours: [{ days: [sat], from: "22:00", until: "04:00" }]',
    rows: [
      ['2026-03-29T01:59+01:00', plays],
      ['2026-03-29T03:00+02:00', plays],
      ['2026-03-29T04:00+02:00', otherHours],
      ['2026-10-25T02:30+02:00', plays],
      ['2026-10-25T02:30+01:00', plays],
      ['2026-10-25T04:00+01:00', otherHours],
    ],
  },
  {
    of: 'what is over does not come back in an hour that exists twice',
    yaml: 'until: 2026-10-25 02:30',
    rows: [
      ['2026-10-25T02:29+02:00', plays],
      ['2026-10-25T02:30+02:00', 'not: was until Sun 25 Oct 2026 02:30'],
      ['2026-10-25T02:10+01:00', 'not: was until Sun 25 Oct 2026 02:30'],
    ],
  },
  {
    of: 'what begins in an hour that exists twice begins once',
    yaml: 'from: 2026-10-25 02:30',
    rows: [
      ['2026-10-25T02:29+02:00', 'not: from Sun 25 Oct 2026 02:30'],
      ['2026-10-25T02:30+02:00', plays],
      ['2026-10-25T02:10+01:00', plays],
    ],
  },
  {
    of: 'what begins in an hour that is skipped begins when it is skipped',
    yaml: 'from: 2026-03-29 02:30',
    rows: [
      ['2026-03-29T01:59+01:00', 'not: from Sun 29 Mar 2026 02:30'],
      ['2026-03-29T03:00+02:00', plays],
    ],
  },
]

const rows = tables.flatMap(({ of, yaml, zone = 'Europe/Stockholm', rows: all }) =>
  all.map(([when, expected]) => [of, when, expected, yaml, zone] as const),
)

describe('the calendar', () => {
  test('has at least 60 cases', () => expect(rows.length).toBeGreaterThanOrEqual(60))

  test.each(rows)('%s: %s %s', (_of, when, expected, yaml, zone) => {
    expect(at(yaml, zone, when)).toBe(expected)
  })
})

describe('campaigns that overlap', () => {
  const black = offer('black-week', 'from: 2026-11-23\nuntil: 2026-11-29')
  const advent = offer('advent', 'from: 2026-11-29\nuntil: 2026-12-24\nshare: 2')
  const recall = offer('recall', 'class: emergency\nfrom: 2026-11-29 10:00\nuntil: 2026-11-29 11:00')
  const wall = new WallClock('Europe/Stockholm')
  const plays = (instant: string) =>
    evaluate([base, black, advent, recall], someKiosk, wall, Date.parse(instant)).plays?.key

  test.each([
    ['2026-11-22T23:59+01:00', 'se/base'],
    ['2026-11-23T00:00+01:00', 'se/black-week'],
    ['2026-11-28T23:59+01:00', 'se/black-week'],
    ['2026-11-29T10:00+01:00', 'se/recall'],
    ['2026-11-29T10:59:59+01:00', 'se/recall'],
    ['2026-11-30T00:00+01:00', 'se/advent'],
    ['2026-12-24T23:59+01:00', 'se/advent'],
    ['2026-12-25T00:00+01:00', 'se/base'],
  ])('%s: %s', (instant, expected) => expect(plays(instant)).toBe(expected))

  test('share the day on which both play, as their shares say, save for an emergency', () => {
    const day = Array.from({ length: 24 }, (_, hour) =>
      plays(`2026-11-29T${String(hour).padStart(2, '0')}:00+01:00`),
    )
    const hours = (key: string) => day.filter((one) => one === key).length
    expect(hours('se/recall')).toBe(1)
    expect(hours('se/advent') + hours('se/black-week')).toBe(23)
    expect(hours('se/advent')).toBeGreaterThanOrEqual(14)
    expect(hours('se/black-week')).toBeGreaterThanOrEqual(6)
  })
})
