import type { DeviceId } from '../showroom/device.ts'
import type { ChannelChange, ChannelPhase } from '../showroom/driver.ts'

export interface ChannelChangeParts {
  readonly present: number
  /** Lamps and plugs on mains: what sleeps on a battery looks for the network by itself. */
  readonly devices: readonly DeviceId[]
  /** Moves stick and network; rejects when the stick stays. */
  readonly move: (channel: number) => Promise<void>
  readonly answers: (device: DeviceId) => Promise<boolean>
  readonly phase: (phase: ChannelPhase) => void
}

/** A lamp that did not hear the broadcast looks round when it has been alone for a while: it is asked some times. */
const questions = 4

/** Changes the channel, sees who follows, and goes back when most do not. Never rejects. */
export async function changeChannel(parts: ChannelChangeParts, channel: number): Promise<ChannelChange> {
  const alive = await answering(parts, parts.devices)
  parts.phase('moving')
  try {
    await parts.move(channel)
  } catch (error) {
    return { kind: 'failed', detail: String(error) }
  }
  parts.phase('looking')
  const silent = await stillSilent(parts, alive)
  if (silent.length * 2 <= alive.length) return { kind: 'changed', silent }
  parts.phase('returning')
  try {
    await parts.move(parts.present)
  } catch {
    // It did not go back: then it is where it is, and staff are told who is missing.
    return { kind: 'changed', silent }
  }
  return { kind: 'reverted', silent: await stillSilent(parts, alive) }
}

async function stillSilent(parts: ChannelChangeParts, expected: readonly DeviceId[]): Promise<DeviceId[]> {
  let silent = [...expected]
  for (let question = 0; question < questions && silent.length > 0; question++) {
    const back = new Set(await answering(parts, silent))
    silent = silent.filter((device) => !back.has(device))
  }
  return silent
}

async function answering(parts: ChannelChangeParts, devices: readonly DeviceId[]): Promise<DeviceId[]> {
  const answers = await Promise.all(devices.map((device) => parts.answers(device)))
  return devices.filter((_, index) => answers[index] === true)
}
