import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../contract/contract.ts'
import { staffContract } from '../../contract/staff/staff-contract.ts'
import type { StaffMeta } from '../../contract/staff/staff-role.ts'
import type { ManualClock } from '../../showroom/manual-clock.ts'
import type { MemoryStorage } from '../../showroom/memory-storage.ts'
import { Den } from '../../showroom/testing/den.ts'
import { type TestDesk, testDesk } from '../testing/test-desk.ts'
import { createStaffRouter } from './staff-router.ts'

const managerPin = '482139'
const clerkPin = '907331'

interface Procedure {
  readonly path: readonly string[]
  readonly meta: StaffMeta
}

/** Every procedure of the contract, so that a new one cannot be forgotten here. */
function proceduresOf(router: AnyContractRouter, path: readonly string[] = []): Procedure[] {
  if (isContractProcedure(router)) return [{ path, meta: router['~orpc'].meta as StaffMeta }]
  return Object.entries(router).flatMap(([name, inner]) => proceduresOf(inner, [...path, name]))
}

const procedures = proceduresOf(staffContract)
const open = ['status', 'signIn', 'begin']

describe('the staff contract under attack', () => {
  let den: Den
  let clock: ManualClock
  let at: TestDesk
  let storage: MemoryStorage

  beforeEach(async () => {
    den = await Den.open()
    ;({ clock, storage } = den)
    at = testDesk(den.showroom, den.driver, clock, storage)
    await at.desk.start()
    await at.desk.begin(managerPin, clerkPin)
  })

  async function signIn(pin: string): Promise<string> {
    return (await createRouterClient(createStaffRouter(at.desk)).signIn({ pin })).session
  }

  /** Calls by name, past all types, as an attacker would. */
  async function call({ path }: Procedure, input: unknown): Promise<string> {
    let target: unknown = createRouterClient(createStaffRouter(at.desk))
    for (const name of path) target = Reflect.get(target as object, name)
    try {
      await (target as (input: unknown) => Promise<unknown>)(input)
      return 'let in'
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error)
    }
  }

  it('is open to anyone for three procedures only', () => {
    const anyones = procedures.filter(({ meta }) => meta.role === 'anyone').map(({ path }) => path.join('.'))
    expect(anyones).toEqual(open)
  })

  it('is all that changes a kiosk, but for what a shopper touches', () => {
    expect(Object.keys(contract)).toEqual(['send', 'follow', 'staff'])
  })

  it('lets clerks change these things only', () => {
    const clerks = procedures.filter(({ meta }) => meta.role === 'clerk' && meta.logs !== null)
    expect(clerks.map(({ path }) => path.join('.')).sort()).toEqual([
      ...['closeJoining', 'findNearby', 'freeDevice', 'nameDevice', 'openJoining', 'placeDevice'],
      ...['removeDevice', 'replaceDevice', 'resetNearby', 'restart', 'saveReport', 'saveStatistics'],
    ])
  })

  it('never logs a PIN or a session', () => {
    expect(
      procedures.flatMap(({ meta }) => meta.logs ?? []).filter((field) => /pin|session|phrase/i.test(field)),
    ).toEqual([])
  })

  const guarded = procedures.filter(({ meta }) => meta.role !== 'anyone')
  const name = ({ path }: Procedure) => path.join('.')

  it.each(guarded.map((each) => [name(each), each] as const))(
    '%s needs a session that holds',
    async (_, each) => {
      const expired = await signIn(managerPin)
      await clock.advance(120_000)
      const left = await signIn(managerPin)
      await call({ path: ['leave'], meta: each.meta }, { session: left })
      const real = await signIn(managerPin)
      const forged = `${real.slice(0, -1)}${real.endsWith('0') ? '1' : '0'}`
      const kept = new Map(storage.records)
      const written = at.journal.entries.length
      const inputs = [
        undefined,
        null,
        {},
        { session: '' },
        { session: [real] },
        { session: { toString: () => real } },
        ...[expired, left, forged].map((session) => ({ session })),
      ]
      for (const input of inputs) expect(await call(each, input)).toBe('SIGN_IN')
      expect(storage.records).toEqual(kept)
      expect(at.journal.entries).toHaveLength(written)
    },
  )

  const managers = guarded.filter(({ meta }) => meta.role === 'manager')
  it.each(managers.map((each) => [name(each), each] as const))(
    '%s is nothing for a clerk',
    async (_, each) => {
      const session = await signIn(clerkPin)
      const kept = new Map(storage.records)
      expect(await call(each, { session })).toBe('NOT_ALLOWED')
      expect(storage.records).toEqual(kept)
    },
  )

  it('tells strangers whether there is a PIN, and what every screen needs to know', async () => {
    const client = createRouterClient(createStaffRouter(at.desk))
    expect(await client.status()).toEqual({
      hasPin: true,
      waitMs: 0,
      language: 'en',
      screen: { inches: 21.5, lowerEdgeCm: 70 },
      habits: {
        hiddenRooms: [],
        languages: expect.arrayContaining(['en', 'ar']),
        brightness: 1,
        volume: 1,
        night: { lamps: 'off', screen: 'room' },
      },
    })
    await expect(client.begin({ managerPin: '555123', clerkPin: null })).rejects.toMatchObject({
      code: 'HAS_PIN',
    })
  })

  it('locks after wrong PINs, says for how long, and writes each down without the PIN', async () => {
    const client = createRouterClient(createStaffRouter(at.desk))
    for (const waitMs of [0, 0, 5000]) {
      await expect(client.signIn({ pin: '555123' })).rejects.toMatchObject({
        code: 'WRONG_PIN',
        data: { waitMs },
      })
    }
    await expect(client.signIn({ pin: managerPin })).rejects.toMatchObject({
      code: 'LOCKED',
      data: { waitMs: 5000 },
    })
    expect(at.journal.entries.map(({ what }) => what)).toEqual(['begin', ...Array(3).fill('signInRefused')])
    expect(JSON.stringify(at.journal.entries)).not.toContain('555123')
  })

  it('changes nothing on a disk that takes nothing, and says so', async () => {
    const client = createRouterClient(createStaffRouter(at.desk))
    const session = await signIn(managerPin)
    storage.write = async () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    await expect(client.setPin({ session, role: 'clerk', pin: '612873' })).rejects.toMatchObject({
      code: 'CANNOT_SAVE',
    })
    const { store } = at.desk.state('manager')
    await expect(client.saveStore({ session, store: { ...store, name: 'Elsewhere' } })).rejects.toMatchObject(
      {
        code: 'CANNOT_SAVE',
      },
    )
    expect(at.desk.state('manager').store.name).toBe('')
  })

  it('tells followers what changes, and ends with the session', async () => {
    const client = createRouterClient(createStaffRouter(at.desk))
    const session = await signIn(managerPin)
    const events = await client.follow({ session })
    expect((await events.next()).value).toMatchObject({ kind: 'state', state: { role: 'manager' } })
    const { store } = at.desk.state('manager')
    await client.saveStore({ session, store: { ...store, name: 'Kungens Kurva' } })
    expect((await events.next()).value).toMatchObject({ kind: 'store', store: { name: 'Kungens Kurva' } })
    const last = events.next()
    await client.leave({ session })
    expect((await last).done).toBe(true)
    expect(at.journal.entries.at(-1)).toMatchObject({ role: 'manager', what: 'saveStore' })
  })
})
