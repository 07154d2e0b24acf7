import { expect } from 'vitest'
import type { LightState } from '../../contract/fixture-state.ts'
import { fixtureId, roomId } from '../../contract/ids.ts'
import { readContent, type SourceFile } from '../content.ts'
import { type DeviceDescription, type DeviceReport, deviceId } from '../device.ts'
import { noonCalendar } from '../local-time.ts'
import { silentLog } from '../log.ts'
import { ManualClock } from '../manual-clock.ts'
import { MemoryDriver } from '../memory-driver.ts'
import { MemoryStorage } from '../memory-storage.ts'
import { Showroom } from '../showroom.ts'
import type { ShowroomParts } from '../showroom-parts.ts'
import { roomFile } from './room-file.ts'

const files = [
  roomFile(
    'den',
    `
  - { id: pendant, kind: light, name: { en: Pendant, sv: Taklampa }, lumens: 800, kelvin: { min: 2200, max: 4000 } }
  - { id: strip, kind: light, name: { en: Strip, sv: Slinga }, lumens: 600, kelvin: { min: 2200, max: 6500 }, colour: true }
  - { id: corner, kind: light, name: { en: Corner, sv: Hörn }, lumens: 400 }
  - { id: radio, kind: plug, name: { en: Radio, sv: Radio } }
  - { id: door, kind: motion, name: { en: Door, sv: Dörr } }
  - { id: drawer, kind: contact, name: { en: Drawer, sv: Låda } }
  - { id: knob, kind: remote, name: { en: Knob, sv: Knapp }, controls: [pendant, radio] }
  - { id: wand, kind: remote, name: { en: Wand, sv: Fjärr } }
  - { id: bell, kind: remote, name: { en: Bell, sv: Klocka }, controls: nothing }
`,
  ),
  {
    path: 'den/evening.yaml',
    text: `
version: 1
id: evening
room: den
title: { en: Evening, sv: Kväll }
story: { en: Calm., sv: Lugnt. }
icon: moon
transition: 1s
fixtures:
  pendant: { brightness: 0.4, kelvin: 2200 }
  strip: { brightness: 0.5, colour: "#ff8800" }
  corner: { on: false }
  radio: { on: true }
`,
  },
]

/** A scene or rule of the den by its path: what every such file begins with, and then `body`. */
export function denFile(path: string, body: string): SourceFile {
  const id = path.replace(/^.*\/|\.yaml$/g, '')
  const head = `version: 1\nid: ${id}\nroom: den\ntitle: { en: Hello, sv: Hej }\nstory: { en: Welcome., sv: Välkommen. }\n`
  const icon = path.includes('/rules/') ? 'icon: walk\n' : 'icon: moon\n'
  return { path, text: `${head}${icon}${body}` }
}

export const place = (name: string) => ({ room: roomId.parse('den'), fixture: fixtureId.parse(name) })
export const pendant = deviceId.parse('pendant-bulb')
export const strip = deviceId.parse('strip-bulb')

const white = { kelvin: { min: 2200, max: 4000 }, colour: false }
export const pendantBulb: DeviceDescription = {
  id: pendant,
  vendor: 'v',
  model: 'm',
  abilities: { light: white },
  power: 'mains',
}
const stripBulb: DeviceDescription = {
  ...pendantBulb,
  id: strip,
  abilities: { light: { ...white, colour: true } },
}
const dark: DeviceReport = { on: false, brightness: 1, colour: { mode: 'kelvin', kelvin: 2700 } }

/** A small room of fakes: a pendant and a strip with devices, a corner lamp, a radio and a sensor without. */
export class Den {
  readonly clock = new ManualClock()
  readonly driver = new MemoryDriver(this.clock)
  readonly storage = new MemoryStorage()
  showroom: Showroom
  /** How visits go from the next start on. */
  visiting: Pick<ShowroomParts, 'visitTimes' | 'openingHours' | 'own' | 'habits'> &
    Partial<Pick<ShowroomParts, 'calendar' | 'statistics'>> = {}
  private readonly more: readonly SourceFile[]

  /** `more` are files beside the den's own. */
  constructor(more: readonly SourceFile[] = []) {
    this.more = more
    this.showroom = this.build()
  }

  static async open(...others: { device: DeviceDescription; at: string }[]): Promise<Den> {
    return Den.openWith([], ...others)
  }

  static async openWith(
    more: readonly SourceFile[],
    ...others: { device: DeviceDescription; at: string }[]
  ): Promise<Den> {
    const den = new Den(more)
    await den.furnish(...others)
    return den
  }

  /** Puts the devices where they belong and opens the showroom. */
  async furnish(...others: { device: DeviceDescription; at: string }[]): Promise<void> {
    this.driver.add(pendantBulb, dark)
    this.driver.add(stripBulb, dark)
    for (const { device } of others) this.driver.add(device, {})
    const bound = others.map(({ device, at }) => ({ ...place(at), device: device.id }))
    await this.bind({ ...place('pendant'), device: pendant }, { ...place('strip'), device: strip }, ...bound)
    await this.showroom.start()
    await this.clock.advance(50)
  }

  async bind(...bindings: object[]): Promise<void> {
    await this.storage.write('bindings.json', JSON.stringify({ version: 1, bindings }))
  }

  async restart(): Promise<void> {
    await this.showroom.stop()
    this.showroom = this.build()
    await this.showroom.start()
    await this.clock.advance(50)
  }

  light(name: string): LightState {
    const state = this.showroom.snapshot().fixtures.find((fixture) => fixture.id === name)
    if (state?.kind !== 'light') throw new Error(`${name} is not a light`)
    return state
  }

  private build(): Showroom {
    const { clock, driver, storage } = this
    const content = readContent([...files, ...this.more])
    expect(content.problems).toEqual([])
    return new Showroom({
      content,
      driver,
      clock,
      calendar: noonCalendar,
      storage,
      log: silentLog,
      epoch: 'e1',
      ...this.visiting,
    })
  }
}
