import type { DeviceCommand, DeviceReport } from './device.ts'

/** What a device that obeys says afterwards. */
export function effectOf(command: DeviceCommand): DeviceReport {
  switch (command.kind) {
    case 'plug':
      return { on: command.on }
    case 'blind':
      return { openness: command.openness }
    case 'light': {
      const { on, brightness, colour } = command
      return {
        ...(on === undefined ? {} : { on }),
        ...(brightness === undefined ? {} : { brightness }),
        ...(colour === undefined ? {} : { colour }),
      }
    }
  }
}
