import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { FileStorage } from '../../platform/file-storage.ts'
import { systemClock } from '../../platform/system-clock.ts'
import type { DeviceCommand, DeviceDescription, DeviceReport } from '../../showroom/device.ts'
import type { CommandOutcome, DriverEvent } from '../../showroom/driver.ts'
import { dongleAt } from '../find-dongle.ts'
import { type NetworkRecord, saveNetwork } from '../network-record.ts'
import type { Overwrite } from '../stick-network.ts'
import { ZigbeeDriver } from '../zigbee-driver.ts'
import type { DongleProgram } from './dongle-program.ts'
import { formedNetwork } from './formed-network.ts'
import { Stick } from './stick.ts'

/** Joining and meeting are over in a second or two; a slow machine may take longer. */
export const patience = { timeout: 120_000, interval: 50 }

export interface RigOptions {
  /** The data folder of an earlier driver: this one begins with a copy. */
  readonly memory?: string
  /** What an earlier driver would know of its network; one is formed on a blank stick when left out. */
  readonly network?: NetworkRecord
  readonly overwrite?: Overwrite
}

/** A Zigbee driver with a data folder of its own, and everything it told. */
export class DriverRig {
  readonly driver: ZigbeeDriver
  readonly folder: string
  readonly events: DriverEvent[] = []
  readonly logged: string[] = []

  private constructor(folder: string, path: string, overwrite: Overwrite) {
    this.folder = folder
    this.driver = new ZigbeeDriver({
      clock: systemClock,
      storage: new FileStorage(folder),
      log: (level, sentence) => this.logged.push(`${level}: ${sentence}`),
      dataFolder: folder,
      locate: async () => ({ port: await dongleAt(path, null), notice: null }),
      overwrite,
    })
    this.driver.listen((event) => this.events.push(event))
  }

  static async start(
    path: string,
    { memory, network, overwrite = null }: RigOptions = {},
  ): Promise<DriverRig> {
    const rig = new DriverRig(await mkdtemp(join(tmpdir(), 'driver-')), path, overwrite)
    if (memory !== undefined) await cp(memory, rig.folder, { recursive: true })
    if (network !== undefined) await saveNetwork(new FileStorage(rig.folder), 'zigbee', network)
    await rig.driver.start()
    return rig
  }

  async stop(): Promise<void> {
    await this.driver.stop()
    await rm(this.folder, { recursive: true, maxRetries: 10, retryDelay: 100 })
  }

  async send(command: DeviceCommand): Promise<CommandOutcome | undefined> {
    return this.driver.send([command])[0]
  }

  /** How often staff were told this. */
  timesTold(code: string): number {
    return this.events.filter((event) => event.kind === 'status' && event.notice?.code === code).length
  }

  /** A long test lets go of what it was told, but for the last status. */
  forgetAllButStatus(): void {
    const last = this.latestStatus()
    this.events.length = 0
    this.logged.length = 0
    if (last !== undefined) this.events.push(last)
  }

  facts() {
    return this.events.filter((event) => event.kind === 'facts').at(-1)?.facts ?? null
  }

  latestStatus() {
    return this.events.filter((event) => event.kind === 'status').at(-1)
  }

  async ready(): Promise<void> {
    await vi.waitFor(() => expect(this.latestStatus()?.status.phase).toBe('ready'), patience)
  }

  async join(dongle: DongleProgram, ...devices: string[]): Promise<void> {
    await this.ready()
    await this.driver.openForJoining(120)
    await dongle.joinAll(devices)
    await vi.waitFor(() => expect([...this.met().keys()].sort()).toEqual([...devices].sort()), patience)
  }

  met(): Map<string, DeviceDescription> {
    return new Map(
      this.events.flatMap((event) => (event.kind === 'device' ? [[event.device.id, event.device]] : [])),
    )
  }

  reports(device: string): DeviceReport[] {
    return this.events.flatMap((event) =>
      event.kind === 'report' && event.device === device ? [event.report] : [],
    )
  }
}

/** A stick in this process and a driver on it, with lamps that have joined. */
export async function startWithLamps(
  lamps: readonly number[],
  options: Parameters<typeof Stick.plugIn>[0] = {},
): Promise<{ stick: Stick; rig: DriverRig }> {
  const { saved, record } = await formedNetwork()
  const stick = await Stick.plugIn({ saved, ...options })
  for (const lamp of lamps) stick.addLamp(lamp)
  const rig = await DriverRig.start(stick.path, { network: record })
  await rig.ready()
  await rig.driver.openForJoining(60)
  for (const lamp of lamps) stick.joinLamp(lamp)
  await vi.waitFor(() => expect(rig.met().size).toBe(lamps.length), patience)
  return { stick, rig }
}
