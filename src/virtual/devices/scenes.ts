import { ByteReader, ByteWriter } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { zclStatus } from '../zcl/status.ts'
import { AttributeTable, constant } from './attributes.ts'
import {
  type ClusterReply,
  type ClusterServer,
  clusterRevision,
  done,
  type SceneParticipant,
} from './cluster.ts'
import type { GroupTable } from './groups.ts'

export interface StoredScene {
  readonly group: number
  readonly scene: number
  readonly transitionMs: number
  /** Cluster id, and what that cluster stored. */
  readonly fields: readonly (readonly [cluster: number, data: Buffer])[]
}

/** Scenes (ZCL 3.7): a lamp's own memory of settings, recalled by one frame to a whole group. */
export class ScenesCluster implements ClusterServer {
  readonly id = 0x0005
  readonly attributes = new AttributeTable()
  readonly commands = [0, 1, 2, 3, 4, 5, 6, 0x40, 0x41, 0x42]
  /** Scenes there is room for. */
  capacity: number
  stored: StoredScene[] = []
  private readonly groups: GroupTable
  /** The other clusters of this endpoint that have something to remember. */
  private readonly participants: () => readonly (readonly [cluster: number, SceneParticipant])[]
  private current: StoredScene | null = null

  constructor(groups: GroupTable, capacity: number, participants: ScenesCluster['participants']) {
    this.capacity = capacity
    this.groups = groups
    this.participants = participants
    this.attributes.add(
      { id: 0x0000, type: dataType.uint8, get: () => this.stored.length },
      { id: 0x0001, type: dataType.uint8, get: () => this.current?.scene ?? 0 },
      { id: 0x0002, type: dataType.uint16, get: () => this.current?.group ?? 0 },
      { id: 0x0003, type: dataType.boolean, get: () => (this.current === null ? 0 : 1) },
      constant(0x0004, dataType.bitmap8, 0),
      clusterRevision(2),
    )
    groups.onRemoved = (group) => this.forget((scene) => scene.group === group)
  }

  /** The settings are no longer those of the scene recalled last. */
  settingsChanged(): void {
    this.current = null
  }

  handle(command: number, payload: ByteReader): ClusterReply | null {
    switch (command) {
      case 0x00:
        return this.add(0x00, payload)
      case 0x01:
        return this.view(0x01, payload.u16(), payload.u8())
      case 0x02:
        return this.remove(payload.u16(), payload.u8())
      case 0x03: {
        const group = payload.u16()
        const status = this.knows(group) ? zclStatus.success : zclStatus.invalidField
        if (status === zclStatus.success) this.forget((scene) => scene.group === group)
        return reply(0x03, new ByteWriter().u8(status).u16(group))
      }
      case 0x04:
        return this.store(payload.u16(), payload.u8())
      case 0x05:
        return this.recall(payload.u16(), payload.u8(), payload)
      case 0x06:
        return this.membership(payload.u16())
      case 0x40:
        return this.add(0x40, payload)
      case 0x41:
        return this.view(0x41, payload.u16(), payload.u8())
      case 0x42:
        return this.copy(payload)
      default:
        return null
    }
  }

  private knows(group: number): boolean {
    return group === 0 || this.groups.ids.has(group)
  }

  private find(group: number, scene: number): StoredScene | null {
    return this.stored.find((entry) => entry.group === group && entry.scene === scene) ?? null
  }

  private forget(which: (scene: StoredScene) => boolean): void {
    this.stored = this.stored.filter((scene) => !which(scene))
  }

  private put(entry: StoredScene): number {
    if (!this.knows(entry.group)) return zclStatus.invalidField
    const known = this.find(entry.group, entry.scene) !== null
    if (!known && this.stored.length >= this.capacity) return zclStatus.insufficientSpace
    this.forget((scene) => scene.group === entry.group && scene.scene === entry.scene)
    this.stored.push(entry)
    return zclStatus.success
  }

