import type { DeviceCommand, DeviceId, DeviceReport } from '../../showroom/device.ts'
import type { CommandOutcome, Urgency } from '../../showroom/driver.ts'
import type { KnownDevice } from '../definition.ts'
import { readDevice } from '../read-device.ts'
import { isRefusal, sendCommand } from '../send-command.ts'
import { AirClosedError, type AirScheduler } from './air-scheduler.ts'
import { isBusy } from './congestion.ts'
import { OutdatedError } from './group-sender.ts'

export interface UnicastSenderParts {
  readonly scheduler: AirScheduler
  readonly known: (device: DeviceId) => KnownDevice | null
  /** Gives a report back as it shall be told; `turn` is when it was asked for. */
  readonly heard: (device: DeviceId, report: DeviceReport, turn: number) => DeviceReport
  /** Another number whenever the device is told something. */
  readonly turnOf: (device: DeviceId) => number
  /** A device has taken a command. */
  readonly took: (command: DeviceCommand) => void
  /** A frame of a command leaves, or was answered. */
  readonly onFrame: (devices: readonly DeviceId[], cast: 'alone', phase: 'left' | 'taken') => void
}

/** Sends commands and questions to one device each, and tells what became of them. */
export class UnicastSender {
  private readonly parts: UnicastSenderParts

  constructor(parts: UnicastSenderParts) {
    this.parts = parts
  }

  /** Stops half-way when the command is not current any more. */
  async deliver(command: DeviceCommand, batch: object, isCurrent: () => boolean): Promise<CommandOutcome> {
    const { scheduler, known, took, onFrame } = this.parts
    const { device } = command
    const target = known(device)
    if (target === null) {
      return { kind: 'failed', reason: 'unreachable', detail: `${device} is not in the network` }
    }
    const pace = scheduler.pace(device, 'shopper', batch)
    try {
      await sendCommand(target, command, (frame) =>
        pace(async () => {
          if (!isCurrent()) throw new OutdatedError('its group was told something newer')
          onFrame([device], 'alone', 'left')
          return frame()
        }),
      )
      onFrame([device], 'alone', 'taken')
      scheduler.judge(device, true)
      took(command)
      return { kind: 'confirmed' }
    } catch (error) {
      if (error instanceof OutdatedError) return { kind: 'sent' }
      const detail = error instanceof Error ? error.message : String(error)
      if (scheduler.isClosed) return { kind: 'failed', reason: 'dongle-lost', detail }
      if (isBusy(error)) return { kind: 'failed', reason: 'congested', detail }
      const refused = isRefusal(error)
      scheduler.judge(device, refused)
      return { kind: 'failed', reason: refused ? 'refused' : 'unreachable', detail }
    }
  }

  /** Null when the device does not answer. */
  async read(device: DeviceId, urgency: Urgency): Promise<DeviceReport | null> {
    const { scheduler, known, heard, turnOf } = this.parts
    const asked = known(device)
    if (asked === null) return null
    const turn = turnOf(device)
    try {
      const rank = urgency === 'shopper' ? 'picture' : 'background'
      return heard(device, await readDevice(asked, scheduler.pace(device, rank)), turn)
    } catch (error) {
      if (!(error instanceof AirClosedError || isBusy(error))) scheduler.judge(device, false)
      return null
    }
  }
}
