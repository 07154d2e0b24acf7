import { describe, expect, it } from 'vitest'
import { ChangeLog } from './change-log.ts'

const change = { kind: 'notices' as const, notices: [] }

describe('the change log', () => {
  it('hands out what followed an id', () => {
    const log = new ChangeLog('now')
    const start = log.latestId()
    log.append(change)
    log.append(change)
    expect(log.since(start)).toHaveLength(2)
    expect(log.since(log.latestId())).toEqual([])
  })

  it('knows that it forgot, and does not take another start or nonsense for its own', () => {
    const log = new ChangeLog('now')
    const start = log.latestId()
    for (let count = 0; count < 1001; count++) log.append(change)
    expect(log.since(start)).toBeNull()
    expect(log.since('before-1')).toBeNull()
    expect(log.since('now-9999')).toBeNull()
    expect(log.since('nonsense')).toBeNull()
  })
})
