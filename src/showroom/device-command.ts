import type { DeviceCommand, DeviceId } from './device.ts'
import type { FixtureWish } from './wish.ts'

/** A wish, addressed to the device that shall fulfil it. */
export function commandFor(device: DeviceId, wish: FixtureWish): DeviceCommand {
  if (wish.kind === 'plug') return { kind: 'plug', device, on: wish.on }
  if (wish.kind === 'blind') return { kind: 'blind', device, openness: wish.openness }
  const { on, brightness, colour, transitionMs } = wish
  // What a lamp that goes out shall have when it is lit again is the kiosk's to remember.
  if (!on) return { kind: 'light', device, on, transitionMs }
  return {
    kind: 'light',
    device,
    on,
    ...(brightness === undefined ? {} : { brightness }),
    ...(colour === undefined ? {} : { colour }),
    transitionMs,
  }
}
