import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileStorage } from '../../src/platform/file-storage.ts'
import { systemClock } from '../../src/platform/system-clock.ts'
import { type DeviceCommand, type DeviceId, deviceId } from '../../src/showroom/device.ts'
import type { CommandPlan, DriverEvent } from '../../src/showroom/driver.ts'
import { silentLog } from '../../src/showroom/log.ts'
import { profiles, type RadioProfile } from '../../src/virtual/air/profile.ts'
import type { SimulatedDevice } from '../../src/virtual/devices/device.ts'
import type { SavedDongle } from '../../src/virtual/saved-state.ts'
import { VirtualDongle } from '../../src/virtual/virtual-dongle.ts'
import { ZigbeeDriver } from '../../src/zigbee/zigbee-driver.ts'

/** Waits until `check` gives something; fails after `limitMs`. */
export async function until<T>(
  check: () => T | null | undefined | false,
  what: string,
  limitMs = 300_000,
): Promise<T> {
  const end = performance.now() + limitMs
  for (;;) {
    const found = check()
    if (found) return found
    if (performance.now() > end) throw new Error(`${what} did not happen`)
    await pause(2)
  }
}

export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}

/** What outlives a start of driver and dongle. */
export interface Network {
  readonly folder: string
  readonly saved: SavedDongle
}

/** A driver on a true line to a virtual dongle in this process, with lamps that have joined. */
export class BenchRoom {
  readonly dongle: VirtualDongle
  readonly driver: ZigbeeDriver
  readonly folder: string
  readonly events: DriverEvent[] = []

  private constructor(dongle: VirtualDongle, folder: string, port: number) {
    this.dongle = dongle
    this.folder = folder
    this.driver = new ZigbeeDriver({
      clock: systemClock,
      storage: new FileStorage(folder),
      log: silentLog,
      dataFolder: folder,
      locate: async () => ({
        port: { path: `tcp://127.0.0.1:${port}`, adapter: 'zstack', simulated: false },
        notice: null,
      }),
    })
    this.driver.listen((event) => this.events.push(event))
  }

  /** A new network, or one that was there before. */
  static async open(radio: Partial<RadioProfile>, before: Network | null): Promise<BenchRoom> {
    const dongle = new VirtualDongle({
      ...{ seed: 1, resetMs: 5, formMs: 5, radio: { ...profiles.showroom, ...radio } },
      ...(before === null ? {} : { saved: before.saved }),
    })
    const port = await dongle.listen()
    const folder = before?.folder ?? (await mkdtemp(join(tmpdir(), 'bench-zigbee-')))
    const room = new BenchRoom(dongle, folder, port)
    await room.driver.start()
    await room.ready()
    return room
  }

  async ready(): Promise<void> {
    await until(() => this.phase() === 'ready', 'the network')
  }

  phase(): string | undefined {
    return this.events.filter((event) => event.kind === 'status').at(-1)?.status.phase
  }

  async close(): Promise<Network> {
    await this.driver.stop()
    const saved = this.dongle.save()
    await this.dongle.stop()
    return { folder: this.folder, saved }
  }

  /** Lamps join and are interviewed, one after the other. */
  async join(count: number, model: string): Promise<void> {
    for (let number = 0; number < count; number++) {
      if (number % 100 === 0) await this.driver.openForJoining(254)
      const lamp = this.dongle.addDevice(model)
      await until(() => this.dongle.network.join(lamp) === 'joined', 'a join')
      await until(() => this.met.has(lamp.ieee), 'an interview')
    }
    await this.driver.openForJoining(0)
  }

  get met(): Set<string> {
    return new Set(this.events.flatMap((event) => (event.kind === 'device' ? [event.device.id] : [])))
  }

  get lamps(): SimulatedDevice[] {
    return [...this.dongle.network.devices.values()]
  }

  get ids(): DeviceId[] {
    return this.lamps.map(({ ieee }) => deviceId.parse(ieee))
  }

  /** Only the first `count` lamps are there; the others are neither heard nor hear. */
  only(count: number): void {
    this.lamps.forEach((lamp, index) => {
      lamp.deadRadio = index >= count
    })
  }

  /** In rings around the dongle, as many in each. */
  standInRings(rings: number): void {
    this.lamps.forEach((lamp, index) => {
      lamp.hops = 1 + (index % rings)
    })
  }

  async prepare(plans: readonly CommandPlan[]): Promise<void> {
    this.driver.prepare(plans)
    await until(() => {
      const latest = this.events.filter((event) => event.kind === 'prepared').at(-1)
      return latest !== undefined && latest.ready === plans.length && latest.total === plans.length
    }, 'storing')
  }

  get journal() {
    return this.dongle.radio.journal
  }

  now(): number {
    return this.dongle.clock.now()
  }

  async discard(): Promise<void> {
    await this.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** A lamp that is lit, white. */
export function lit(device: DeviceId, brightness: number, transitionMs = 400): DeviceCommand {
  const colour = { mode: 'kelvin', kelvin: 3000 } as const
  return { kind: 'light', device, on: true, brightness, colour, transitionMs }
}
