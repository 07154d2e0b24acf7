import { describe, expect, it } from 'vitest'
import { changedStore } from './store-change.ts'
import { type StoreSettings, storeSettings, usualStore } from './store-settings.ts'

const store = (part: Partial<StoreSettings>, habits: Partial<StoreSettings['habits']> = {}) =>
  storeSettings.parse({ ...usualStore, ...part, habits: { ...usualStore.habits, ...habits } })
const holiday = (date: string, hours: { from: string; until: string } | null = null) => ({ date, hours })

describe('two who change the store at once', () => {
  it('both get what they changed, however deep it lies', () => {
    const mine = store(
      { name: 'Kurva' },
      { brightness: 0.6, night: { lamps: 'first-scene', screen: 'room' } },
    )
    const theirs = store({ language: 'sv' }, { volume: 0.5, night: { lamps: 'off', screen: 'dark' } })
    expect(changedStore(usualStore, mine, theirs)).toEqual(
      store(
        { name: 'Kurva', language: 'sv' },
        { brightness: 0.6, volume: 0.5, night: { lamps: 'first-scene', screen: 'dark' } },
      ),
    )
  })

  it('both keep their days, and a day that one took away is gone', () => {
    const before = store({}, { otherDays: [holiday('2026-12-24'), holiday('2026-12-25')] })
    const mine = store({}, { otherDays: [holiday('2026-12-25'), holiday('2026-12-31')] })
    const theirs = store(
      {},
      { otherDays: [holiday('2026-12-24'), holiday('2026-12-25'), holiday('2027-01-01')] },
    )
    expect(changedStore(before, mine, theirs).habits.otherDays.map(({ date }) => date)).toEqual([
      '2026-12-25',
      '2026-12-31',
      '2027-01-01',
    ])
  })

  it('get the later one’s word where both changed the same, once', () => {
    const short = { from: '10:00', until: '14:00' }
    const mine = store({ name: 'Mine' }, { otherDays: [holiday('2026-12-24', short)] })
    const theirs = store({ name: 'Theirs' }, { otherDays: [holiday('2026-12-24')] })
    expect(changedStore(usualStore, mine, theirs)).toEqual(mine)
  })

  it('never get what no store may be', () => {
    const before = store({}, { languages: ['en', 'de'] })
    const mine = store({}, { languages: ['en'] })
    const theirs = store({}, { languages: ['de'] })
    expect(changedStore(before, mine, theirs)).toEqual(mine)
  })
})
