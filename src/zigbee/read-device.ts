import type { DeviceReport } from '../showroom/device.ts'
import type { Pace } from './air/air-scheduler.ts'
import { endpointWith, type HerdsmanEndpoint, type KnownDevice } from './definition.ts'
import { reportOf } from './read-report.ts'
import { frameOptions, isRefusal } from './send-command.ts'

/** What tells a device's state, by cluster, and how it is asked for. */
const questions: Readonly<
  Record<string, (endpoint: HerdsmanEndpoint, coloured: boolean) => Promise<unknown>>
> = {
  genOnOff: (endpoint) => endpoint.read('genOnOff', ['onOff'], frameOptions),
  genLevelCtrl: (endpoint) => endpoint.read('genLevelCtrl', ['currentLevel'], frameOptions),
  lightingColorCtrl: (endpoint, coloured) => {
    const white = ['colorMode', 'colorTemperature'] as const
    const attributes = coloured ? ([...white, 'currentX', 'currentY'] as const) : white
    return endpoint.read('lightingColorCtrl', [...attributes], frameOptions)
  },
  closuresWindowCovering: (endpoint) =>
    endpoint.read('closuresWindowCovering', ['currentPositionLiftPercentage'], frameOptions),
}

/** Asks a device for all it can tell of its state. Rejects when it does not answer. */
export async function readDevice(known: KnownDevice, pace: Pace): Promise<DeviceReport> {
  const { light, plug, blind } = known.description.abilities
  const clusters = [
    ...(light !== undefined || plug === true ? ['genOnOff'] : []),
    ...(light !== undefined ? ['genLevelCtrl', 'lightingColorCtrl'] : []),
    ...(blind === true ? ['closuresWindowCovering'] : []),
  ]
  let report: DeviceReport = {}
  for (const cluster of clusters) {
    const endpoint = endpointWith(known.device, cluster)
    if (endpoint === null) continue
    const data = await unlessRefused(pace(async () => questions[cluster]?.(endpoint, light?.colour === true)))
    const said = await reportOf(known, {
      type: 'readResponse',
      cluster,
      endpoint,
      data,
      groupID: 0,
      meta: {},
    })
    report = { ...report, ...said }
  }
  return report
}

/** A device that answers "I do not have that" has answered. */
async function unlessRefused(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}
