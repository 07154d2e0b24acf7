import type { Clock } from '../../showroom/clock.ts'
import type { ByteReader } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { zclStatus } from '../zcl/status.ts'
import { AttributeTable, constant, stored } from './attributes.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done, failed } from './cluster.ts'
import type { Lamp } from './lamp.ts'
import type { Switchable } from './relay.ts'

const command = {
  off: 0x00,
  on: 0x01,
  toggle: 0x02,
  offWithEffect: 0x40,
  onWithRecall: 0x41,
  onWithTimedOff: 0x42,
}
const effectFadeMs = 800

/** On/off (ZCL 3.8). With a lamp behind it "off with effect" fades. */
export class OnOffCluster implements ClusterServer {
  readonly id = 0x0006
  readonly attributes = new AttributeTable()
  readonly commands = Object.values(command)
  readonly scene = {
    store: () => Buffer.from([this.device.on ? 1 : 0]),
    recall: (fields: ByteReader) => this.recall(fields.u8() === 1),
  }
  private readonly device: Switchable
  private readonly lamp: Lamp | null
  private readonly clock: Clock
  private onTime = 0
  private offWaitTime = 0
  private ticking = false

  constructor(device: Switchable, lamp: Lamp | null, clock: Clock) {
    this.device = device
    this.lamp = lamp
    this.clock = clock
    this.attributes.add(
      { id: 0x0000, type: dataType.boolean, get: () => (device.on && lamp?.claimsOff !== true ? 1 : 0) },
      constant(0x4000, dataType.boolean, 1),
      {
        id: 0x4001,
        type: dataType.uint16,
        get: () => this.onTime,
        set: (value) => this.setOnTime(Number(value)),
      },
      {
        id: 0x4002,
        type: dataType.uint16,
        get: () => this.offWaitTime,
        set: (value) => {
          this.offWaitTime = Number(value)
          return zclStatus.success
        },
      },
      this.startUp,
      clusterRevision(2),
    )
    device.onChange(() => this.attributes.changed(0x0000))
  }

  /** What it does when mains come back: 0 off, 1 on, 2 toggle, 0xff as before. */
  private readonly startUp = stored(0x4003, dataType.enum8, 0xff)

  /** After a power cut. `before` is what it was when the mains went. */
  powerUp(before: boolean): void {
    const behaviour = Number(this.startUp.get())
    this.device.setOn(behaviour === 0 ? false : behaviour === 1 ? true : behaviour === 2 ? !before : before)
  }

  handle(id: number, payload: ByteReader): ClusterReply | null {
    switch (id) {
      case command.off:
        this.onTime = 0
        this.switchTo(false)
        return done
      case command.on:
      case command.onWithRecall:
        if (this.onTime === 0) this.offWaitTime = 0
        this.switchTo(true)
        return done
      case command.toggle:
        this.switchTo(!this.device.on)
        return done
      case command.offWithEffect:
        payload.u16()
        this.fadeOff()
        return done
      case command.onWithTimedOff:
        return this.onWithTimedOff(payload.u8(), payload.u16(), payload.u16())
      default:
        return null
    }
  }

  private recall(on: boolean): void {
    const { lamp } = this
    if (!on && lamp?.on && lamp.quirks.storedOffStaysLit) lamp.claimToBeOff()
    else this.switchTo(on)
  }

  private switchTo(on: boolean): void {
    this.device.setOn(on)
  }

  /** The level is kept for the next "on". */
  private fadeOff(): void {
    const { lamp } = this
    if (lamp === null || !lamp.on) {
      this.switchTo(false)
      return
    }
    const level = lamp.level.target
    lamp.fadeLevel(0, effectFadeMs)
    lamp.level.whenArrived(() => {
      lamp.setOn(false)
      lamp.level.moveTo(level, 0)
    })
  }

  private onWithTimedOff(control: number, onTime: number, offWaitTime: number): ClusterReply {
    if (control > 1) return failed(zclStatus.invalidField)
    const acceptOnlyWhenOn = (control & 1) === 1
    if (acceptOnlyWhenOn && !this.device.on) return done
    if (this.offWaitTime > 0 && !this.device.on) this.offWaitTime = Math.min(offWaitTime, this.offWaitTime)
    else {
      this.onTime = Math.max(this.onTime, onTime)
      this.offWaitTime = offWaitTime
      this.switchTo(true)
    }
    this.tick()
    return done
  }

  private setOnTime(value: number): number {
    this.onTime = value
    this.tick()
    return zclStatus.success
  }

  /** Both timers count tenths of a second; 0xffff stands still. */
  private tick(): void {
    if (this.ticking) return
    const counting = this.device.on ? this.onTime : this.offWaitTime
    if (counting === 0 || counting === 0xffff) return
    this.ticking = true
    this.clock.after(100, () => {
      this.ticking = false
      this.count()
      this.tick()
    })
  }

  private count(): void {
    if (!this.device.on) {
      this.offWaitTime = Math.max(0, this.offWaitTime - 1)
      return
    }
    if (this.onTime === 0 || this.onTime === 0xffff) return
    this.onTime--
    if (this.onTime === 0) {
      this.offWaitTime = 0
      this.switchTo(false)
    }
  }
}
