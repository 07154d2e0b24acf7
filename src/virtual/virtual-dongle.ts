import type { Clock } from '../showroom/clock.ts'
import { profiles, type RadioProfile } from './air/profile.ts'
import { formatIeee, type Ieee } from './bytes.ts'
import { type CatalogueEntry, Models } from './catalogue.ts'
import type { SimulatedDevice } from './devices/device.ts'
import { LineNoise } from './line-noise.ts'
import { Network } from './network.ts'
import { Radio } from './radio.ts'
import { restoreDevices, type SavedDongle, saveDevices } from './saved-state.ts'
import { SeededRandom } from './seeded-random.ts'
import { SerialFuzz } from './serial-fuzz.ts'
import { SerialPort } from './serial-port.ts'
import { SimulationClock } from './simulation-clock.ts'
import { WallClock } from './wall-clock.ts'
import { Coordinator } from './znp/coordinator.ts'
import { Processor } from './znp/processor.ts'
import { encodeUnpi, frameType, UnpiParser } from './znp/unpi.ts'

export interface VirtualDongleOptions {
  /** Time of stick and devices; the machine's own when left out. */
  readonly clock?: Clock
  /** What the air is like: `profiles.showroom` when left out. */
  readonly radio?: RadioProfile
  /** Makes a run repeatable; a fresh one when left out. */
  readonly seed?: number
  /** Time a reset takes. */
  readonly resetMs?: number
  /** Time forming a network takes. */
  readonly formMs?: number
  /** Models that are not in the catalogue, or shall be other than there. */
  readonly models?: readonly CatalogueEntry[]
  /** Address burnt into the stick; random when left out. */
  readonly hardwareAddress?: Ieee
  /** What an earlier dongle remembered, from `save()`. */
  readonly saved?: SavedDongle
  /** Hears every byte the stick sends, besides the client on the port. */
  readonly onBytes?: (bytes: Buffer) => void
  /** Called whenever `save()` may give something else than before. */
  readonly onTouched?: () => void
  /** Hears when the stick is pulled out and put in again. */
  readonly onPlugged?: (plugged: boolean) => void
}

/** A model nobody knows, or an address that is taken. */
export class DeviceListError extends Error {
  readonly code = 'DEVICE_LIST'
}

/** Texas Instruments' block of addresses, as their sticks have. */
const tiPrefix = '00124b00'
const rememberedFrames = 64
/** Silicon Labs' block, as most lamps have. */
const lampPrefix = '000d6f00'

/**
 * A Zigbee coordinator on a serial line with simulated devices around it. `listen()` opens the line; everything
 * else works without it.
 */
export class VirtualDongle {
  readonly clock: SimulationClock
  readonly random: SeededRandom
  readonly models: Models
  readonly radio: Radio
  readonly coordinator: Coordinator
  readonly network: Network
  readonly processor: Processor
  readonly parser = new UnpiParser()
  readonly port: SerialPort
  readonly line: LineNoise
  framesSent = 0
  plugged = true
  private readonly onBytes: (bytes: Buffer) => void
  private readonly addresses: SeededRandom
  private readonly onPlugged: (plugged: boolean) => void
  /** The last frames to the host: what nonsense is made of. */
  private readonly lastFrames: Buffer[] = []

