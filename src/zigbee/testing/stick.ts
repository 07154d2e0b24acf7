import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseIeee } from '../../virtual/bytes.ts'
import { Pty } from '../../virtual/pty.ts'
import type { SavedDongle } from '../../virtual/saved-state.ts'
import { VirtualDongle, type VirtualDongleOptions } from '../../virtual/virtual-dongle.ts'

/** The simulated lamps have addresses of their own, by number. */
export function lampAddress(number: number): `0x${string}` {
  return `0x00158d00000002${number.toString(16).padStart(2, '0')}`
}

/** A virtual dongle in this process that can be pulled out of its port and put in again. */
export class Stick {
  readonly dongle: VirtualDongle
  readonly path: string
  private readonly folder: string
  private readonly port: number
  private readonly serial: boolean
  private pty: Pty | null = null

  private constructor(dongle: VirtualDongle, folder: string, port: number, serial: boolean) {
    this.dongle = dongle
    this.folder = folder
    this.port = port
    this.serial = serial
    this.path = serial ? join(folder, 'tty') : `tcp://127.0.0.1:${port}`
  }

  /** Plugged in; on tcp or, with `serial`, as a serial device file. */
  static async plugIn(options: VirtualDongleOptions & { readonly serial?: boolean } = {}): Promise<Stick> {
    const { serial = false, ...rest } = options
    const dongle = new VirtualDongle({ resetMs: 5, formMs: 5, ...rest })
    const port = await dongle.listen()
    const stick = new Stick(dongle, await mkdtemp(join(tmpdir(), 'stick-')), port, serial)
    stick.attachPty()
    return stick
  }

  addLamp(number: number, model = 'TRADFRI bulb E27 WS opal 1000lm'): void {
    const address = parseIeee(lampAddress(number))
    if (address === null) throw new Error(`no lamp ${number}`)
    this.dongle.addDevice(model, address)
  }

  joinLamp(number: number): void {
    const lamp = this.dongle.device(lampAddress(number))
    if (lamp === null) throw new Error(`there is no lamp ${number}`)
    const outcome = this.dongle.network.join(lamp)
    if (outcome !== 'joined') throw new Error(`lamp ${number} did not join: ${outcome}`)
  }

  lamp(number: number) {
    const lamp = this.dongle.device(lampAddress(number))?.parts.lamp
    if (!lamp) throw new Error(`there is no lamp ${number}`)
    return lamp
  }

  /** Its radio dies. */
  silence(number: number): void {
    const lamp = this.dongle.device(lampAddress(number))
    if (lamp !== null) lamp.deadRadio = true
  }

  /** Energy on a channel: a scan shows it, and much of it drowns frames. */
  noise(channel: number, energy: number): void {
    this.dongle.radio.topology.noise[channel - 11] = energy
  }

  async unplug(): Promise<void> {
    this.pty?.stop()
    this.pty = null
    await this.dongle.unplug()
  }

  async replug(): Promise<void> {
    await this.dongle.plugIn()
    this.attachPty()
  }

  /** Another stick is put in: with this memory, or blank when there is none. The lamps stay as they are. */
  async swapFor(memory: Pick<SavedDongle, 'hardwareAddress' | 'nv'> | null): Promise<void> {
    const { dongle } = this
    await this.unplug()
    dongle.coordinator.replaceMemory(memory?.hardwareAddress ?? dongle.freshStickAddress())
    if (memory !== null) dongle.coordinator.nv.load(memory.nv)
    await this.replug()
  }

  async discard(): Promise<void> {
    await this.unplug()
    await this.dongle.stop()
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }

  private attachPty(): void {
    if (!this.serial) return
    this.pty = new Pty(this.path, `127.0.0.1:${this.port}`)
    this.pty.start()
  }
}
