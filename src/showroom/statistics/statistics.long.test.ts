import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../../contract/ids.ts'
import type { Intent } from '../../contract/intent.ts'
import { type LocalTime, noonCalendar } from '../local-time.ts'
import { silentLog } from '../log.ts'
import { MemoryStorage } from '../memory-storage.ts'
import { Den, denFile, place } from '../testing/den.ts'
import { seeded } from '../testing/seeded.ts'
import { Statistics } from './statistics.ts'
import { statisticsRecord } from './statistics-record.ts'

const night = denFile('den/night.yaml', 'fixtures:\n  pendant: { on: false }\n')
const visitTimes = { idleMs: 60_000, noticeMs: 20_000 }
const hourMs = 3_600_000

let den: Den
let wall: LocalTime
let storage: MemoryStorage
let statistics: Statistics

beforeEach(async () => {
  wall = noonCalendar.now()
  storage = new MemoryStorage()
  den = new Den([night])
  const calendar = { ...noonCalendar, now: () => wall }
  statistics = new Statistics({ storage, clock: den.clock, calendar, log: silentLog })
  await statistics.start()
  den.visiting = { visitTimes, statistics, calendar }
  await den.furnish()
  await den.restart()
})

const written = () => storage.records.get('statistics.json') ?? null
const record = () => statisticsRecord.parse(JSON.parse(written() ?? 'null'))
const play = (id: string): Intent => ({ kind: 'play-scene', scene: sceneId.parse(id) })
const dim = (brightness: number): Intent => ({ kind: 'dim', ...place('pendant'), brightness, steady: false })
const code: Intent = { kind: 'show-code', scene: sceneId.parse('evening') }

async function visit(...intents: Intent[]): Promise<void> {
  for (const intent of intents) {
    den.showroom.handle(intent)
    await den.clock.advance(15_000)
  }
  den.showroom.handle({ kind: 'end-visit' })
  await den.clock.advance(1000)
}

async function nextHour(): Promise<void> {
  wall = { ...wall, minute: wall.minute + 60 }
  await den.clock.advance(hourMs)
}

describe('counts', () => {
  it('say by hour and scene how often it was touched, chosen, taken home, and how long it stayed', async () => {
    await visit(dim(0.5), play('evening'), dim(0.7), code, play('night'), { kind: 'stay' })
    await nextHour()
    expect(record().hours).toEqual({
      '2026-11-21 12': {
        '-': { touches: 1, tries: 0, codes: 0, dwell: [0, 0, 0, 0, 0] },
        'den/evening': { touches: 2, tries: 1, codes: 1, dwell: [0, 0, 1, 0, 0] },
        // Seen last when somebody said so, 15 seconds after the scene began.
        'den/night': { touches: 1, tries: 1, codes: 0, dwell: [0, 1, 0, 0, 0] },
      },
    })
  })

  it('are written when the hour is over or the kiosk ends, not when somebody touches', async () => {
    await visit(play('evening'))
    await den.clock.advance(20 * 60_000)
    expect(written()).toBeNull()
    await nextHour()
    const first = written()
    expect(first).not.toBeNull()
    await visit(play('evening'))
    expect(written()).toBe(first)
    await statistics.stop()
    expect(written()).not.toBe(first)
  })

  it('of what is not accepted, of staying and of leaving are none', async () => {
    await visit(play('nowhere'), { kind: 'stay' })
    await nextHour()
    expect(written()).toBeNull()
  })

  it('are told to staff and files from five on only, so that nobody is known by being the only one', async () => {
    for (let time = 0; time < 5; time++) await visit(play('evening'), dim(0.2))
    for (let time = 0; time < 4; time++) await visit(play('night'))
    expect(statistics.report().rows).toEqual([
      {
        hour: '2026-11-21 12',
        scene: 'den/evening',
        touches: 10,
        tries: 5,
        codes: null,
        dwell: [null, 5, null, null, null],
      },
    ])
  })

  it('end by a switch, and go by another; a full disk changes nothing', async () => {
    await visit(play('evening'))
    await statistics.turn(false)
    await visit(play('night'))
    expect(Object.keys(record().hours['2026-11-21 12'] ?? {})).toEqual(['den/evening'])
    const full = storage.write
    storage.write = () => Promise.reject(new Error('full'))
    await expect(statistics.erase()).rejects.toThrow('full')
    await expect(statistics.turn(true)).rejects.toThrow('full')
    expect(statistics.report().isOn).toBe(false)
    storage.write = full
    await statistics.erase()
    expect(record()).toEqual({ version: 1, isOn: false, hours: {} })
  })

  it('are forgotten after three months, and begin anew where the record cannot be read', async () => {
    await visit(play('evening'))
    await nextHour()
    wall = { ...wall, date: '2027-02-21' }
    await visit(play('evening'))
    await nextHour()
    expect(Object.keys(record().hours)).toEqual(['2026-11-21 12', '2027-02-21 13'])
    wall = { ...wall, date: '2027-02-22' }
    await visit(play('evening'))
    await nextHour()
    expect(Object.keys(record().hours)).toEqual(['2027-02-21 13', '2027-02-22 14'])
    storage.records.set('statistics.json', '{"version":1,"hours":')
    await statistics.start()
    expect(statistics.report()).toEqual({ isOn: true, rows: [] })
  })
})

describe('of a visitor', () => {
  /** Everything that may stand in the file besides numbers: the form of the record, hours, and scenes of the content. */
  const words =
    /^(version|isOn|true|hours|touches|tries|codes|dwell|2026-11-21 \d\d|-|den\/evening|den\/night)$/

  const random = seeded(7)
  const drawn = Array.from({ length: 60 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, (): Intent => {
      const kind = Math.floor(random() * 4)
      if (kind === 0) return play('evening')
      if (kind === 1) return play('night')
      return kind === 2 ? code : dim(Math.round(random() * 1000) / 1000)
    }),
  )

  const visits = [[play('night')], ...drawn, [play('evening')]]

  async function fileOf(all: readonly (readonly Intent[])[]): Promise<string> {
    for (const intents of all) await visit(...intents)
    await nextHour()
    return written() ?? ''
  }

  it('nothing is written but how often, by the hour and the scene', async () => {
    const text = await fileOf(visits)
    statisticsRecord.parse(JSON.parse(text))
    const found = text.split(/[{}[\],:"]+/).filter((part) => part !== '' && part !== '\n')
    expect(found.filter((part) => !/^\d{1,3}$/.test(part) && !words.test(part))).toEqual([])
    expect(found.length).toBeGreaterThan(30)
  })

  it('nothing tells who came first, or what the same person did', async () => {
    const text = await fileOf(visits)
    await statistics.erase()
    wall = { ...wall, minute: wall.minute - 60 }
    expect(await fileOf(visits.toReversed())).toBe(text)
  })
})