  constructor(options: VirtualDongleOptions = {}) {
    const touched = options.onTouched ?? (() => {})
    this.clock = new SimulationClock(options.clock ?? new WallClock())
    this.random = new SeededRandom(options.seed)
    this.models = new Models(options.models)
    this.onBytes = options.onBytes ?? (() => {})
    this.radio = new Radio(this.clock, options.radio ?? profiles.showroom, this.random.stream('radio'))
    this.addresses = this.random.stream('addresses')
    this.line = new LineNoise(this.random.stream('line'))
    this.onPlugged = options.onPlugged ?? (() => {})
    const hardwareAddress =
      options.saved?.hardwareAddress ?? options.hardwareAddress ?? this.freshAddress(tiPrefix)
    const settings = {
      hardwareAddress,
      resetMs: options.resetMs ?? 50,
      formMs: options.formMs ?? 100,
      random: this.random.stream('coordinator'),
    }
    this.coordinator = new Coordinator(
      this.clock,
      this.radio,
      settings,
      (subsystem, command, data) => this.write({ type: frameType.async, subsystem, command, data }),
      touched,
    )
    this.processor = new Processor(this.coordinator, (frame) => this.write(frame))
    this.network = new Network(
      this.clock,
      this.radio,
      this.coordinator,
      this.random.stream('network'),
      touched,
    )
    this.port = new SerialPort({
      connected: () => this.parser.reset(),
      received: (bytes) => this.received(bytes),
    })
    if (options.saved !== undefined) {
      this.coordinator.nv.load(options.saved.nv)
      restoreDevices(this.network, options.saved.devices, {
        models: this.models,
        channel: this.coordinator.nib.channel,
      })
    }
    this.coordinator.boot()
  }

  /** Opens the serial line on TCP and returns its port; 0 picks a free one. */
  listen(port = 0, host = '127.0.0.1'): Promise<number> {
    return this.port.listen(port, host)
  }

  async stop(): Promise<void> {
    await this.port.close()
  }

  /** Pulls the stick out: its port is gone, and so is what it had in hand. Lamps keep their network. */
  async unplug(): Promise<void> {
    if (!this.plugged) return
    this.plugged = false
    this.coordinator.powerDown()
    this.onPlugged(false)
    await this.port.unplug()
  }

  /** Puts the stick back, where it was. */
  async plugIn(): Promise<void> {
    if (this.plugged) return
    this.plugged = true
    this.parser.reset()
    this.coordinator.reset()
    await this.port.plugIn()
    this.onPlugged(true)
  }

  freshStickAddress(): Ieee {
    return this.freshAddress(tiPrefix)
  }

  /** Puts a device into the room; it is not joined. Throws `DeviceListError`. */
  addDevice(model: string, ieee: Ieee = this.freshAddress(lampPrefix)): SimulatedDevice {
    const entry = this.models.find(model)
    if (entry === null) {
      throw new DeviceListError(
        `There is no model "${model}". Known models: ${this.models.names().join(', ')}.`,
      )
    }
    if (this.network.devices.has(ieee)) throw new DeviceListError(`There is a device ${ieee} already.`)
    return this.network.add(entry, ieee)
  }

  device(ieee: string): SimulatedDevice | null {
    return this.network.devices.get(ieee.toLowerCase() as Ieee) ?? null
  }

  /** Everything that survives a power cut: the stick's memory, who has joined, how the devices stand. */
  save(): SavedDongle {
    return {
      version: 1,
      hardwareAddress: this.coordinator.hardwareAddress,
      nv: this.coordinator.nv.dump(),
      devices: saveDevices(this.network),
    }
  }

  /** Bytes as they come from the serial line. */
  received(bytes: Buffer): void {
    if (!this.plugged) return
    this.clock.catchUp()
    const heard = this.line.bytesToDongle(bytes)
    for (const frame of this.parser.feed(heard, this.clock.now())) this.processor.process(frame)
  }

  private write(frame: Parameters<typeof encodeUnpi>[0]): void {
    if (!this.plugged) return
    this.framesSent++
    const bytes = encodeUnpi(frame)
    this.lastFrames.push(bytes)
    if (this.lastFrames.length > rememberedFrames) this.lastFrames.shift()
    this.send(this.line.frameToHost(bytes))
  }

  /** Nonsense for the host, made of what it has heard before. */
  sendNonsense(length: number): void {
    const fuzz = new SerialFuzz(this.random.stream(`fuzz ${this.framesSent}`), this.lastFrames)
    for (let sent = 0; sent < length; ) {
      const bytes = fuzz.next().subarray(0, length - sent)
      sent += bytes.length
      this.send(bytes)
    }
  }

  private send(bytes: Buffer): void {
    this.port.send(bytes)
    this.onBytes(bytes)
  }

  private freshAddress(prefix: string): Ieee {
    return formatIeee(Buffer.concat([this.addresses.bytes(4), Buffer.from(prefix, 'hex').reverse()]))
  }
}
