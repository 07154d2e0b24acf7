import { readFileSync } from 'node:fs'
import { profiles } from './air/profile.ts'
import { type DongleArguments, parseDongleArguments, UsageError, usage } from './arguments.ts'
import { ControlServer } from './control/control-server.ts'
import { DevicesFileError, readDevicesFile } from './devices-file.ts'
import { Pty, PtyError } from './pty.ts'
import { PortError } from './serial-port.ts'
import { StateFile, StateFileError } from './state-file.ts'
import { DeviceListError, VirtualDongle } from './virtual-dongle.ts'

const idleCheckMs = 100

/**
 * Runs the virtual dongle as a program until it is told to stop (SIGTERM, SIGINT) or has nobody to talk to. When
 * it is ready it prints one line of JSON. Resolves with the exit code.
 */
export async function runVirtualDongle(args: string[]): Promise<number> {
  try {
    const wanted = parseDongleArguments(args)
    if (wanted === null) {
      console.log(usage)
      return 0
    }
    return await run(wanted)
  } catch (error) {
    if (!isOurs(error)) throw error
    console.error(error.message)
    if (error instanceof UsageError) console.error(usage)
    return error instanceof UsageError ? 2 : 1
  }
}

function isOurs(error: unknown): error is Error {
  const kinds = [UsageError, PortError, PtyError, StateFileError, DevicesFileError, DeviceListError]
  return kinds.some((kind) => error instanceof kind)
}

async function run(wanted: DongleArguments): Promise<number> {
  const listed =
    wanted.devices === null
      ? { devices: [], models: [] }
      : readDevicesFile(readText(wanted.devices), wanted.devices)
  const saved = wanted.state === null ? null : StateFile.read(wanted.state)
  let stateFile: StateFile | null = null
  let pty: Pty | null = null
  const dongle = new VirtualDongle({
    radio: profiles[wanted.radio],
    models: listed.models,
    ...(saved && { saved }),
    ...(wanted.seed !== null && { seed: wanted.seed }),
    onTouched: () => stateFile?.touched(),
    onPlugged: (plugged) => (plugged ? pty?.start() : pty?.stop()),
  })
  if (wanted.state !== null) stateFile = new StateFile(wanted.state, () => dongle.save())
  for (const { ieee, model, hops } of listed.devices) {
    if (dongle.device(ieee) === null) dongle.addDevice(model, ieee).hops = hops
  }
  const control = wanted.control === null ? null : new ControlServer(dongle)
  const listen = await dongle.listen(wanted.listen, wanted.host)
  pty = wanted.pty === null ? null : new Pty(wanted.pty, `${wanted.host}:${listen}`)
  try {
    const controlPort = control === null ? null : await control.listen(wanted.control ?? 0)
    pty?.start()
    stateFile?.flush()
    if (wanted.pair) pairForever(dongle)
    const { seed } = dongle.random
    const ready = { ready: true, listen, control: controlPort, pty: wanted.pty, pid: process.pid, seed }
    // Whoever reads that it is ready may stop it at once.
    const ended = ending(dongle, wanted.exitWhenIdleMs)
    console.log(JSON.stringify(ready))
    await ended
  } finally {
    pty?.stop()
    await control?.stop()
    await dongle.stop()
    stateFile?.flush()
  }
  return 0
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new DevicesFileError(`The list of devices ${path} cannot be read.`, { cause: error })
  }
}

/** Devices fresh from their boxes look for a network for as long as they have power. */
function pairForever(dongle: VirtualDongle): void {
  for (const device of dongle.network.devices.values()) {
    if (device.membership === null) dongle.network.seek(device, Number.POSITIVE_INFINITY)
  }
}

/** Resolves at a signal, or when no client has been there for long enough. */
function ending({ port }: VirtualDongle, exitWhenIdleMs: number | null): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(idle)
      process.off('SIGTERM', end)
      process.off('SIGINT', end)
      resolve()
    }
    const startedMs = performance.now()
    const idle = setInterval(() => {
      const idleMs = performance.now() - Math.max(startedMs, port.lastClientGoneMs)
      if (exitWhenIdleMs !== null && !port.busy && idleMs >= exitWhenIdleMs) end()
    }, idleCheckMs)
    process.on('SIGTERM', end)
    process.on('SIGINT', end)
  })
}
