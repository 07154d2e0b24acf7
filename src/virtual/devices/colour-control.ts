import { kelvinToMired } from '../../light/mired.ts'
import { chromaticityToKelvin } from '../../light/planckian-locus.ts'
import { ByteReader, ByteWriter } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { zclStatus } from '../zcl/status.ts'
import { type Attribute, AttributeTable, constant, stored } from './attributes.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done, failed } from './cluster.ts'
import { type HueSaturation, hueToXy, xyToHue } from './colour-math.ts'
import { type ColourMode, chromaticityScale, type Lamp } from './lamp.ts'

const modeCode: Readonly<Record<ColourMode, number>> = { hue: 0, xy: 1, kelvin: 2 }
/** Highest value of the chromaticity attributes (ZCL 5.2.2.2.1.4). */
const highestChromaticity = 0xfeff
const changing = [0x0000, 0x0001, 0x0003, 0x0004, 0x0007, 0x0008]

/** Colour control (ZCL 5.2) of a lamp: white of a temperature, and xy and hue where it can. */
export class ColourCluster implements ClusterServer {
  readonly id = 0x0300
  readonly attributes = new AttributeTable()
  readonly commands: readonly number[]
  readonly scene = {
    store: () => this.storeScene(),
    recall: (fields: ByteReader, transitionMs: number) => this.recallScene(fields, transitionMs),
  }
  private readonly lamp: Lamp
  private readonly options = stored(0x000f, dataType.bitmap8, 0)
  private readonly startUpMireds = stored(0x4010, dataType.uint16, 0xffff)

