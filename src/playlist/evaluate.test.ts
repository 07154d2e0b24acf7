import { describe, expect, test } from 'vitest'
import { WallClock } from '../showroom/wall-clock.ts'
import { evaluate, type Offered } from './evaluate.ts'
import type { Kiosk } from './kiosk.ts'
import { offer, someKiosk } from './testing/offers.ts'
import { verdictSentence } from './verdict.ts'

const wall = new WallClock('Europe/Stockholm')
const noon = Date.parse('2026-11-21T12:00+01:00')
const hourMs = 3_600_000

function judge(offers: readonly Offered[], kiosk: Kiosk = someKiosk, atMs = noon) {
  const { plays, judged } = evaluate(offers, kiosk, wall, atMs)
  return { plays: plays?.key ?? null, why: judged.map(({ verdict }) => verdictSentence(verdict)) }
}

const of = (change: Partial<Kiosk>): Kiosk => ({ ...someKiosk, ...change })

describe('classes', () => {
  const [urgent, own, campaign, base] = [
    offer('u', 'class: emergency'),
    offer('s', 'class: store'),
    offer('c'),
    offer('b', 'class: base'),
  ]
  test('the most urgent plays, and each of the others says who goes first', () => {
    expect(judge([base, campaign, own, urgent])).toEqual({
      plays: 'se/u',
      why: [
        'not: se/u goes first (emergency)',
        'not: se/u goes first (emergency)',
        'not: se/u goes first (emergency)',
        'plays',
      ],
    })
    expect(judge([base, campaign, own]).plays).toBe('se/s')
    expect(judge([base, campaign]).plays).toBe('se/c')
    expect(judge([base]).plays).toBe('se/b')
  })
  test('with nothing that plays, what is built in does', () => {
    expect(judge([]).plays).toBeNull()
    expect(judge([offer('x', 'until: 2026-01-01')]).plays).toBeNull()
  })
})

describe('stores', () => {
  test.each([
    ['stores: { countries: [se, no] }', 'plays'],
    ['stores: { countries: [no] }', 'not: for other stores'],
    ['stores: { only: [se-012] }', 'plays'],
    ['stores: { only: [se-013] }', 'not: for other stores'],
    ['stores: { tags: [harbour, city] }', 'plays'],
    ['stores: { tags: [harbour] }', 'not: for other stores'],
    ['stores: { without: [harbour] }', 'plays'],
    ['stores: { without: [city] }', 'not: for other stores'],
    ['stores: { countries: [se], tags: [city], without: [small] }', 'plays'],
    ['needs: [den/blind]', 'plays'],
    ['needs: [den/blind, den/plug, den/strip]', 'not: no device at den/plug, den/strip'],
    ['app: 1.2.0', 'plays'],
    ['app: 1.1.9', 'plays'],
    ['app: 1.10.0', "not: needs the kiosk's program 1.10.0"],
  ])('%s: %s', (yaml, expected) => {
    expect(judge([offer('x', yaml)]).why).toEqual([expected])
  })
  test('a kiosk that does not say where it stands gets what is for all', () => {
    const nobody = of({ store: null, country: null, tags: [] })
    expect(judge([offer('x', 'stores: { countries: [se] }')], nobody).plays).toBeNull()
    expect(judge([offer('x', 'stores: { only: [se-012] }')], nobody).plays).toBeNull()
    expect(judge([offer('x')], nobody).plays).toBe('se/x')
  })
})

describe('revisions', () => {
  const old = offer('x', 'class: base', { revision: 7 })
  const next = (how: Partial<Offered>, yaml = '') => offer('x', yaml, { revision: 8, ...how })
  test('the newest plays', () => {
    expect(judge([old, next({})])).toEqual({ plays: 'se/x', why: ['not: replaced by revision 8', 'plays'] })
  })
  test.each([
    [next({ ring: 0 }), 'not: rolled out to 0 % of kiosks, and not to this one'],
    [next({ stop: true }), 'not: stopped by head office'],
    [next({ broken: 'a file is missing' }), 'not: a file is missing'],
    [next({}, 'app: 9.0.0'), "not: needs the kiosk's program 9.0.0"],
  ])('the one before plays on where the newest cannot (%#)', (newest, why) => {
    expect(judge([old, newest]).why).toEqual(['plays', why])
  })
  test('the one before, if it is whole, plays also while the newest lacks a file; else the newest does without', () => {
    const lacking = next({ lacks: 'a photograph has not come' })
    expect(judge([old, lacking]).why).toEqual(['plays', 'not: a photograph has not come'])
    expect(judge([{ ...old, stop: true }, lacking]).why).toEqual(['not: replaced by revision 8', 'plays'])
    expect(judge([lacking]).why).toEqual(['plays'])
    const alsoLacking = { ...old, lacks: 'another file has not come' }
    expect(judge([alsoLacking, lacking]).why).toEqual(['not: replaced by revision 8', 'plays'])
  })
  test('but not where the newest has other stores or is over', () => {
    expect(judge([old, next({}, 'stores: { countries: [no] }')]).plays).toBeNull()
    expect(judge([old, next({}, 'until: 2026-11-20')]).plays).toBeNull()
  })
})

describe('shares', () => {
  const hours = (count: number, everyHours: number, offers: readonly Offered[]) => {
    const counts = new Map<string | null, number>()
    for (let n = 0; n < count; n++) {
      const { plays } = judge(offers, someKiosk, noon + n * everyHours * hourMs)
      counts.set(plays, (counts.get(plays) ?? 0) + 1)
    }
    return counts
  }
  const three = [offer('a', 'share: 1'), offer('b', 'share: 2'), offer('c', 'share: 5')]

  test.each([1, 2, 5, 8, 24, 25, 168])('hold within 2 % when every %i hours are looked at', (every) => {
    const counts = hours(800, every, three)
    for (const [key, share] of [
      ['se/a', 1],
      ['se/b', 2],
      ['se/c', 5],
    ] as const) {
      expect(Math.abs((counts.get(key) ?? 0) / 800 - share / 8)).toBeLessThan(0.02)
    }
  })
  test('are the same for all kiosks, whatever the order of the list, and last an hour', () => {
    for (let n = 0; n < 48; n++) {
      const atMs = noon + n * hourMs
      const { plays } = judge(three, someKiosk, atMs)
      expect(judge(three.toReversed(), of({ id: 'another' }), atMs + hourMs - 1).plays).toBe(plays)
    }
  })
  test('say whose turn it is', () => {
    const { plays, why } = judge(three)
    expect(why.filter((sentence) => sentence === `not: it is the turn of ${plays}`)).toHaveLength(2)
  })
})
