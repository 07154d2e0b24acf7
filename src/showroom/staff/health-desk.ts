import type { HealthReport } from '../../contract/staff/health-report.ts'
import type { NetworkMap } from '../../contract/staff/network-map.ts'
import type { PlaylistsReport } from '../../contract/staff/playlists-report.ts'
import { deviceId } from '../device.ts'
import type { DeviceDriver } from '../driver.ts'
import type { Showroom } from '../showroom.ts'
import type { DeviceDesk } from './device-desk.ts'
import { adviceOf } from './health-advice.ts'
import type { Machine } from './machine.ts'
import type { RunRecord } from './run-record.ts'

export interface HealthDeskParts {
  readonly showroom: Showroom
  readonly driver: DeviceDriver
  readonly devices: DeviceDesk
  readonly machine: Machine
  readonly runs: RunRecord
  /** What else a saved report tells: who hears whom, and what plays. */
  readonly more: () => { readonly network: NetworkMap; readonly playlists: PlaylistsReport | null }
}

/** How the kiosk is, and what to do about it. */
export class HealthDesk {
  private readonly parts: HealthDeskParts

  constructor(parts: HealthDeskParts) {
    this.parts = parts
  }

  async report(): Promise<HealthReport> {
    const { showroom, driver, devices, machine, runs } = this.parts
    const { dongle, dongleFacts, notices } = showroom.snapshot()
    const list = devices.devices()
    const signals = list.flatMap(({ id }) => {
      const signal = driver.signal(deviceId.parse(id))
      return signal === null ? [] : [[id, signal] as const]
    })
    const facts = {
      machine: await machine.facts(),
      runs: [...runs.runs],
      ...{ dongle, dongleFacts, notices },
      devices: list,
      signals: Object.fromEntries(signals),
    }
    return { ...facts, advice: adviceOf(facts) }
  }

  /** Resolves with the file's path. */
  async save(): Promise<string> {
    const { machine, more } = this.parts
    const report = { ...(await this.report()), ...more() }
    return machine.saveReport('report.json', `${JSON.stringify(report, null, 2)}\n`)
  }
}
