import { expect, test } from 'vitest'
import { ruleOf, sceneOf, wardrobeWith } from '../testing/wardrobe.ts'

const minute = 60_000

/** The fan goes off so long after it went on, and on so long after it went off. */
const chase = (wait: string) => [
  ruleOf('a', { when: [{ fixture: 'fan', becomes: 'on' }], do: [{ wait }, { set: { fan: { on: false } } }] }),
  ruleOf('b', {
    when: [
      { fixture: 'fan', becomes: 'off' },
      { fixture: 'sensor', becomes: 'occupied' },
    ],
    do: [{ wait }, { set: { fan: { on: true } } }],
  }),
]
const starts = (told: readonly string[]) => told.filter((line) => line.endsWith('started')).length

test.each(['10ms', '10s', '5m', '3h'])('rules that chase each other every %s are stopped', async (wait) => {
  const room = wardrobeWith(chase(wait))
  room.change('sensor', { occupied: true })
  await room.clock.advance(48 * 60 * minute)
  expect(room.told.filter((line) => line.endsWith('round-and-round'))).toHaveLength(1)
  expect(starts(room.told)).toBe(6)
})

test('a rule that starts itself by giving back is stopped', async () => {
  const room = wardrobeWith([
    ruleOf('self', {
      when: [{ fixture: 'fan', becomes: 'off' }],
      do: [{ set: { fan: { on: true } } }],
      until: [{ after: '20s' }],
    }),
  ])
  room.change('fan', { on: true })
  room.change('fan', { on: false })
  await room.clock.advance(60 * minute)
  expect(starts(room.told)).toBe(3)
  expect(room.told).toContain('self round-and-round')
})

test('rules that chase each other through a scene are stopped', async () => {
  const blink = sceneOf('blink', {
    fixtures: { light: { on: true } },
    moments: [
      { at: '10s', fixtures: { fan: { on: true } } },
      { at: '20s', fixtures: { fan: { on: false } } },
    ],
  })
  const room = wardrobeWith(
    [
      ruleOf('again', {
        when: [
          { fixture: 'fan', becomes: 'off' },
          { fixture: 'sensor', becomes: 'occupied' },
        ],
        do: [{ play: 'blink' }],
      }),
    ],
    [blink],
  )
  room.change('sensor', { occupied: true })
  await room.clock.advance(60 * minute)
  expect(room.told).toContain('again round-and-round')
  expect(starts(room.told)).toBe(3)
})

test('a person may do the same thing as often as they like', async () => {
  const room = wardrobeWith(chase('40s').slice(0, 1))
  for (let time = 0; time < 20; time++) {
    room.touch('fan', { kind: 'plug', on: true })
    await room.clock.advance(minute)
    expect(room.is('fan')).toBe(false)
  }
  expect(room.told.filter((line) => !/started|ended/.test(line))).toEqual([])
})

test('a sensor that will not be still lets its rule rest, and staff are told until it has long been calm', async () => {
  const room = wardrobeWith([
    ruleOf('loose', {
      when: [{ fixture: 'sensor', becomes: 'occupied' }],
      do: [{ set: { fan: { on: true } } }],
    }),
  ])
  const storm = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      room.change('sensor', { occupied: true })
      room.change('sensor', { occupied: false })
      await room.clock.advance(1000)
    }
  }
  await storm(60)
  expect(starts(room.told)).toBe(8)
  expect(room.told.filter((line) => line.endsWith('too-often'))).toHaveLength(1)
  await room.clock.advance(2 * minute)
  await storm(1)
  expect([starts(room.told), room.told.includes('loose calm')]).toEqual([9, false])
  await room.clock.advance(15 * minute)
  await storm(1)
  expect(room.told.slice(-3)).toEqual(['loose calm', 'loose started', 'loose ended'])
})
