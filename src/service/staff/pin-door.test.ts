import { beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../showroom/log.ts'
import { ManualClock } from '../../showroom/manual-clock.ts'
import { MemoryStorage } from '../../showroom/memory-storage.ts'
import { PinDoor } from '../../showroom/staff/pin-door.ts'
import { cheapHasher } from '../testing/test-desk.ts'

const managerPin = '482139'
const clerkPin = '907331'

describe('the PIN', () => {
  let storage: MemoryStorage
  let clock: ManualClock
  let door: PinDoor

  /** As after a restart: a clock that begins at nought, and what is on the disk. */
  async function restart(): Promise<void> {
    clock = new ManualClock()
    door = new PinDoor({ storage, hasher: cheapHasher, clock, log: silentLog })
    await door.load()
  }

  beforeEach(async () => {
    storage = new MemoryStorage()
    await restart()
  })

  it('opens for the role whose it is, and after a restart', async () => {
    expect(door.hasPin).toBe(false)
    expect(await door.begin(managerPin, clerkPin)).toBe('done')
    await restart()
    expect(await door.signIn(managerPin)).toEqual({ kind: 'open', role: 'manager' })
    expect(await door.signIn(clerkPin)).toEqual({ kind: 'open', role: 'clerk' })
  })

  it('opens for nobody while there is none', async () => {
    expect((await door.signIn('000000')).kind).toBe('wrong')
    expect((await door.signIn('123456')).kind).toBe('wrong')
  })

  it('is set once only, is not weak, and each role has its own', async () => {
    expect(await door.begin('123456', null)).toBe('simple')
    expect(await door.begin(managerPin, managerPin)).toBe('taken')
    await door.begin(managerPin, null)
    expect(await door.begin('555123', null)).toBe('has-pin')
    expect(await door.change('clerk', managerPin)).toBe('taken')
    expect(await door.change('clerk', clerkPin)).toBe('done')
    expect(await door.change('manager', clerkPin)).toBe('taken')
    expect((await door.signIn(managerPin)).kind).toBe('open')
  })

  it('stands nowhere in what is kept', async () => {
    await door.begin(managerPin, clerkPin)
    await door.signIn('555123')
    const kept = [...storage.records.values()].join()
    for (const pin of [managerPin, clerkPin, '555123']) expect(kept).not.toContain(pin)
  })

  it('waits longer after each wrong one, also across restarts and whatever the clock says', async () => {
    await door.begin(managerPin, null)
    for (let guess = 0; guess < 5; guess++) {
      await clock.advance(door.waitMs)
      await door.signIn('555123')
    }
    expect(door.waitMs).toBe(20_000)
    await clock.advance(19_000)
    await restart()
    expect(door.waitMs).toBe(20_000)
    expect(await door.signIn(managerPin)).toEqual({ kind: 'locked', waitMs: 20_000 })
    await clock.advance(20_000)
    expect((await door.signIn(managerPin)).kind).toBe('open')
    expect(door.waitMs).toBe(0)
  })

  it('counts a guess before it is compared, so that pulling the plug saves none', async () => {
    await door.begin(managerPin, null)
    let countedFirst = ''
    const spy = new PinDoor({
      storage,
      clock,
      log: silentLog,
      hasher: {
        hash: (pin) => cheapHasher.hash(pin),
        matches: async (pin, hashed) => {
          countedFirst ||= (await storage.read('staff/attempts.json')) ?? 'nothing'
          return cheapHasher.matches(pin, hashed)
        },
      },
    })
    await spy.load()
    await spy.signIn('555123')
    expect(JSON.parse(countedFirst)).toEqual({ version: 1, failures: 1, sinceManager: 1 })
  })

  it('cannot be set anew by spoiling the record', async () => {
    await door.begin(managerPin, null)
    await storage.write('staff/pins.json', '{"version":1,"man')
    await restart()
    expect(door.hasPin).toBe(true)
    expect(await door.begin('555123', null)).toBe('has-pin')
    expect((await door.signIn(managerPin)).kind).toBe('unreadable')
  })

  it('lets in on a full disk, and still counts', async () => {
    await door.begin(managerPin, null)
    storage.write = async () => {
      throw new Error('ENOSPC: no space left on device')
    }
    for (let guess = 0; guess < 3; guess++) await door.signIn('555123')
    expect(door.waitMs).toBe(5000)
    await clock.advance(5000)
    expect((await door.signIn(managerPin)).kind).toBe('open')
    await expect(door.change('clerk', clerkPin)).rejects.toThrow('ENOSPC')
    expect(door.hasClerkPin).toBe(false)
  })

  it('a clerk cannot try the manager’s PIN between two of their own as often as they like', async () => {
    await door.begin(managerPin, clerkPin)
    let lookedAt = 0
    for (let round = 0; round < 500; round++) {
      for (const guess of ['555123', '555124', clerkPin]) {
        if ((await door.signIn(guess)).kind === 'wrong') lookedAt += 1
      }
      if (round % 100 === 99) await restart()
    }
    expect(lookedAt).toBeLessThan(30)
    await clock.advance(15 * 60_000)
    expect(await door.signIn(managerPin)).toEqual({ kind: 'open', role: 'manager' })
    for (let guess = 0; guess < 2; guess++) await door.signIn('555123')
    expect(await door.signIn(clerkPin)).toEqual({ kind: 'open', role: 'clerk' })
  })

  it('10,000 guesses, ten a second, are looked at as seldom as documented, and the right one not either', async () => {
    await door.begin(managerPin, null)
    let lookedAt = 0
    for (let guess = 0; guess < 10_000; guess++) {
      if (guess % 1000 === 999) await restart()
      const { kind } = await door.signIn(guess === 9_500 ? managerPin : '555123')
      expect(kind).not.toBe('open')
      if (kind === 'wrong') lookedAt += 1
      await clock.advance(100)
    }
    // Two for nothing, then 5, 10, 20, 40 s …: and a restart within a wait begins that anew.
    expect(lookedAt).toBeLessThanOrEqual(8)
  })

  it('10,000 guesses at full speed, with restarts, look at no more than the documented few', async () => {
    await door.begin(managerPin, null)
    let lookedAt = 0
    for (let guess = 0; guess < 10_000; guess++) {
      if (guess % 2500 === 2499) await restart()
      const together = await Promise.all([door.signIn('555123'), door.signIn('555124')])
      lookedAt += together.filter(({ kind }) => kind === 'wrong').length
    }
    expect(lookedAt).toBe(3)
    expect((await door.signIn(managerPin)).kind).toBe('locked')
  })
})
