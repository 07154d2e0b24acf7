import type { StoreSettings } from '../contract/staff/store-settings.ts'
import { usualStore } from '../contract/staff/store-settings.ts'
import { cityOf, type Position } from '../platform/zone-cities.ts'
import type { Log } from '../showroom/log.ts'
import { type OpeningHours, openingHoursOf, weekOf } from '../showroom/opening-hours.ts'
import { StoreRecord } from '../showroom/staff/store-record.ts'
import type { Storage } from '../showroom/storage.ts'
import { WallClock } from '../showroom/wall-clock.ts'
import type { Settings } from './settings.ts'

type StoreVariables = Pick<Settings, 'openingHours' | 'storeId' | 'place'>

/**
 * Which store this is, when it is open and what its wall clock shows: as the kiosk's variables say, until staff have
 * said it on its screen.
 */
export class OwnStore {
  readonly record: StoreRecord
  readonly wall: WallClock

  private constructor(record: StoreRecord) {
    this.record = record
    this.wall = new WallClock(record.current.timeZone)
  }

  static async open(variables: StoreVariables, storage: Storage, log: Log): Promise<OwnStore> {
    const { openingHours, storeId, place } = variables
    const given = { hours: weekOf(openingHours), store: storeId, ...place }
    const record = new StoreRecord(storage, log, { ...usualStore, ...given })
    await record.load()
    return new OwnStore(record)
  }

  get store(): StoreSettings {
    return this.record.current
  }

  get openingHours(): OpeningHours | null {
    return openingHoursOf(this.store.hours)
  }

  /** Where its sun is: where staff or the variables say that it stands, or else in the main city of its time zone. */
  get position(): Position | null {
    return this.store.position ?? cityOf(this.store.timeZone ?? machineZone())
  }

  /** Staff have said something else. */
  saved(): void {
    this.wall.setTimeZone(this.store.timeZone)
  }
}

function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
