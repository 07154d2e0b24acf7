import type { RoomId } from '../contract/ids.ts'
import type { StoreHabits } from '../contract/staff/store-habits.ts'
import type { Clock } from './clock.ts'
import type { Content } from './content.ts'
import type { DeviceDriver } from './driver.ts'
import type { Calendar } from './local-time.ts'
import type { Log } from './log.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { OwnRecord } from './own-scenes/own-record.ts'
import type { Statistics } from './statistics/statistics.ts'
import type { Storage } from './storage.ts'
import type { VisitTimes } from './visit.ts'

/** What a showroom is made of. */
export interface ShowroomParts {
  readonly content: Content
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly calendar: Calendar
  readonly storage: Storage
  readonly log: Log
  /** Differs from start to start. */
  readonly epoch: string
  /** Which store of `products/stores` this is; null when nobody has said so. */
  readonly storeId?: string | null
  /** Where the page for phones is; null when nobody has said so. */
  readonly takeHomeUrl?: string | null
  /** Without them visits never end by themselves, and rooms never show themselves. */
  readonly visitTimes?: VisitTimes
  /** When the store is open; always where none are given. Asked whenever it matters, since staff may change it. */
  readonly openingHours?: () => OpeningHours | null
  /** How the kiosk behaves in this store; as usual where nobody says so. Asked whenever it matters. */
  readonly habits?: () => StoreHabits
  /** Where people's touches are counted; nowhere without it. */
  readonly statistics?: Statistics
  /** Rooms whose bake came with a playlist, by the name of its folder. */
  readonly bakes?: ReadonlyMap<RoomId, string>
  /** What staff of the store have made of its scenes; null where that is not to be shown. */
  readonly own?: OwnRecord | null
}
