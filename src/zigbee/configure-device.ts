import type { Pace } from './air/air-scheduler.ts'
import type { HerdsmanEndpoint, KnownDevice } from './definition.ts'
import { frameOptions } from './send-command.ts'

/** Attributes whose changes a lamp or plug shall tell by itself; intervals in seconds. */
const reporting = {
  genOnOff: [
    { attribute: 'onOff', minimumReportInterval: 0, maximumReportInterval: 3600, reportableChange: 0 },
  ],
  genLevelCtrl: [
    { attribute: 'currentLevel', minimumReportInterval: 1, maximumReportInterval: 3600, reportableChange: 1 },
  ],
  lightingColorCtrl: [
    {
      attribute: 'colorTemperature',
      minimumReportInterval: 1,
      maximumReportInterval: 3600,
      reportableChange: 1,
    },
    { attribute: 'currentX', minimumReportInterval: 1, maximumReportInterval: 3600, reportableChange: 32 },
    { attribute: 'currentY', minimumReportInterval: 1, maximumReportInterval: 3600, reportableChange: 32 },
  ],
} as const

const plugClusters = ['genOnOff'] as const
const lightClusters = ['genOnOff', 'genLevelCtrl', 'lightingColorCtrl'] as const

/**
 * Has a newly joined device report to the coordinator. Returns what the device refused, in words: one that
 * reports less is still useful, since it is asked after every change.
 */
export async function configureDevice(
  known: KnownDevice,
  coordinator: HerdsmanEndpoint,
  pace: Pace,
): Promise<string[]> {
  const { abilities } = known.description
  if (abilities.light === undefined && abilities.plug === undefined) {
    return [
      ...(await attempt('configuration', () => pace(() => configureByModel(known, coordinator)))),
      ...(await attempt('bindings', () => severFromLamps(known, coordinator, pace))),
    ]
  }
  const refusals: string[] = []
  for (const endpoint of known.device.endpoints) {
    for (const cluster of abilities.light === undefined ? plugClusters : lightClusters) {
      if (!endpoint.supportsInputCluster(cluster)) continue
      refusals.push(
        ...(await attempt(cluster, async () => {
          await pace(() => endpoint.bind(cluster, coordinator))
          await pace(() => endpoint.configureReporting(cluster, [...wanted(cluster, known)], frameOptions))
        })),
      )
    }
  }
  return refusals
}

function wanted(cluster: keyof typeof reporting, known: KnownDevice) {
  if (cluster !== 'lightingColorCtrl') return reporting[cluster]
  const light = known.description.abilities.light
  return reporting.lightingColorCtrl.filter(({ attribute }) =>
    attribute === 'colorTemperature' ? light?.kelvin != null : light?.colour === true,
  )
}

async function configureByModel(known: KnownDevice, coordinator: HerdsmanEndpoint): Promise<void> {
  await known.definition.configure?.(known.device, coordinator, known.definition)
}

/** Older remotes can be bound to a group only; the converters use this one, in which there are no lamps. */
const remotesGroup = 901

/**
 * A remote or sensor that is bound straight to a lamp, or to a group of lamps, would switch it past the kiosk and its
 * flash guard: it speaks to the coordinator only.
 */
async function severFromLamps(known: KnownDevice, coordinator: HerdsmanEndpoint, pace: Pace): Promise<void> {
  const table = await pace(() => known.device.bindingTable())
  for (const endpoint of known.device.endpoints) {
    for (const { cluster, target } of endpoint.binds) {
      if (!('deviceIeeeAddress' in target)) continue
      if (target.deviceIeeeAddress === coordinator.deviceIeeeAddress) continue
      await pace(() => endpoint.unbind(cluster.ID, target))
    }
    for (const { sourceEndpoint, clusterId, dest } of table) {
      if (sourceEndpoint !== endpoint.ID || typeof dest !== 'number' || dest === remotesGroup) continue
      await pace(() => endpoint.unbind(clusterId, dest, true))
    }
  }
}

async function attempt(what: string, task: () => Promise<void>): Promise<string[]> {
  try {
    await task()
    return []
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`]
  }
}
