import type { DeviceReport } from '../showroom/device.ts'
import { endpointWith, type HerdsmanEndpoint, type KnownDevice } from './definition.ts'
import { reportOf } from './read-report.ts'
import { frameOptions } from './send-command.ts'

/** What tells a device's state, by cluster, and how it is asked for. */
const questions: Readonly<Record<string, (endpoint: HerdsmanEndpoint) => Promise<unknown>>> = {
  genOnOff: (endpoint) => endpoint.read('genOnOff', ['onOff'], frameOptions),
  genLevelCtrl: (endpoint) => endpoint.read('genLevelCtrl', ['currentLevel'], frameOptions),
  lightingColorCtrl: (endpoint) => {
    const attributes = ['colorMode', 'colorTemperature', 'currentX', 'currentY'] as const
    return endpoint.read('lightingColorCtrl', [...attributes], frameOptions)
  },
  closuresWindowCovering: (endpoint) =>
    endpoint.read('closuresWindowCovering', ['currentPositionLiftPercentage'], frameOptions),
}

/** Asks a device for all it can tell of its state. Rejects when it does not answer. */
export async function readDevice(known: KnownDevice): Promise<DeviceReport> {
  const { light, plug, blind } = known.description.abilities
  const clusters = [
    ...(light !== undefined || plug === true ? ['genOnOff'] : []),
    ...(light !== undefined ? ['genLevelCtrl', 'lightingColorCtrl'] : []),
    ...(blind === true ? ['closuresWindowCovering'] : []),
  ]
  let report: DeviceReport = {}
  for (const cluster of clusters) {
    const endpoint = endpointWith(known.device, cluster)
    const data = endpoint === null ? null : await questions[cluster]?.(endpoint)
    if (endpoint === null) continue
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
