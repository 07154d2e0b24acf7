import type { ByteReader } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { zclStatus } from '../zcl/status.ts'
import { AttributeTable, constant, stored } from './attributes.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done, failed } from './cluster.ts'
import { highestLevel, type Lamp, lowestLevel } from './lamp.ts'

/** Commands 4 to 7 are 0 to 3 "with on/off": they light the lamp, and put it out at the bottom. */
const command = { moveToLevel: 0, move: 1, step: 2, stop: 3 }
const withOnOff = 4
/** What "as fast as able" is for a bulb that fades nicely. */
const defaultTransition = 0
const defaultRate = 50

/** Level control (ZCL 3.10) of a lamp. */
export class LevelCluster implements ClusterServer {
  readonly id = 0x0008
  readonly attributes = new AttributeTable()
  readonly commands = [0, 1, 2, 3, 4, 5, 6, 7]
  readonly scene = {
    store: () => Buffer.from([Math.round(this.lamp.level.target)]),
    recall: (fields: ByteReader, transitionMs: number) => this.lamp.fadeLevel(fields.u8(), transitionMs),
  }
  private readonly lamp: Lamp
  private readonly options = stored(0x000f, dataType.bitmap8, 0)
  private readonly onLevel = stored(0x0011, dataType.uint8, 0xff)
  private readonly onOffTransition = stored(0x0010, dataType.uint16, defaultTransition)
  private readonly startUpLevel = stored(0x4000, dataType.uint8, 0xff)

  constructor(lamp: Lamp) {
    this.lamp = lamp
    this.attributes.add(
      { id: 0x0000, type: dataType.uint8, get: () => Math.round(lamp.level.value()) },
      { id: 0x0001, type: dataType.uint16, get: () => Math.ceil(lamp.level.remainingMs / 100) },
      constant(0x0002, dataType.uint8, lowestLevel),
      constant(0x0003, dataType.uint8, highestLevel),
      this.options,
      this.onOffTransition,
      this.onLevel,
      this.startUpLevel,
      clusterRevision(2),
    )
    let wasOn = lamp.on
    lamp.onChange(() => {
      const [before, now] = [wasOn, lamp.on]
      wasOn = now
      if (now && !before) this.applyOnLevel()
      this.attributes.changed(0x0000)
    })
  }

  powerUp(): void {
    const level = Number(this.startUpLevel.get())
    if (level !== 0xff) this.lamp.fadeLevel(level === 0 ? lowestLevel : level, 0)
  }

  handle(id: number, payload: ByteReader): ClusterReply | null {
    if (id >= 2 * withOnOff) return null
    const switches = id >= withOnOff
    switch (id % withOnOff) {
      case command.moveToLevel:
        return this.moveToLevel(payload.u8(), this.durationMs(payload.u16()), switches, payload)
      case command.move:
        return this.move(payload.u8(), payload.u8(), switches, payload)
      case command.step:
        return this.step(payload.u8(), payload.u8(), this.durationMs(payload.u16()), switches, payload)
      default:
        if (this.listens(switches, payload)) this.lamp.stopLevel()
        return done
    }
  }

  private durationMs(tenths: number): number {
    return (tenths === 0xffff ? Number(this.onOffTransition.get()) : tenths) * 100
  }

  /** While off only commands "with on/off" count, or those whose options say so. */
  private listens(switches: boolean, payload: ByteReader): boolean {
    const [mask, override] = payload.remaining >= 2 ? [payload.u8(), payload.u8()] : [0, 0]
    const executeIfOff = ((Number(this.options.get()) & ~mask) | (override & mask)) & 1
    return switches || this.lamp.on || executeIfOff === 1
  }

  private moveToLevel(asked: number, durationMs: number, switches: boolean, rest: ByteReader): ClusterReply {
    if (asked > highestLevel) return failed(zclStatus.invalidValue)
    if (!this.listens(switches, rest)) return done
    this.goTo(asked, durationMs, switches)
    return done
  }

  private goTo(asked: number, durationMs: number, switches: boolean): void {
    const { lamp } = this
    const off = asked < lowestLevel || (asked === lowestLevel && lamp.quirks.offAtLevelOne)
    if (switches && off) {
      this.fadeToOff(durationMs)
      return
    }
    if (switches && !lamp.on) {
      lamp.level.moveTo(lowestLevel, 0)
      this.lightUp()
    }
    lamp.fadeLevel(asked, durationMs)
  }

  /** Ends off; the level it came from is there again at the next "on". */
  private fadeToOff(durationMs: number): void {
    const { lamp } = this
    if (!lamp.on) {
      if (lamp.quirks.fadeToOffLightsOffLamp && durationMs > 0) lamp.setOn(true)
      return
    }
    const level = lamp.level.value()
    lamp.fadeLevel(lowestLevel, durationMs)
    lamp.level.whenArrived(() => {
      lamp.setOn(false)
      lamp.level.moveTo(level, 0)
    })
  }

  private move(mode: number, rate: number, switches: boolean, rest: ByteReader): ClusterReply {
    if (mode > 1) return failed(zclStatus.invalidField)
    if (rate === 0 || !this.listens(switches, rest)) return done
    const up = mode === 0
    if (up && switches && !this.lamp.on) {
      this.lamp.level.moveTo(lowestLevel, 0)
      this.lightUp()
    }
    const target = up ? highestLevel : lowestLevel
    const perSecond = rate === 0xff ? defaultRate : rate
    const durationMs = (Math.abs(target - this.lamp.level.value()) / perSecond) * 1000
    if (!up && switches) this.fadeToOff(durationMs)
    else this.lamp.fadeLevel(target, durationMs)
    return done
  }

  private step(
    mode: number,
    size: number,
    durationMs: number,
    switches: boolean,
    rest: ByteReader,
  ): ClusterReply {
    if (mode > 1) return failed(zclStatus.invalidField)
    if (!this.listens(switches, rest)) return done
    const now = this.lamp.on || mode === 1 ? this.lamp.level.value() : lowestLevel
    const asked = Math.round(mode === 0 ? Math.min(highestLevel, now + size) : Math.max(0, now - size))
    this.goTo(switches ? asked : Math.max(lowestLevel, asked), durationMs, switches)
    return done
  }

  /** On, but not at "on level": this command brings its own. */
  private lightUp(): void {
    this.ownLevel = true
    this.lamp.setOn(true)
    this.ownLevel = false
  }
  private ownLevel = false

  private applyOnLevel(): void {
    const level = Number(this.onLevel.get())
    if (!this.ownLevel && level !== 0xff) this.lamp.level.moveTo(level, 0)
  }
}
