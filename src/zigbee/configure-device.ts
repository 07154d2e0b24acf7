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
    return attempt('configuration', () => pace(() => configureByModel(known, coordinator)))
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

async function attempt(what: string, task: () => Promise<void>): Promise<string[]> {
  try {
    await task()
    return []
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`]
  }
}
