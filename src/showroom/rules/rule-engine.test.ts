import { expect, test } from 'vitest'
import { ruleOf, Wardrobe } from '../testing/wardrobe.ts'

const closet = ruleOf('closet', {
  when: [{ fixture: 'sensor', becomes: 'occupied' }, { manual: true }],
  do: [
    { set: { light: { brightness: 0.8 } }, transition: '1s' },
    { together: [[{ set: { rack: { openness: 0 } } }], [{ wait: '2s' }, { set: { fan: { on: true } } }]] },
  ],
  until: [{ fixture: 'sensor', becomes: 'clear', heldFor: '20s' }, { after: '5m' }],
})

test('walking in lights the wardrobe, and everything returns when the visitor has left', async () => {
  const room = new Wardrobe(closet)
  room.motion(true)
  expect([room.is('light'), room.is('rack'), room.is('fan')]).toEqual([0.8, 0, false])
  await room.clock.advance(2000)
  expect(room.is('fan')).toBe(true)
  room.motion(false)
  await room.clock.advance(19_000)
  expect(room.is('light')).toBe(0.8)
  await room.clock.advance(1000)
  expect([room.is('light'), room.is('rack'), room.is('fan')]).toEqual(['off', 1, false])
  expect(room.told).toEqual(['closet started', 'closet ended'])
})

test('coming back in time keeps it going', async () => {
  const room = new Wardrobe(closet)
  room.motion(true)
  room.motion(false)
  await room.clock.advance(19_000)
  room.motion(true)
  await room.clock.advance(60_000)
  expect(room.is('light')).toBe(0.8)
})

test('a lamp that was changed meanwhile stays as it was left', async () => {
  const room = new Wardrobe(closet)
  room.motion(true)
  room.touch('light', { kind: 'light', on: true, brightness: 0.3, transitionMs: 400 })
  room.motion(false)
  await room.clock.advance(20_000)
  expect([room.is('light'), room.is('rack'), room.is('fan')]).toEqual([0.3, 1, false])
})

test('a rule asked for by hand ends by what is so already', async () => {
  const room = new Wardrobe(closet)
  room.byHand('closet')
  expect(room.is('light')).toBe(0.8)
  await room.clock.advance(20_000)
  expect(room.is('light')).toBe('off')
})

test('what must be held for a while and is not, does not start', async () => {
  const room = new Wardrobe(
    ruleOf('patient', {
      when: [{ fixture: 'sensor', becomes: 'occupied', heldFor: '3s' }],
      do: [{ set: { fan: { on: true } } }],
    }),
  )
  room.motion(true)
  await room.clock.advance(2900)
  room.motion(false)
  await room.clock.advance(5000)
  expect(room.is('fan')).toBe(false)
  room.motion(true)
  await room.clock.advance(3000)
  expect(room.is('fan')).toBe(true)
})

test('conditions decide whether a rule starts, and what they looked at stands in the ledger', () => {
  const room = new Wardrobe(
    ruleOf('dark-only', {
      when: [{ fixture: 'sensor', becomes: 'occupied' }],
      if: { all: [{ not: { fixture: 'fan', is: 'on' } }, { sun: 'up' }, { weekdays: ['sat', 'sun'] }] },
      do: [{ set: { light: { brightness: 1 } } }],
    }),
  )
  room.wall = { ...room.wall, weekday: 'mon' }
  room.motion(true)
  expect(room.is('light')).toBe('off')
  room.motion(false)
  room.wall = { ...room.wall, weekday: 'sun' }
  room.motion(true)
  expect(room.is('light')).toBe(1)
  const facts = room.ledger.at(room.clock.now()).map(({ fixture, fact, why }) => `${fixture} ${fact} ${why}`)
  expect(facts).toEqual(['fan off asked', 'fan off asked', 'sensor occupied started'])
})

test('a pattern of presses starts a rule, a slow one does not', async () => {
  const room = new Wardrobe(
    ruleOf('twice', {
      when: [{ button: 'button', pressed: ['on', 'on'] }],
      do: [{ set: { fan: { on: true } } }],
    }),
  )
  room.press('on')
  await room.clock.advance(2000)
  room.press('on')
  expect(room.is('fan')).toBe(false)
  await room.clock.advance(500)
  room.press('on')
  expect(room.is('fan')).toBe(true)
})

test('a rule waits for a state, and goes on when its patience is over', async () => {
  const room = new Wardrobe(
    ruleOf('wait', {
      when: [{ manual: true }],
      do: [
        { waitFor: { fixture: 'sensor', is: 'occupied' }, atMost: '10s', otherwise: 'go-on' },
        {
          if: { fixture: 'sensor', is: 'occupied' },
          do: [{ set: { fan: { on: true } } }],
          else: [{ set: { mirror: { brightness: 0.2 } } }],
        },
      ],
    }),
  )
  room.byHand('wait')
  await room.clock.advance(4000)
  room.motion(true)
  expect([room.is('fan'), room.is('mirror')]).toEqual([true, 'off'])
  room.motion(false)
  room.byHand('wait')
  await room.clock.advance(10_000)
  expect(room.is('mirror')).toBe(0.2)
})

test('a rule of the clock starts once, through summer time and small corrections', async () => {
  const room = new Wardrobe(
    ruleOf('early', {
      when: [{ at: '02:30' }, { sun: 'set', offsetMinutes: -30 }],
      do: [{ set: { fan: { on: true } } }],
    }),
  )
  const starts = () => room.told.filter((line) => line.endsWith('started')).length
  const at = async (minute: number) => {
    room.wall = { ...room.wall, minute }
    await room.clock.advance(5000)
  }
  await at(14 * 60 + 59)
  expect(starts()).toBe(0)
  await at(15 * 60)
  expect(starts()).toBe(1)
  await at(14 * 60 + 55)
  await at(15 * 60)
  expect(starts()).toBe(1)
  room.wall = { date: '2027-03-28', minute: 119, weekday: 'sun' }
  await room.clock.advance(5000)
  await at(3 * 60)
  expect(starts()).toBe(2)
})

test('rules that chase each other come to rest', async () => {
  const room = new Wardrobe(
    ruleOf('a', {
      when: [{ fixture: 'fan', becomes: 'on' }],
      do: [{ wait: '10ms' }, { set: { fan: { on: false } } }],
    }),
    ruleOf('b', {
      when: [
        { fixture: 'fan', becomes: 'off' },
        { fixture: 'sensor', becomes: 'occupied' },
      ],
      do: [{ wait: '10ms' }, { set: { fan: { on: true } } }],
    }),
  )
  room.motion(true)
  await room.clock.advance(20_000)
  expect(room.told.some((line) => line.endsWith('resting'))).toBe(true)
  expect(room.told.length).toBeLessThan(60)
})

test('restarted while it runs, a rule begins anew without lamps going back and forth', () => {
  const room = new Wardrobe(closet)
  room.motion(true)
  const before = room.commands.length
  room.byHand('closet')
  expect(room.commands.slice(before).filter((line) => line.includes('"on":false'))).toEqual([])
  expect(room.is('light')).toBe(0.8)
})