  /** "Enhanced add" counts its transition in tenths of a second, "add" in seconds (ZCL 3.7.2.4.2, 3.7.2.4.8). */
  private add(command: number, payload: ByteReader): ClusterReply {
    const [group, scene] = [payload.u16(), payload.u8()]
    const transitionMs = payload.u16() * unitMs(command)
    payload.bytes(payload.u8())
    const fields: [number, Buffer][] = []
    while (payload.remaining >= 3) fields.push([payload.u16(), payload.bytes(payload.u8())])
    const status = this.put({ group, scene, transitionMs, fields })
    return reply(command, new ByteWriter().u8(status).u16(group).u8(scene))
  }

  private view(command: number, group: number, scene: number): ClusterReply {
    const entry = this.find(group, scene)
    const known = this.knows(group) ? zclStatus.notFound : zclStatus.invalidField
    const writer = new ByteWriter()
      .u8(entry === null ? known : zclStatus.success)
      .u16(group)
      .u8(scene)
    if (entry !== null) {
      writer.u16(Math.floor(entry.transitionMs / unitMs(command))).u8(0)
      for (const [cluster, data] of entry.fields) writer.u16(cluster).u8(data.length).bytes(data)
    }
    return reply(command, writer)
  }

  /** One scene of a group, or all, into another (ZCL 3.7.2.4.10). */
  private copy(payload: ByteReader): ClusterReply {
    const all = (payload.u8() & 1) === 1
    const [fromGroup, fromScene, toGroup, toScene] = [
      payload.u16(),
      payload.u8(),
      payload.u16(),
      payload.u8(),
    ]
    const sources = this.stored.filter(
      (entry) => entry.group === fromGroup && (all || entry.scene === fromScene),
    )
    const known = this.knows(fromGroup) && this.knows(toGroup)
    let status: number = known ? zclStatus.success : zclStatus.invalidField
    if (known && sources.length === 0) status = zclStatus.notFound
    for (const entry of sources) {
      if (status !== zclStatus.success) break
      status = this.put({ ...entry, group: toGroup, scene: all ? entry.scene : toScene })
    }
    return reply(0x42, new ByteWriter().u8(status).u16(fromGroup).u8(fromScene))
  }

  private remove(group: number, scene: number): ClusterReply {
    const known = this.knows(group) ? zclStatus.notFound : zclStatus.invalidField
    const status = this.find(group, scene) === null ? known : zclStatus.success
    this.forget((entry) => entry.group === group && entry.scene === scene)
    return reply(0x02, new ByteWriter().u8(status).u16(group).u8(scene))
  }

  /** Keeps the transition time of a scene that was there before. */
  private store(group: number, scene: number): ClusterReply {
    const fields = this.participants().map(
      ([cluster, participant]) => [cluster, participant.store()] as const,
    )
    const transitionMs = this.find(group, scene)?.transitionMs ?? 0
    const entry = { group, scene, transitionMs, fields }
    const status = this.put(entry)
    if (status === zclStatus.success) this.current = entry
    return reply(0x04, new ByteWriter().u8(status).u16(group).u8(scene))
  }

  private recall(group: number, scene: number, payload: ByteReader): ClusterReply {
    const entry = this.find(group, scene)
    if (entry === null)
      return { kind: 'status', status: this.knows(group) ? zclStatus.notFound : zclStatus.invalidField }
    const tenths = payload.remaining >= 2 ? payload.u16() : 0xffff
    const transitionMs = tenths === 0xffff ? entry.transitionMs : tenths * 100
    const participants = new Map(this.participants())
    for (const [cluster, data] of entry.fields) {
      participants.get(cluster)?.recall(new ByteReader(data), transitionMs)
    }
    this.current = entry
    return done
  }

  private membership(group: number): ClusterReply {
    const status = this.knows(group) ? zclStatus.success : zclStatus.invalidField
    const writer = new ByteWriter()
      .u8(status)
      .u8(Math.max(0, this.capacity - this.stored.length))
      .u16(group)
    if (status === zclStatus.success) {
      const mine = this.stored.filter((entry) => entry.group === group).map((entry) => entry.scene)
      writer.u8(mine.length).bytes(Buffer.from(mine))
    }
    return reply(0x06, writer)
  }
}

function unitMs(command: number): number {
  return command >= 0x40 ? 100 : 1000
}

function reply(command: number, writer: ByteWriter): ClusterReply {
  return { kind: 'response', command, payload: writer.done() }
}
