import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { virtualDongleOf } from './data-folder.ts'
import { root } from './programs.ts'

const showroom = z.object({ devices: z.array(z.object({ ieee: z.string(), fixture: z.string() })) })

/** What a simulated device is by its own account. */
const deviceState = z.looseObject({
  on: z.boolean().optional(),
  brightness: z.number().optional(),
  kelvin: z.number().nullish(),
  xy: z.tuple([z.number(), z.number()]).nullish(),
  openness: z.number().optional(),
  moving: z.boolean().optional(),
})
export type DeviceState = z.infer<typeof deviceState>

/** The simulated lamps themselves, asked past the kiosk: the truth that screens are measured against. */
export class Lamps {
  private readonly dataFolder: string
  private addresses: ReadonlyMap<string, string> | null = null

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder
  }

  async state(fixture: string): Promise<DeviceState> {
    const answer = z.object({ state: deviceState }).parse(await this.ask('GET', fixture, ''))
    return answer.state
  }

  /** As somebody at the wall switch would. */
  async setPower(fixture: string, on: boolean): Promise<void> {
    await this.ask('POST', fixture, '/power', { on })
  }

  /** As a hand on a remote would. */
  async press(
    remote: string,
    button: string,
    action: 'single' | 'hold' | 'release' = 'single',
  ): Promise<void> {
    await this.ask('POST', remote, '/press', { button, action })
  }

  /** As a hand on a blind's cord would, which is there at once; 1 is open. */
  async pull(blind: string, openness: number): Promise<void> {
    await this.ask('POST', blind, '/position', { openness })
  }

  /** Somebody before a motion sensor, or nobody any more. */
  async setOccupied(sensor: string, occupied: boolean): Promise<void> {
    await this.ask('POST', sensor, '/occupancy', { occupied })
  }

  private async ask(method: 'GET' | 'POST', fixture: string, what: string, body?: object): Promise<unknown> {
    const { control } = await virtualDongleOf(this.dataFolder)
    const address = `http://127.0.0.1:${control}/devices/${await this.addressOf(fixture)}${what}`
    const response = await fetch(address, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  private async addressOf(fixture: string): Promise<string> {
    if (this.addresses === null) {
      const { devices } = showroom.parse(
        parse(await readFile(join(root, 'scenes/virtual-showroom.yaml'), 'utf8')),
      )
      this.addresses = new Map(devices.map((device) => [device.fixture, device.ieee]))
    }
    const address = this.addresses.get(fixture)
    if (address === undefined) throw new Error(`No simulated device is at "${fixture}".`)
    return address
  }
}
