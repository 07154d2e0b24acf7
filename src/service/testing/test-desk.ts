import { randomUUID } from 'node:crypto'
import { ScryptHasher } from '../../platform/scrypt-hasher.ts'
import type { Clock } from '../../showroom/clock.ts'
import type { DeviceDriver } from '../../showroom/driver.ts'
import { noonCalendar } from '../../showroom/local-time.ts'
import { silentLog } from '../../showroom/log.ts'
import { MemoryStorage } from '../../showroom/memory-storage.ts'
import { OwnScenes } from '../../showroom/own-scenes/own-record.ts'
import { MemoryExchange } from '../../showroom/own-scenes/scene-exchange.ts'
import type { Showroom } from '../../showroom/showroom.ts'
import type { Machine } from '../../showroom/staff/machine.ts'
import { MemoryJournal } from '../../showroom/staff/memory-journal.ts'
import { type Host, noHost, type Safekeeping } from '../../showroom/staff/safekeeping.ts'
import { StaffDesk } from '../../showroom/staff/staff-desk.ts'
import { StoreRecord } from '../../showroom/staff/store-record.ts'
import { Statistics } from '../../showroom/statistics/statistics.ts'
import type { Storage } from '../../showroom/storage.ts'

/** The true scrypt at its least cost, so that tests may try thousands of PINs. */
export const cheapHasher = new ScryptHasher({ cost: 2, blockSize: 1, parallel: 1 })

/** A machine that is well. */
const fakeMachine: Machine = {
  facts: async () => ({
    now: '2026-11-21T12:00:00.000Z',
    uptimeS: 3600,
    memory: { free: 2e9, total: 4e9 },
    disk: { free: 50e9, total: 100e9, isReadOnly: false },
    ownMemory: 2e8,
    platform: 'test',
    node: 'v24',
  }),
  saveReport: async () => 'reports/report.json',
}

/** A place for backups without any. */
const emptySafe: Safekeeping = {
  find: async () => ({ places: [], backups: [] }),
  save: async () => ({ kind: 'gone' }),
  restore: async () => 'gone',
  forgetAll: async () => {},
}

export interface TestDesk {
  readonly desk: StaffDesk
  readonly journal: MemoryJournal
  readonly storage: Storage
  readonly own: OwnScenes
  readonly exchange: MemoryExchange
}

/** A desk for a showroom that keeps everything in memory, and has not started yet. */
export function testDesk(
  showroom: Showroom,
  driver: DeviceDriver,
  clock: Clock,
  storage: Storage = new MemoryStorage(),
  {
    ownScenesAllowed = true,
    safe = emptySafe,
    host = noHost,
  }: { readonly ownScenesAllowed?: boolean; readonly safe?: Safekeeping; readonly host?: Host } = {},
): TestDesk {
  const journal = new MemoryJournal()
  const own = new OwnScenes(storage, silentLog)
  const exchange = new MemoryExchange()
  const desk = new StaffDesk({
    ...{ showroom, driver, storage, clock, journal },
    store: new StoreRecord(storage, silentLog),
    storeSaved: () => {},
    ...{ own, exchange, ownScenesAllowed },
    machine: fakeMachine,
    ...{ safe, host },
    statistics: new Statistics({ storage, clock, calendar: noonCalendar, log: silentLog }),
    playlists: () => null,
    date: () => '2026-11-21T12:00:00.000Z',
    log: silentLog,
    hasher: cheapHasher,
    newId: randomUUID,
    idleMs: 120_000,
  })
  return { desk, journal, storage, own, exchange }
}
