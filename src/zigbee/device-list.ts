import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Controller } from 'zigbee-herdsman'
import { z } from 'zod'
import { whenSet } from './when-set.ts'

/** What is only so for a moment: what a sensor noticed, what somebody set. */
const momentaryClusters = [
  'genOnOff',
  'genLevelCtrl',
  'closuresWindowCovering',
  'msOccupancySensing',
  'msIlluminanceMeasurement',
  'ssIasZone',
]
/** Of a lamp's colour cluster; the others there tell what it can do. */
const momentaryColour = [
  'currentX',
  'currentY',
  'currentHue',
  'currentSaturation',
  'enhancedCurrentHue',
  'colorTemperature',
  'colorMode',
  'enhancedColorMode',
  'remainingTime',
]
const cluster = z.looseObject({ attributes: z.record(z.string(), z.unknown()).default({}) })
const endpoint = z.looseObject({ clusters: z.record(z.string(), cluster).default({}) })
/** A device, or a group, which has no endpoints. */
const databaseEntry = z.looseObject({
  lastSeen: z.unknown().optional(),
  endpoints: z.record(z.string(), endpoint).optional(),
})

/**
 * herdsman's list of devices, written our way from the start on; to be called before the network is started.
 *
 * herdsman writes down when it heard each device last, and what it said then: of a motion sensor or a remote that is
 * when somebody was there, which is nobody's business after the visit. What a device can do is kept. All of it goes
 * at each write: what was read from the file at the start is what devices go on with, so it knows their moments too.
 *
 * And on a full disk herdsman leaves what it has begun open and lying about, anew at each try, until the kiosk may open
 * nothing any more.
 */
export function keepDeviceList(controller: Controller): void {
  whenSet(controller, 'database', (database) => {
    const entries: unknown = Reflect.get(database, 'entries')
    const path: unknown = Reflect.get(database, 'path')
    if (
      !(entries instanceof Map) ||
      typeof path !== 'string' ||
      typeof Reflect.get(database, 'write') !== 'function'
    )
      throw new Error('this zigbee-herdsman keeps its database in another way')
    Reflect.set(database, 'write', () => {
      for (const [id, entry] of entries) entries.set(id, withoutMoments(entry))
      writeWhole(path, [...entries.values()].map((entry) => JSON.stringify(entry)).join('\n'))
    })
  })
}

/** The old file or the new one, at any moment; synchronous, as herdsman wants it. */
function writeWhole(path: string, text: string): void {
  const aside = `${path}.tmp`
  try {
    const file = openSync(aside, 'w', 0o600)
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(aside, path)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
}

/** A copy of an entry of herdsman's database: its own must keep what it knows. */
function withoutMoments(entry: unknown): object {
  const { lastSeen: _when, ...rest } = databaseEntry.parse(entry)
  for (const { clusters } of Object.values(rest.endpoints ?? {})) {
    for (const [name, { attributes }] of Object.entries(clusters)) {
      const gone = momentaryClusters.includes(name) ? Object.keys(attributes) : momentaryColour
      for (const attribute of gone) delete attributes[attribute]
    }
  }
  return rest
}
