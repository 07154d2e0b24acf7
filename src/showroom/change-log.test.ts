import { describe, expect, it } from 'vitest'
import { fixtureId, roomId, ruleId } from '../contract/ids.ts'
import { ChangeLog } from './change-log.ts'

const notices = { kind: 'notices' as const, notices: [] }
const sensor = (occupied: boolean) => ({
  kind: 'fixture' as const,
  fixture: {
    kind: 'motion' as const,
    id: fixtureId.parse('sensor'),
    room: roomId.parse('den'),
    name: { en: 'Sensor', sv: 'Sensor' },
    reach: 'reachable' as const,
    occupied,
  },
})
const fact = (number: number) => ({
  kind: 'fact' as const,
  fact: {
    number,
    atMs: 0,
    room: roomId.parse('den'),
    fixture: fixtureId.parse('sensor'),
    fact: 'occupied',
    rule: ruleId.parse('hello'),
    why: 'started' as const,
  },
})

describe('the change log', () => {
  it('hands out what has changed after an id, each record as it is now', () => {
    const log = new ChangeLog('now')
    const start = log.latestId()
    log.append(notices)
    const between = log.latestId()
    log.append(sensor(true))
    log.append(sensor(false))
    expect(log.since(start)?.map(({ change }) => change)).toEqual([notices, sensor(false)])
    expect(log.since(between)?.map(({ id }) => id)).toEqual(['now-3'])
    expect(log.since(log.latestId())).toEqual([])
  })

  it('does not take another start or nonsense for its own', () => {
    const log = new ChangeLog('now')
    expect(log.since('before-0')).toBeNull()
    expect(log.since('now-9999')).toBeNull()
    expect(log.since('nonsense')).toBeNull()
  })

  it('tells nobody of forgotten facts', () => {
    const log = new ChangeLog('now')
    const start = log.latestId()
    for (const number of [1, 2, 3]) log.append(fact(number))
    log.forgetFacts(2)
    expect(log.since(start)?.map(({ change }) => change)).toEqual([fact(3)])
  })
})
