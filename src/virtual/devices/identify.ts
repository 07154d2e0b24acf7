import type { Clock } from '../../showroom/clock.ts'
import { type ByteReader, ByteWriter } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { AttributeTable } from './attributes.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done } from './cluster.ts'

/** Identify (ZCL 3.5): "it is me", by blinking for some seconds. */
export class IdentifyCluster implements ClusterServer {
  readonly id = 0x0003
  readonly attributes = new AttributeTable()
  readonly commands = [0x00, 0x01, 0x40]
  private readonly clock: Clock
  private untilMs = 0

  constructor(clock: Clock) {
    this.clock = clock
    this.attributes.add(
      {
        id: 0x0000,
        type: dataType.uint16,
        get: () => this.seconds,
        set: (value) => {
          this.start(Number(value))
          return 0
        },
      },
      clusterRevision(1),
    )
  }

  get seconds(): number {
    return Math.max(0, Math.ceil((this.untilMs - this.clock.now()) / 1000))
  }

  handle(command: number, payload: ByteReader): ClusterReply | null {
    switch (command) {
      case 0x00:
        this.start(payload.u16())
        return done
      case 0x01:
        if (this.seconds === 0) return done
        return { kind: 'response', command: 0x00, payload: new ByteWriter().u16(this.seconds).done() }
      case 0x40: {
        const effect = payload.u8()
        payload.u8()
        // Blink, breathe, okay and channel change end by themselves; 0xfe and 0xff stop.
        this.start(effect >= 0xfe ? 0 : 1)
        return done
      }
      default:
        return null
    }
  }

  /** Blinks for so long; 0 ends it. */
  start(seconds: number): void {
    this.untilMs = this.clock.now() + seconds * 1000
  }
}
