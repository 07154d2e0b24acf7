import { type ByteReader, ByteWriter } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { zclStatus } from '../zcl/status.ts'
import { AttributeTable, constant } from './attributes.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done } from './cluster.ts'

/** Which groups an endpoint is a member of, and who wants to know when it leaves one. */
export class GroupTable {
  readonly ids = new Set<number>()
  /** Groups there is room for. */
  capacity = 16
  onRemoved: (group: number) => void = () => {}

  add(group: number): number {
    if (this.ids.has(group)) return zclStatus.success
    if (this.ids.size >= this.capacity) return zclStatus.insufficientSpace
    this.ids.add(group)
    return zclStatus.success
  }

  remove(group: number): number {
    if (!this.ids.delete(group)) return zclStatus.notFound
    this.onRemoved(group)
    return zclStatus.success
  }

  get room(): number {
    return Math.max(0, this.capacity - this.ids.size)
  }
}

/** Groups (ZCL 3.6). */
export class GroupsCluster implements ClusterServer {
  readonly id = 0x0004
  readonly attributes = new AttributeTable().add(constant(0x0000, dataType.bitmap8, 0), clusterRevision(2))
  readonly commands = [0, 1, 2, 3, 4, 5]
  private readonly table: GroupTable
  private readonly identifying: () => boolean

  constructor(table: GroupTable, identifying: () => boolean) {
    this.table = table
    this.identifying = identifying
  }

  handle(command: number, payload: ByteReader): ClusterReply | null {
    switch (command) {
      case 0x00: {
        const group = payload.u16()
        return reply(0x00, (answer) =>
          answer.u8(valid(group) ? this.table.add(group) : zclStatus.invalidValue).u16(group),
        )
      }
      case 0x01: {
        const group = payload.u16()
        const status = this.table.ids.has(group) ? zclStatus.success : zclStatus.notFound
        return reply(0x01, (answer) => answer.u8(status).u16(group).u8(0))
      }
      case 0x02:
        return this.membership(payload)
      case 0x03: {
        const group = payload.u16()
        return reply(0x03, (answer) => answer.u8(this.table.remove(group)).u16(group))
      }
      case 0x04:
        for (const group of [...this.table.ids]) this.table.remove(group)
        return done
      case 0x05: {
        const group = payload.u16()
        if (!this.identifying()) return done
        return { kind: 'status', status: valid(group) ? this.table.add(group) : zclStatus.invalidValue }
      }
      default:
        return null
    }
  }

  /** Lists those of the asked groups it is in; no group asked for means all. Silent when it is in none of them. */
  private membership(payload: ByteReader): ClusterReply {
    const asked: number[] = []
    for (let count = payload.u8(); count > 0; count--) asked.push(payload.u16())
    const mine = [...this.table.ids].filter((group) => asked.length === 0 || asked.includes(group))
    if (asked.length > 0 && mine.length === 0) return { kind: 'silence' }
    return reply(0x02, (answer) => answer.u8(this.table.room).u16List(mine))
  }
}

function valid(group: number): boolean {
  return group >= 0x0001 && group <= 0xfff7
}

function reply(command: number, fill: (answer: ByteWriter) => ByteWriter): ClusterReply {
  return { kind: 'response', command, payload: fill(new ByteWriter()).done() }
}
