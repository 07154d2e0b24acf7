import { expect, test } from 'vitest'
import { ruleOf, wardrobeWith } from '../testing/wardrobe.ts'

const closet = ruleOf('closet', {
  when: [{ fixture: 'sensor', becomes: 'occupied' }, { manual: true }],
  do: [
    { set: { light: { brightness: 0.8 } }, transition: '1s' },
    { together: [[{ set: { rack: { openness: 0 } } }], [{ wait: '2s' }, { set: { fan: { on: true } } }]] },
  ],
  until: [{ fixture: 'sensor', becomes: 'clear', heldFor: '20s' }, { after: '5m' }],
})

test('walking in lights the wardrobe, and everything returns when the visitor has left', async () => {
  const room = wardrobeWith([closet])
  room.change('sensor', { occupied: true })
  expect([room.is('light'), room.is('rack'), room.is('fan')]).toEqual([0.8, 0, false])
  await room.clock.advance(2000)
  expect(room.is('fan')).toBe(true)
  room.change('sensor', { occupied: false })
  await room.clock.advance(19_000)
  expect(room.is('light')).toBe(0.8)
  await room.clock.advance(1000)
  expect([room.is('light'), room.is('rack'), room.is('fan')]).toEqual(['off', 1, false])
  expect(room.told).toEqual(['closet started', 'closet ended'])
})

test('coming back in time keeps it going', async () => {
  const room = wardrobeWith([closet])
  room.change('sensor', { occupied: true })
  room.change('sensor', { occupied: false })
  await room.clock.advance(19_000)
  room.change('sensor', { occupied: true })
  await room.clock.advance(60_000)
  expect(room.is('light')).toBe(0.8)
})

test('a lamp that was changed meanwhile stays as it was left', async () => {
  const room = wardrobeWith([closet])
  room.change('sensor', { occupied: true })
  room.touch('light', { kind: 'light', on: true, brightness: 0.3, transitionMs: 400 })
  room.change('sensor', { occupied: false })
  await room.clock.advance(20_000)
  expect([room.is('light'), room.is('rack'), room.is('fan')]).toEqual([0.3, 1, false])
})

test('a rule asked for by hand ends by what is so already', async () => {
  const room = wardrobeWith([closet])
  room.byHand('closet')
  expect(room.is('light')).toBe(0.8)
  await room.clock.advance(20_000)
  expect(room.is('light')).toBe('off')
})

test('what must be held for a while and is not, does not start', async () => {
  const room = wardrobeWith([
    ruleOf('patient', {
      when: [{ fixture: 'sensor', becomes: 'occupied', heldFor: '3s' }],
      do: [{ set: { fan: { on: true } } }],
    }),
  ])
  room.change('sensor', { occupied: true })
  await room.clock.advance(2900)
  room.change('sensor', { occupied: false })
  await room.clock.advance(5000)
  expect(room.is('fan')).toBe(false)
  room.change('sensor', { occupied: true })
  await room.clock.advance(3000)
  expect(room.is('fan')).toBe(true)
})

test('conditions decide whether a rule starts, and what they looked at stands in the ledger', () => {
  const room = wardrobeWith([
    ruleOf('dark-only', {
      when: [{ fixture: 'sensor', becomes: 'occupied' }],
      if: { all: [{ not: { fixture: 'fan', is: 'on' } }, { sun: 'up' }, { weekdays: ['sat', 'sun'] }] },
      do: [{ set: { light: { brightness: 1 } } }],
    }),
  ])
  room.wall = { ...room.wall, weekday: 'mon' }
  room.change('sensor', { occupied: true })
  expect(room.is('light')).toBe('off')
  room.change('sensor', { occupied: false })
  room.wall = { ...room.wall, weekday: 'sun' }
  room.change('sensor', { occupied: true })
  expect(room.is('light')).toBe(1)
  const facts = room.ledger.all().map(({ fixture, fact, why }) => `${fixture} ${fact} ${why}`)
  expect(facts).toEqual(['fan off asked', 'fan off asked', 'sensor occupied started'])
})

test('a pattern of presses starts a rule, a slow one does not', async () => {
  const room = wardrobeWith([
    ruleOf('twice', {
      when: [{ button: 'button', pressed: ['on', 'on'] }],
      do: [{ set: { fan: { on: true } } }],
    }),
  ])
  await room.press('button', 'on')
  await room.clock.advance(2000)
  await room.press('button', 'on')
  expect(room.is('fan')).toBe(false)
  await room.clock.advance(500)
  await room.press('button', 'on')
  expect(room.is('fan')).toBe(true)
})

test('a rule waits for a state, and goes on when its patience is over', async () => {
  const room = wardrobeWith([
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
  ])
  room.byHand('wait')
  await room.clock.advance(4000)
  room.change('sensor', { occupied: true })
  expect([room.is('fan'), room.is('mirror')]).toEqual([true, 'off'])
  room.change('sensor', { occupied: false })
  room.byHand('wait')
  await room.clock.advance(10_000)
  expect(room.is('mirror')).toBe(0.2)
})

test('restarted while it runs, a rule begins anew without lamps going back and forth', () => {
  const room = wardrobeWith([closet])
  room.change('sensor', { occupied: true })
  const before = room.asked.length
  room.byHand('closet')
  expect(room.asked.slice(before).filter(({ wish }) => wish.kind === 'light' && !wish.on)).toEqual([])
  expect(room.is('light')).toBe(0.8)
})

test('rules that react at once do not hear of what happened in the wrong order', async () => {
  const room = wardrobeWith([
    ruleOf('quick', { when: [{ fixture: 'fan', becomes: 'on' }], do: [{ set: { fan: { on: false } } }] }),
    ruleOf('patient', {
      when: [{ fixture: 'fan', becomes: 'on', heldFor: '5s' }],
      do: [{ set: { light: { brightness: 1 } } }],
    }),
  ])
  room.change('fan', { on: true })
  await room.clock.advance(10_000)
  expect([room.is('fan'), room.is('light')]).toEqual([false, 'off'])
})
