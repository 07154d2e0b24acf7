import type { Clock } from '../../showroom/clock.ts'
import type { DeviceCommand, DeviceId, DeviceReport } from '../../showroom/device.ts'
import type { CommandOutcome, Urgency } from '../../showroom/driver.ts'
import type { Log } from '../../showroom/log.ts'
import type { KnownDevice } from '../definition.ts'
import { readDevice } from '../read-device.ts'
import { isRefusal, sendCommand } from '../send-command.ts'
import { AirClosedError, type AirScheduler } from './air-scheduler.ts'
import { CommandLanes } from './command-lanes.ts'

export interface TransmitterParts {
  readonly clock: Clock
  readonly log: Log
  readonly scheduler: AirScheduler
  /** Null when the device is not in the network. */
  readonly known: (device: DeviceId) => KnownDevice | null
}

/** Sends commands and questions over one connection to a dongle, and tells what became of them. */
export class Transmitter {
  private readonly parts: TransmitterParts
  private readonly lanes: CommandLanes

  constructor(parts: TransmitterParts) {
    this.parts = parts
    this.lanes = new CommandLanes(parts.clock, (command, batch) => this.deliver(command, batch))
  }

  /** One outcome per command, in the same order; none rejects. */
  send(commands: readonly DeviceCommand[]): readonly Promise<CommandOutcome>[] {
    const batch = {}
    return commands.map((command) => this.lanes.send(command, batch))
  }

  async read(device: DeviceId, urgency: Urgency): Promise<DeviceReport | null> {
    const { scheduler, log, known } = this.parts
    const asked = known(device)
    if (asked === null) return null
    try {
      const report = await readDevice(asked, scheduler.pace(device, urgency))
      scheduler.judge(device, true)
      return report
    } catch (error) {
      if (!(error instanceof AirClosedError)) scheduler.judge(device, false)
      log('debug', `${asked.description.model} did not answer: ${String(error)}`)
      return null
    }
  }

  stop(): void {
    this.lanes.stop({ kind: 'failed', reason: 'dongle-lost', detail: 'the dongle is gone' })
  }

  private async deliver(command: DeviceCommand, batch: object): Promise<CommandOutcome> {
    const { scheduler, log, known } = this.parts
    const { device } = command
    const target = known(device)
    if (target === null) {
      return { kind: 'failed', reason: 'unreachable', detail: `${device} is not in the network` }
    }
    try {
      await sendCommand(target, command, scheduler.pace(device, 'shopper', batch))
      scheduler.judge(device, true)
      return { kind: 'confirmed' }
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      log('debug', `${target.description.model}: ${detail}`)
      if (scheduler.isClosed) return { kind: 'failed', reason: 'dongle-lost', detail }
      const refused = isRefusal(error)
      scheduler.judge(device, refused)
      return { kind: 'failed', reason: refused ? 'refused' : 'unreachable', detail }
    }
  }
}
