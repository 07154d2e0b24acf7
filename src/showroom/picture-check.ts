import type { Clock } from './clock.ts'
import type { DeviceId } from './device.ts'

/** How long after a transition's end a lamp may stay silent before it is asked. */
const patienceMs = 600

/** Sees to it that no picture stands longer on a mere confirmation than a lamp needs to answer. */
export class PictureCheck {
  private readonly due = new Map<DeviceId, () => void>()
  private readonly clock: Clock
  private readonly ask: (device: DeviceId) => void

  /** `ask` is called a little after a change should be over. */
  constructor(clock: Clock, ask: (device: DeviceId) => void) {
    this.clock = clock
    this.ask = ask
  }

  /** The device's change ends in `remainingMs`; an earlier appointment of the same device is called off. */
  expect(device: DeviceId, remainingMs: number): void {
    this.due.get(device)?.()
    const callOff = this.clock.after(remainingMs + patienceMs, () => {
      this.due.delete(device)
      this.ask(device)
    })
    this.due.set(device, callOff)
  }

  stop(): void {
    for (const callOff of this.due.values()) callOff()
    this.due.clear()
  }
}
