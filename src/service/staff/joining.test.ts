import { beforeEach, describe, expect, it } from 'vitest'
import { type ManagerAtDesk, managerAtDesk } from '../testing/manager-at-desk.ts'

describe('the door for new devices', () => {
  let den: ManagerAtDesk['den']
  let at: ManagerAtDesk['at']
  let client: ManagerAtDesk['client']
  let session: string
  /** What the radio refuses. */
  let refuses: (seconds: number) => boolean
  /** What it was told, taken or not. */
  let told: number[]

  beforeEach(async () => {
    ;({ den, at, client, session } = await managerAtDesk())
    const { driver } = den
    const take = driver.openForJoining.bind(driver)
    told = []
    refuses = () => false
    driver.openForJoining = async (seconds) => {
      told.push(seconds)
      if (refuses(seconds)) throw new Error('BUFFER_FULL')
      await take(seconds)
    }
  })

  const door = () => {
    const { untilMs, isStuck } = at.desk.devices.joining()
    return { isOpen: untilMs !== null, isStuck }
  }
  const open = { isOpen: true, isStuck: false }
  const closed = { isOpen: false, isStuck: false }
  const stuck = { isOpen: true, isStuck: true }

  it('is said to be open until the radio has taken that it is closed, which is tried again', async () => {
    const news = await client.follow({ session })
    await news.next()
    await client.openJoining({ session, seconds: 254 })
    expect((await news.next()).value).toMatchObject({ joining: { isStuck: false } })
    refuses = () => true
    await client.closeJoining({ session })
    expect((await news.next()).value).toMatchObject({ joining: { isStuck: true } })
    expect([door(), den.driver.joinSeconds]).toEqual([stuck, 254])
    await den.clock.advance(10_000)
    expect(door()).toEqual(stuck)
    refuses = () => false
    await den.clock.advance(1000)
    expect([door(), den.driver.joinSeconds]).toEqual([closed, 0])
    const tries = told.length
    await den.clock.advance(300_000)
    expect(told).toHaveLength(tries)
  })

  it('is closed at the latest when its time is up, though the radio never took it', async () => {
    await client.openJoining({ session, seconds: 60 })
    refuses = () => true
    await client.closeJoining({ session })
    await den.clock.advance(59_000)
    expect(door()).toEqual(stuck)
    await den.clock.advance(1000)
    expect(door()).toEqual(closed)
    const tries = told.length
    await den.clock.advance(300_000)
    expect(told).toHaveLength(tries)
  })

  it('is closed behind staff who have gone, even when that did not work at once', async () => {
    await client.openJoining({ session, seconds: 254 })
    refuses = () => true
    await client.leave({ session })
    await den.clock.advance(3000)
    expect(door()).toEqual(stuck)
    refuses = () => false
    await den.clock.advance(1000)
    expect([door(), den.driver.joinSeconds]).toEqual([closed, 0])
  })

  it('is closed soon after the page has gone without a word, as by F5', async () => {
    const news = await client.follow({ session })
    await news.next()
    await client.openJoining({ session, seconds: 254 })
    await news.return(undefined)
    await den.clock.advance(14_000)
    expect(door()).toEqual(open)
    await den.clock.advance(1000)
    expect([door(), den.driver.joinSeconds]).toEqual([closed, 0])
    await expect(client.stay({ session })).rejects.toMatchObject({ code: 'SIGN_IN' })
  })

  it('may be opened again while it could not be closed, and then stays open', async () => {
    await client.openJoining({ session, seconds: 254 })
    refuses = (seconds) => seconds === 0
    await client.closeJoining({ session })
    await client.openJoining({ session, seconds: 60 })
    expect(door()).toEqual(open)
    await den.clock.advance(30_000)
    expect([door(), told]).toEqual([open, [254, 0, 60]])
  })

  it('that did not open is closed again, since lamps may have heard of it', async () => {
    refuses = () => true
    await expect(client.openJoining({ session, seconds: 254 })).rejects.toMatchObject({ code: 'NOT_TAKEN' })
    expect(door()).toEqual(stuck)
    refuses = () => false
    await den.clock.advance(1000)
    expect([door(), told]).toEqual([closed, [254, 0, 0]])
  })

  it('needs no closing where there is no stick', async () => {
    den.driver.pullOut({ code: 'dongle-absent', severity: 'error', sentence: 'It is not there.', values: {} })
    await expect(client.openJoining({ session, seconds: 254 })).rejects.toMatchObject({ code: 'NO_DONGLE' })
    expect(door()).toEqual(closed)
  })

  it('is as it is told last, however slowly the radio closes and opens it', async () => {
    const { driver } = den
    const said: number[] = []
    // Closing takes longer than opening.
    driver.openForJoining = (seconds) =>
      new Promise((resolve) => {
        den.clock.after(seconds === 0 ? 500 : 10, () => {
          said.push(seconds)
          resolve()
        })
      })
    const all = Promise.all([
      client.openJoining({ session, seconds: 254 }),
      client.closeJoining({ session }),
      client.openJoining({ session, seconds: 60 }),
    ])
    await den.clock.advance(1000)
    await all
    expect(said).toEqual([254, 0, 60])
    expect(door()).toEqual(open)
  })
})