  constructor(lamp: Lamp) {
    this.lamp = lamp
    const { mireds, colour } = lamp.build
    this.commands = colour
      ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0x0a, 0x40, 0x43, 0x47, 0x4b, 0x4c]
      : [0x0a, 0x47, 0x4b, 0x4c]
    const tenths = () => Math.ceil(Math.max(lamp.mireds.remainingMs, lamp.x.remainingMs) / 100)
    this.attributes.add(
      { id: 0x0002, type: dataType.uint16, get: tenths },
      { id: 0x0008, type: dataType.enum8, get: () => modeCode[lamp.mode] },
      this.options,
      { id: 0x4001, type: dataType.enum8, get: () => modeCode[lamp.mode] },
      constant(0x400a, dataType.bitmap16, (colour ? 0x0f : 0) | (mireds === null ? 0 : 0x10)),
      clusterRevision(2),
    )
    if (mireds !== null) {
      this.attributes.add(
        { id: 0x0007, type: dataType.uint16, get: () => Math.round(lamp.mireds.value()) },
        constant(0x400b, dataType.uint16, mireds.min),
        constant(0x400c, dataType.uint16, mireds.max),
        constant(0x400d, dataType.uint16, mireds.min),
        this.startUpMireds,
      )
    }
    if (colour) this.attributes.add(...this.colourAttributes())
    lamp.onChange(() => this.attributes.changed(...changing))
  }

  powerUp(): void {
    const mireds = Number(this.startUpMireds.get())
    if (mireds !== 0xffff && this.lamp.build.mireds !== null) this.lamp.fadeMireds(mireds, 0)
  }

  private colourAttributes(): Attribute[] {
    const { lamp } = this
    return [
      { id: 0x0000, type: dataType.uint8, get: () => Math.min(254, this.hue().enhancedHue >> 8) },
      { id: 0x0001, type: dataType.uint8, get: () => this.hue().saturation },
      { id: 0x0003, type: dataType.uint16, get: () => Math.round(lamp.x.value()) },
      { id: 0x0004, type: dataType.uint16, get: () => Math.round(lamp.y.value()) },
      { id: 0x4000, type: dataType.uint16, get: () => this.hue().enhancedHue },
      constant(0x4002, dataType.uint8, 0),
      constant(0x4003, dataType.uint8, 0),
      constant(0x4004, dataType.uint16, 0x19),
    ]
  }

  private hue(): HueSaturation {
    return xyToHue(this.lamp.x.value() / chromaticityScale, this.lamp.y.value() / chromaticityScale)
  }

  handle(id: number, payload: ByteReader): ClusterReply | null {
    if (!this.commands.includes(id)) return null
    // Optional fields at the end say whether it counts while off.
    const act = (run: () => void): ClusterReply => {
      if (this.listens(payload)) run()
      return done
    }
    switch (id) {
      case 0x00:
        return this.moveToHue(payload.u8() << 8, payload.u8(), payload.u16(), act)
      case 0x40:
        return this.moveToHue(payload.u16(), payload.u8(), payload.u16(), act)
      case 0x02: {
        const [mode, size, tenths] = [payload.u8(), payload.u8(), payload.u8()]
        const step = (mode === 3 ? -size : size) << 8
        return act(() =>
          this.goToHue({ ...this.hue(), enhancedHue: wrap(this.hue().enhancedHue + step) }, tenths),
        )
      }
      case 0x03: {
        const [saturation, tenths] = [payload.u8(), payload.u16()]
        return act(() => this.goToHue({ ...this.hue(), saturation }, tenths))
      }
      case 0x05: {
        const [mode, size, tenths] = [payload.u8(), payload.u8(), payload.u8()]
        const moved = this.hue().saturation + (mode === 3 ? -size : size)
        return act(() =>
          this.goToHue({ ...this.hue(), saturation: Math.min(254, Math.max(0, moved)) }, tenths),
        )
      }
      case 0x06: {
        const [hue, saturation, tenths] = [payload.u8() << 8, payload.u8(), payload.u16()]
        return act(() => this.goToHue({ enhancedHue: hue, saturation }, tenths))
      }
      case 0x43: {
        const [hue, saturation, tenths] = [payload.u16(), payload.u8(), payload.u16()]
        return act(() => this.goToHue({ enhancedHue: hue, saturation }, tenths))
      }
      case 0x07: {
        const [x, y, tenths] = [payload.u16(), payload.u16(), payload.u16()]
        if (x > highestChromaticity || y > highestChromaticity) return failed(zclStatus.invalidValue)
        return act(() => this.lamp.fadeXy(x, y, tenths * 100))
      }
      case 0x09: {
        const [x, y, tenths] = [payload.i16(), payload.i16(), payload.u16()]
        return act(() =>
          this.lamp.fadeXy(held(this.lamp.x.value() + x), held(this.lamp.y.value() + y), tenths * 100),
        )
      }
      case 0x0a: {
        const [mireds, tenths] = [payload.u16(), payload.u16()]
        return act(() => this.lamp.fadeMireds(mireds, tenths * 100))
      }
      case 0x01:
      case 0x04:
      case 0x08:
        payload.u16()
        return act(() => this.lamp.stopColour())
      case 0x47:
        return act(() => this.lamp.stopColour())
      case 0x4b: {
        const [mode, rate, min, max] = [payload.u8(), payload.u16(), payload.u16(), payload.u16()]
        return act(() => this.moveMireds(mode, rate, min, max))
      }
      case 0x4c: {
        const [mode, size, tenths] = [payload.u8(), payload.u16(), payload.u16()]
        const [min, max] = [payload.u16(), payload.u16()]
        return act(() => {
          const target = this.lamp.mireds.value() + (mode === 3 ? -size : size)
          this.lamp.fadeMireds(within(target, min, max), tenths * 100)
        })
      }
      default:
        return null
    }
  }

  private listens(payload: ByteReader): boolean {
    const [mask, override] = payload.remaining >= 2 ? [payload.u8(), payload.u8()] : [0, 0]
    return this.lamp.on || (((Number(this.options.get()) & ~mask) | (override & mask)) & 1) === 1
  }

  private moveToHue(
    enhancedHue: number,
    direction: number,
    tenths: number,
    act: (run: () => void) => ClusterReply,
  ): ClusterReply {
    if (direction > 3) return failed(zclStatus.invalidField)
    return act(() => this.goToHue({ ...this.hue(), enhancedHue }, tenths))
  }

  private goToHue(wanted: HueSaturation, tenths: number): void {
    const { x, y } = hueToXy(wanted)
    this.lamp.fadeXy(held(x * chromaticityScale), held(y * chromaticityScale), tenths * 100, 'hue')
  }

  /** Mode 0 stops, 1 goes up, 3 down; the rate is mireds a second. */
  private moveMireds(mode: number, rate: number, min: number, max: number): void {
    const range = this.lamp.build.mireds
    if (mode === 0 || rate === 0 || range === null) {
      this.lamp.stopColour()
      return
    }
    const target = within(mode === 3 ? range.min : range.max, min, max)
    this.lamp.fadeMireds(target, (Math.abs(target - this.lamp.mireds.value()) / rate) * 1000)
  }

  /** The colour fields of an extension set (ZCL 5.2.2.4); colour temperature comes last. */
  private storeScene(): Buffer {
    const { lamp } = this
    const white = lamp.mode === 'kelvin'
    return new ByteWriter()
      .u16(lamp.build.colour ? lamp.x.target : 0)
      .u16(lamp.build.colour ? lamp.y.target : 0)
      .u16(0)
      .u8(0)
      .u8(0)
      .u8(0)
      .u16(0)
      .u16(white ? Math.round(lamp.mireds.target) : 0)
      .done()
  }

  /**
   * Whoever writes a scene may leave fields out at the end. A white comes as xy from those who follow the rule of
   * the days before it had a field of its own, as Zigbee2MQTT does (zigbee2mqtt #4926).
   */
  private recallScene(fields: ByteReader, transitionMs: number): void {
    const [x, y] = [fields.u16(), fields.u16()]
    const enhancedHue = fields.remaining >= 2 ? fields.u16() : 0
    const saturation = fields.remaining >= 1 ? fields.u8() : 0
    const rest = fields.rest()
    const mireds = rest.length >= 6 ? new ByteReader(rest.subarray(4)).u16() : 0
    if (mireds > 0) this.lamp.fadeMireds(mireds, transitionMs)
    else if (x > 0 && y > 0) this.recallXy(x, y, transitionMs)
    else if (saturation > 0 && this.lamp.build.colour) {
      this.goToHue({ enhancedHue, saturation }, transitionMs / 100)
    }
  }

  private recallXy(x: number, y: number, transitionMs: number): void {
    if (this.lamp.build.colour) this.lamp.fadeXy(x, y, transitionMs)
    else {
      const white = { x: x / chromaticityScale, y: y / chromaticityScale }
      this.lamp.fadeMireds(kelvinToMired(chromaticityToKelvin(white)), transitionMs)
    }
  }
}

function held(value: number): number {
  return Math.min(highestChromaticity, Math.max(0, Math.round(value)))
}

function wrap(hue: number): number {
  return ((hue % 65536) + 65536) % 65536
}

/** 0 stands for "no limit" in the commands that carry limits. */
function within(value: number, min: number, max: number): number {
  return Math.min(max === 0 ? Number.POSITIVE_INFINITY : max, Math.max(min, value))
}
