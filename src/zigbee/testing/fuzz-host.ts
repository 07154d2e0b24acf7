import { expect, vi } from 'vitest'
import { deviceId } from '../../showroom/device.ts'
import { type DriverRig, patience } from './driver-rig.ts'
import { lampAddress, type Stick } from './stick.ts'

const pieceBytes = 400
const askEveryBytes = 20_000

/**
 * Sends the driver so many bytes of nonsense from the stick, while lamps are commanded, and asks again and again
 * whether it still works. Fails when it does not, or takes longer than a person waits.
 */
export async function fuzzHost(
  stick: Stick,
  rig: DriverRig,
  bytes: number,
  lamps: readonly number[],
): Promise<void> {
  let untilQuestion = askEveryBytes
  for (let sent = 0; sent < bytes; ) {
    // Between two connections nobody hears it.
    if (stick.dongle.port.busy) {
      stick.dongle.sendNonsense(pieceBytes)
      sent += pieceBytes
      untilQuestion -= pieceBytes
    }
    void rig.send(bright(lamps[sent % lamps.length] ?? 1, (sent % 7) / 7))
    await new Promise((resolve) => setImmediate(resolve))
    if (untilQuestion > 0 && stick.dongle.port.busy) continue
    untilQuestion = askEveryBytes
    await works(rig, lamps)
  }
}

/** Every lamp obeys: lost requests are asked again, a lost connection is made anew. */
export async function works(rig: DriverRig, lamps: readonly number[]): Promise<void> {
  for (const lamp of lamps) {
    await vi.waitFor(
      async () => {
        expect(rig.latestStatus()?.status.phase).toBe('ready')
        expect(await rig.send(bright(lamp, 1))).toEqual({ kind: 'confirmed' })
      },
      { ...patience, interval: 5 },
    )
  }
}

export function bright(lamp: number, brightness: number) {
  const device = deviceId.parse(lampAddress(lamp))
  return { kind: 'light', device, on: true, brightness, transitionMs: 0 } as const
}
