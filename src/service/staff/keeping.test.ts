import { createRouterClient } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BackupProblem } from '../../contract/staff/backup.ts'
import type { Host, Safekeeping } from '../../showroom/staff/safekeeping.ts'
import { Den } from '../../showroom/testing/den.ts'
import { outcome } from '../testing/manager-at-desk.ts'
import { type TestDesk, testDesk } from '../testing/test-desk.ts'
import { createStaffRouter } from './staff-router.ts'

const managerPin = '482139'
const clerkPin = '907331'
const folder = '/media/STICK'

describe('the kiosk as a whole', () => {
  let den: Den
  let at: TestDesk
  let client: ReturnType<typeof clientOf>
  let done: string[]
  let problem: BackupProblem | null
  let kind: Host['kind']
  let full: boolean
  /** What takes longer than a second tap. */
  let slow: Promise<void>

  const clientOf = (desk: TestDesk) => createRouterClient(createStaffRouter(desk.desk))
  const did = async (what: string) => {
    await slow
    if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    done.push(what)
  }

  beforeEach(async () => {
    den = await Den.open()
    done = []
    problem = null
    full = false
    slow = Promise.resolve()
    kind = 'shell'
    const safe: Safekeeping = {
      find: async () => ({ places: [], backups: [] }),
      save: async (where) => {
        if (where !== folder) return { kind: 'gone' }
        await did('saved')
        return { kind: 'saved', path: `${folder}/a.showroom`, stick: 'read' }
      },
      restore: async () => {
        await did('laid ready')
        return problem
      },
      forgetAll: () => did('forgotten'),
    }
    const host: Host = {
      get kind() {
        return kind
      },
      restartService: () => void done.push('service'),
      restartKiosk: () => void done.push('kiosk'),
      leave: () => void done.push('left'),
    }
    at = testDesk(den.showroom, den.driver, den.clock, den.storage, { safe, host })
    await at.desk.start()
    client = clientOf(at)
    await client.begin({ managerPin, clerkPin })
  })

  const manager = async () => (await client.signIn({ pin: managerPin })).session
  const clerk = async () => (await client.signIn({ pin: clerkPin })).session
  const backup = { folder, file: 'a.showroom', passphrase: 'seven green lamps' }

  it('is saved under a passphrase that no machine guesses, which no log has', async () => {
    const session = await manager()
    for (const passphrase of ['short', 'aaaaaaaaaaaaaaaa', ' 12345678901 ']) {
      expect(await outcome(client.saveBackup({ session, folder, passphrase }))).toBe('BAD_REQUEST')
    }
    expect(await client.saveBackup({ session, folder, passphrase: backup.passphrase })).toMatchObject({
      stick: 'read',
    })
    const gone = client.saveBackup({ session, folder: '/elsewhere', passphrase: backup.passphrase })
    expect(await outcome(gone)).toBe('BACKUP gone')
    expect(JSON.stringify(at.journal.entries)).not.toContain('green')
    expect(at.journal.entries.at(-1)).toMatchObject({ what: 'saveBackup', about: { folder } })
  })

  it('starts anew with what was in a backup, once that was answered; a bad one changes nothing', async () => {
    const session = await manager()
    problem = 'passphrase'
    expect(await outcome(client.restoreBackup({ session, ...backup }))).toBe('BACKUP passphrase')
    await den.clock.advance(1000)
    expect(done).toEqual(['laid ready'])
    problem = null
    expect(await outcome(client.restoreBackup({ session, ...backup }))).toBe('done')
    expect(done).not.toContain('service')
    await den.clock.advance(1000)
    expect(done.at(-1)).toBe('service')
  })

  it('says of a full disk that nothing was changed', async () => {
    const session = await manager()
    full = true
    expect(await outcome(client.saveBackup({ session, ...{ folder, passphrase: backup.passphrase } }))).toBe(
      'CANNOT_SAVE',
    )
    expect(await outcome(client.restoreBackup({ session, ...backup }))).toBe('CANNOT_SAVE')
    expect(await outcome(client.forgetAll({ session, pin: managerPin }))).toBe('CANNOT_SAVE')
    await den.clock.advance(1000)
    expect(done).toEqual([])
  })

  it('forgets everything only after the manager’s PIN once more, and a guess there is a guess', async () => {
    const session = await manager()
    for (const pin of [clerkPin, '555123']) {
      expect(await outcome(client.forgetAll({ session, pin }))).toBe('WRONG_PIN')
    }
    for (let guess = 0; guess < 2; guess++) await outcome(client.forgetAll({ session, pin: '555123' }))
    expect(await outcome(client.forgetAll({ session, pin: managerPin }))).toBe('LOCKED')
    expect(done).toEqual([])
    await den.clock.advance(60_000)
    expect(await outcome(client.forgetAll({ session: await manager(), pin: managerPin }))).toBe('done')
    await den.clock.advance(1000)
    expect(done).toEqual(['forgotten', 'service'])
    expect(JSON.stringify(at.journal.entries)).not.toContain(managerPin)
  })

  it('is started anew by clerks, and left for the desktop by managers', async () => {
    expect(await outcome(client.leaveToDesktop({ session: await clerk() }))).toBe('NOT_ALLOWED')
    expect(await outcome(client.restart({ session: await clerk(), what: 'kiosk' }))).toBe('done')
    await den.clock.advance(1000)
    expect(done).toEqual(['kiosk'])
  })

  it.each([
    ['saved', (session: string) => client.saveBackup({ session, folder, passphrase: backup.passphrase })],
    ['laid ready', (session: string) => client.restoreBackup({ session, ...backup })],
    ['forgotten', (session: string) => client.forgetAll({ session, pin: managerPin })],
  ])(
    'is %s once, however often somebody taps or who else begins something meanwhile',
    async (what, begin) => {
      const session = await manager()
      let go = () => {}
      slow = new Promise((resolve) => {
        go = resolve
      })
      const first = outcome(begin(session))
      expect(await outcome(begin(session))).toBe('BACKUP busy')
      expect(await outcome(client.restoreBackup({ session, ...backup }))).toBe('BACKUP busy')
      go()
      expect(await first).toBe('done')
      const isGoing = what !== 'saved'
      expect(await outcome(begin(session))).toBe(isGoing ? 'BACKUP busy' : 'done')
      await den.clock.advance(1000)
      expect(done).toEqual(isGoing ? [what, 'service'] : [what, what])
    },
  )

  it('is started anew once, however often somebody taps', async () => {
    const session = await manager()
    const taps = [client.restart({ session, what: 'kiosk' }), client.restart({ session, what: 'kiosk' })]
    expect(await Promise.all([...taps, client.restart({ session, what: 'service' })].map(outcome))).toEqual(
      Array(3).fill('done'),
    )
    await den.clock.advance(1000)
    expect(done).toEqual(['kiosk'])
  })

  it('does in a browser what it can there', async () => {
    kind = 'browser'
    const session = await manager()
    expect(at.desk.state('manager').restarts).toEqual(['service'])
    expect(await outcome(client.restart({ session, what: 'kiosk' }))).toBe('NOT_HERE')
    expect(await outcome(client.leaveToDesktop({ session }))).toBe('NOT_HERE')
    expect(await outcome(client.restart({ session, what: 'service' }))).toBe('done')
    await den.clock.advance(1000)
    expect(done).toEqual(['service'])
  })
})
