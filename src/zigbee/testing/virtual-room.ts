import { expect, vi } from 'vitest'
import { type DeviceCommand, type DeviceId, deviceId } from '../../showroom/device.ts'
import type { CommandOutcome, CommandPlan } from '../../showroom/driver.ts'
import { profiles, type RadioProfile } from '../../virtual/air/profile.ts'
import type { SimulatedDevice } from '../../virtual/devices/device.ts'
import { SwiftClock } from '../../virtual/testing/swift-clock.ts'
import { VirtualDongle } from '../../virtual/virtual-dongle.ts'
import { DriverRig, patience } from './driver-rig.ts'
import { formedNetwork } from './formed-network.ts'

export interface VirtualRoomOptions {
  /** One model per lamp. */
  readonly models: readonly string[]
  /** How far all of them are; one hop when left out. */
  readonly hops?: number
  readonly radio?: Partial<RadioProfile>
  /** How many times as quickly as the driver's time passes in the room, for tests that ask what happens, not when. */
  readonly swiftness?: number
}

/** A driver, a dongle in this process and joined lamps around it, on a true line. */
export class VirtualRoom {
  readonly dongle: VirtualDongle
  readonly rig: DriverRig
  readonly lamps: readonly SimulatedDevice[]

  private constructor(dongle: VirtualDongle, rig: DriverRig, lamps: readonly SimulatedDevice[]) {
    this.dongle = dongle
    this.rig = rig
    this.lamps = lamps
  }

  static async open({
    models,
    hops = 1,
    radio = {},
    swiftness = 1,
  }: VirtualRoomOptions): Promise<VirtualRoom> {
    const { saved, record } = await formedNetwork()
    const dongle = new VirtualDongle({
      clock: new SwiftClock(swiftness),
      saved,
      seed: 1,
      resetMs: 5,
      formMs: 5,
      radio: { ...profiles.showroom, ...radio },
    })
    const port = await dongle.listen()
    const rig = await DriverRig.start(`tcp://127.0.0.1:${port}`, { network: record })
    await rig.ready()
    await rig.driver.openForJoining(254)
    const lamps = models.map((model) => dongle.addDevice(model))
    for (const lamp of lamps) {
      lamp.hops = hops
      await vi.waitFor(() => expect(dongle.network.join(lamp)).toBe('joined'), patience)
      await vi.waitFor(() => expect(rig.met().has(lamp.ieee)).toBe(true), patience)
    }
    await rig.driver.openForJoining(0)
    return new VirtualRoom(dongle, rig, lamps)
  }

  async close(): Promise<void> {
    await this.rig.stop()
    await this.dongle.stop()
  }

  get ids(): DeviceId[] {
    return this.lamps.map(({ ieee }) => deviceId.parse(ieee))
  }

  /** Has plans stored in the lamps and waits until they are. */
  async prepare(plans: readonly CommandPlan[]): Promise<void> {
    this.rig.driver.prepare(plans)
    await vi.waitFor(() => {
      const latest = this.rig.events.filter((event) => event.kind === 'prepared').at(-1)
      expect(latest).toMatchObject({ ready: plans.length, total: plans.length })
    }, patience)
  }

  send(commands: readonly DeviceCommand[]): Promise<CommandOutcome[]> {
    return Promise.all(this.rig.driver.send(commands))
  }

  /** Frames to groups that left the dongle since frame number `first`, its own repetitions aside. */
  groupFrames(first = 0): number {
    return this.dongle.radio.journal.frames
      .since(first)
      .filter(({ entry }) => entry.kind === 'group' && entry.from === 0 && entry.attempt === 0).length
  }

  /** Commands that lamps have carried out since `first`. */
  applied(first = 0) {
    return this.dongle.radio.journal.applied.since(first).map(({ entry }) => entry)
  }
}
