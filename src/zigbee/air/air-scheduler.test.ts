import { describe, expect, it } from 'vitest'
import { deviceId } from '../../showroom/device.ts'
import { ManualClock } from '../../showroom/manual-clock.ts'
import { AirClosedError, AirScheduler, type Rank } from './air-scheduler.ts'

const limits = { inFlight: 4, unanswered: 6, picture: 3, background: 2, storing: 1, doubtful: 1 }
const lamp = (number: number) => deviceId.parse(`lamp-${number}`)

/** Frames that answer when they are told to. */
class Air {
  readonly clock = new ManualClock()
  readonly scheduler = new AirScheduler(this.clock, limits)
  readonly sent: string[] = []
  private readonly answers = new Map<string, () => void>()

  send(name: string, device: number, rank: Rank, batch: object = {}): Promise<string> {
    return this.scheduler.pace(
      lamp(device),
      rank,
      batch,
    )(() => {
      this.sent.push(name)
      return new Promise((resolve) => this.answers.set(name, () => resolve(name)))
    })
  }

  async answer(name: string): Promise<void> {
    this.answers.get(name)?.()
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
}

describe('the air', () => {
  it('carries one frame per device at a time', async () => {
    const air = new Air()
    void air.send('first', 1, 'shopper')
    void air.send('second', 1, 'shopper')
    expect(air.sent).toEqual(['first'])
    await air.answer('first')
    expect(air.sent).toEqual(['first', 'second'])
  })

  it('never carries more than the dongle can take', async () => {
    const air = new Air()
    for (let number = 1; number <= 9; number++) void air.send(`${number}`, number, 'shopper')
    expect(air.sent).toHaveLength(limits.inFlight)
    await air.answer('2')
    expect(air.sent).toHaveLength(limits.inFlight + 1)
  })

  it('keeps places free for a touch, whatever is done in the background', () => {
    const air = new Air()
    for (let number = 1; number <= 9; number++) void air.send(`stored ${number}`, number, 'storing')
    expect(air.sent).toEqual(['stored 1'])
    for (let number = 11; number <= 19; number++) void air.send(`read ${number}`, number, 'background')
    expect(air.sent).toEqual(['stored 1', 'read 11'])
    void air.send('touch', 2, 'shopper')
    expect(air.sent).toEqual(['stored 1', 'read 11', 'touch'])
  })

  it('keeps a place free for a touch while the pictures of a whole room wait for answers', () => {
    const air = new Air()
    for (let number = 1; number <= 9; number++) void air.send(`picture ${number}`, number, 'picture')
    expect(air.sent).toEqual(['picture 1', 'picture 2', 'picture 3'])
    void air.send('touch', 20, 'shopper')
    expect(air.sent.at(-1)).toBe('touch')
  })

  it('lets a touch overtake what waits for the same lamp', async () => {
    const air = new Air()
    void air.send('stored a', 1, 'storing')
    void air.send('stored b', 1, 'storing')
    void air.send('touch', 1, 'shopper')
    await air.answer('stored a')
    expect(air.sent).toEqual(['stored a', 'touch'])
  })

  it('lets batches take turns, so that one touch does not wait for a whole room', async () => {
    const air = new Air()
    const room = {}
    for (let number = 1; number <= 9; number++) void air.send(`room ${number}`, number, 'shopper', room)
    void air.send('touch', 20, 'shopper')
    await air.answer('room 1')
    await air.answer('room 2')
    expect(air.sent).toContain('touch')
  })

  it('lets silent devices wait for the others, and few at a time', async () => {
    const air = new Air()
    for (const number of [1, 2, 3]) air.scheduler.judge(lamp(number), false)
    for (let number = 1; number <= 7; number++) void air.send(`${number}`, number, 'shopper')
    expect(air.sent).toEqual(['1', '4', '5', '6'])
    await air.answer('4')
    await air.answer('5')
    expect(air.sent).toEqual(['1', '4', '5', '6', '7'])
    air.scheduler.judge(lamp(2), true)
    await air.answer('6')
    expect(air.sent).toEqual(['1', '4', '5', '6', '7', '2'])
  })

  it('leaves the air alone for as long as storing took', async () => {
    const air = new Air()
    void air.send('stored a', 1, 'storing')
    void air.send('stored b', 2, 'storing')
    await air.clock.advance(50)
    await air.answer('stored a')
    await air.clock.advance(40)
    expect(air.sent).toEqual(['stored a'])
    await air.clock.advance(10)
    expect(air.sent).toEqual(['stored a', 'stored b'])
  })

  it('does not wait for late answers, up to what the dongle can keep', async () => {
    const air = new Air()
    for (let number = 1; number <= 9; number++) void air.send(`${number}`, number, 'shopper')
    expect(air.sent).toHaveLength(4)
    await air.clock.advance(300)
    expect(air.sent).toHaveLength(6)
    await air.clock.advance(5000)
    expect(air.sent).toHaveLength(6)
    await air.answer('1')
    expect(air.sent).toHaveLength(7)
  })

  it('sends again what found the air busy, and only that', async () => {
    const air = new Air()
    const pace = air.scheduler.pace(lamp(1), 'shopper')
    const failing = (code: number, times: number) => {
      let tries = 0
      return pace(async () => {
        if (++tries <= times) throw Object.assign(new Error('no'), { code })
        return tries
      })
    }
    const thirdTime = failing(0xe1, 2)
    await air.clock.advance(100)
    expect(await thirdTime).toBe(3)
    await expect(failing(0xe9, 1)).rejects.toThrow('no')
  })

  it('asks a full dongle ever more seldom, for most of a minute, and says that it is full', async () => {
    const air = new Air()
    const told: boolean[] = []
    air.scheduler.onCongestion = (congested) => told.push(congested)
    let [tries, full] = [0, true]
    const send = (device: number) =>
      air.scheduler.pace(
        lamp(device),
        'shopper',
      )(async () => {
        tries++
        if (full) throw Object.assign(new Error('no room'), { code: 0x11 })
        return 'went'
      })
    const waiting = [1, 2, 3, 4].map(send)
    await air.clock.advance(30_000)
    expect(tries).toBeLessThan(4 * 110)
    expect(told).toEqual([true])
    full = false
    await air.clock.advance(400)
    expect(await Promise.all(waiting)).toEqual(['went', 'went', 'went', 'went'])
    expect(told).toEqual([true, false])

    full = true
    const lostHope = expect(send(1)).rejects.toThrow('no room')
    await air.clock.advance(60_000)
    await lostHope
  })

  it('rejects what waits when the connection is over, and what comes after', async () => {
    const air = new Air()
    void air.send('first', 1, 'shopper')
    const waiting = air.send('second', 1, 'shopper')
    air.scheduler.close()
    await expect(waiting).rejects.toThrow(AirClosedError)
    await expect(air.send('third', 2, 'shopper')).rejects.toThrow(AirClosedError)
  })
})
