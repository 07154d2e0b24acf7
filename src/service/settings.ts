import { resolve } from 'node:path'
import { z } from 'zod'
import { isTimeZone } from '../contract/staff/store-settings.ts'
import type { StorePlace } from '../platform/store-calendar.ts'
import { storeId } from '../playlist/kiosk.ts'
import { type OpeningHours, readOpeningHours } from '../showroom/opening-hours.ts'
import type { VisitTimes } from '../showroom/visit.ts'
import { numberBetween, type SettingProblem, understood, type Variables } from './setting-problems.ts'

const adapters = ['zstack', 'ember', 'deconz', 'zboss', 'zigate'] as const

const environment = z.object({
  SHOWROOM_DATA: z.string().min(1).default('data'),
  SHOWROOM_SCENES: z.string().min(1).default('scenes'),
  SHOWROOM_ZIGBEE_PORT: z
    .string()
    .regex(
      /^(auto|virtual|tcp:\/\/[^\s/:]+:\d{1,5}|(\/|\\\\\.\\|COM\d).*)$/i,
      'write "auto", "virtual", a serial path such as /dev/ttyUSB0, or tcp://host:port',
    )
    .refine(
      (port) => !/^tcp:/i.test(port) || Number(port.split(':')[2]) <= 65535,
      'there is no such tcp port',
    )
    .transform((port) => (/^(auto|virtual)$/i.test(port) ? port.toLowerCase() : port))
    .default('auto'),
  SHOWROOM_ZIGBEE_ADAPTER: z.enum(adapters, `write ${adapters.join(', ')}`).optional(),
  SHOWROOM_ZIGBEE_OVERWRITE: z
    .string()
    .regex(
      /^([0-9a-f]{4}|new)$/i,
      'write the number of the network to give up, as the notice names it, or "new"',
    )
    .transform((text) => (text.toLowerCase() === 'new' ? ('new' as const) : Number.parseInt(text, 16)))
    .optional(),
  SHOWROOM_TIME_ZONE: z.string().refine(isTimeZone, 'write a time zone, such as Europe/Stockholm').optional(),
  SHOWROOM_PLACE: z
    .string()
    .regex(
      /^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/,
      'write latitude,longitude in degrees, such as 59.33,18.07',
    )
    .transform((text) => text.split(',').map(Number))
    .refine(
      ([north = 0, east = 0]) => Math.abs(north) <= 90 && Math.abs(east) <= 180,
      'that is not on the globe',
    )
    .optional(),
  SHOWROOM_STORE: storeId.optional(),
  SHOWROOM_TAKE_HOME_URL: z
    .url({ protocol: /^https?$/, error: 'write a web address, such as https://shop.example/take-home/' })
    .refine((url) => !url.includes('#'), 'leave out the "#" and what is behind it: the list comes there')
    .optional(),
  SHOWROOM_IDLE_SECONDS: numberBetween(0, 86_400).default(60),
  SHOWROOM_NOTICE_SECONDS: numberBetween(0, 3600).default(20),
  SHOWROOM_OPENING_HOURS: z
    .string()
    .transform(readOpeningHours)
    .refine((hours) => hours !== null, 'write them like "mon-fri 10:00-20:00, sat 10:00-18:00"')
    .optional(),
  SHOWROOM_ZIGBEE_JOIN: numberBetween(0, 254).int('write a whole number').default(0),
  SHOWROOM_DRIVES: z.string().min(1).optional(),
  SHOWROOM_STAFF_IDLE: numberBetween(1, 600).int('write a whole number').default(120),
  // The shell’s, and the log’s: looked at here only for slips.
  SHOWROOM_PAGE_SECONDS: numberBetween(0.001, 86_400).optional(),
  SHOWROOM_LOG: z.enum(['debug', 'info'], 'write "debug", or leave it out').optional(),
})

/** The names of the variables that are read here. */
export const settingVariables: readonly string[] = Object.keys(environment.shape)

/** How this kiosk is set up, from its environment. Paths are absolute. */
export interface Settings {
  readonly dataFolder: string
  readonly contentFolder: string
  /** `auto`, `virtual`, a serial path or `tcp://host:port`. */
  readonly zigbeePort: string
  /** The dongle's family; found out by itself when null. */
  readonly zigbeeAdapter: (typeof adapters)[number] | null
  /** The network that a stick may lose: by its PAN id; `new` for this store's own when there is no backup. */
  readonly zigbeeOverwrite: number | 'new' | null
  /** For how many seconds new devices may join after the start; 0 for not at all. */
  readonly joinSeconds: number
  /** How long nobody touches the staff's pages before they close. */
  readonly staffIdleMs: number
  /** A folder whose folders are drives to put backups on; null looks where the system mounts them. */
  readonly drives: string | null
  /** Which store of `products/stores` this is; null when nobody has said so. */
  readonly storeId: string | null
  /** Where the page for phones (dist/take-home) is served; null when nobody has said so. */
  readonly takeHomeUrl: string | null
  /** How long a visit lasts when nobody touches anything. */
  readonly visitTimes: VisitTimes
  /** When the store is open; null for always. */
  readonly openingHours: OpeningHours | null
  /** Where the store is, for its wall clock and its sun. */
  readonly place: StorePlace
}

/** Whoever starts the program by hand called it wrongly. The message says how. */
export class SettingsError extends Error {
  readonly code = 'SETTINGS'
}

/** What is wrong is added to `problems` and counts as not given. */
export function readSettings(variables: Variables, problems: SettingProblem[] = []): Settings {
  const data = understood(environment, variables, problems)
  return {
    dataFolder: resolve(data.SHOWROOM_DATA),
    contentFolder: resolve(data.SHOWROOM_SCENES),
    zigbeePort: data.SHOWROOM_ZIGBEE_PORT,
    zigbeeAdapter: data.SHOWROOM_ZIGBEE_ADAPTER ?? null,
    zigbeeOverwrite: data.SHOWROOM_ZIGBEE_OVERWRITE ?? null,
    joinSeconds: data.SHOWROOM_ZIGBEE_JOIN,
    staffIdleMs: data.SHOWROOM_STAFF_IDLE * 1000,
    drives: data.SHOWROOM_DRIVES === undefined ? null : resolve(data.SHOWROOM_DRIVES),
    takeHomeUrl: data.SHOWROOM_TAKE_HOME_URL ?? null,
    storeId: data.SHOWROOM_STORE ?? null,
    visitTimes: {
      idleMs: data.SHOWROOM_IDLE_SECONDS * 1000,
      noticeMs: data.SHOWROOM_NOTICE_SECONDS * 1000,
    },
    openingHours: data.SHOWROOM_OPENING_HOURS ?? null,
    place: {
      timeZone: data.SHOWROOM_TIME_ZONE ?? null,
      position: positionOf(data.SHOWROOM_PLACE),
    },
  }
}

function positionOf(degrees: readonly number[] | undefined): StorePlace['position'] {
  const [latitude, longitude] = degrees ?? []
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude }
}
