import {
  finishOf,
  type Material,
  type MaterialName,
  materialNamed,
} from '../../scenes/furniture/materials.ts'
import type { Emitter } from '../../scenes/furniture/piece.ts'
import type { BakedEmitter, BakedMesh, BakedRoom, MaterialLook, Run } from '../light/baked-room.ts'
import { bakedRoomFormat } from '../light/baked-room.ts'
import type { RoomDescription } from '../showroom/room.ts'
import type { LitRoom } from './bake-light.ts'
import type { LaidPart } from './layout.ts'
import { fixtureProxy } from './proxies.ts'

/** A room as the screen loads it: its description, the block of numbers that points into, and its light; not yet zipped. */
export interface RoomFiles {
  readonly room: BakedRoom
  readonly bytes: Uint8Array
  readonly light: Uint8Array
}

export function writeRoom(
  description: RoomDescription,
  lit: LitRoom,
  emitters: readonly Emitter[],
  fingerprint: string,
): RoomFiles {
  const block = new NumberBlock()
  const meshes = [...groups(lit.parts).values()].map((parts) => writeMesh(parts, block))
  const used = new Set(meshes.map((mesh) => mesh.material))
  const room: BakedRoom = {
    format: bakedRoomFormat,
    id: description.id,
    fingerprint,
    size: lit.texels.size,
    cameras: description.cameras,
    materials: Object.fromEntries([...used].map((name) => [name, materialLook(name as MaterialName)])),
    meshes,
    fixtures: description.fixtures.map((fixture) => fixtureProxy(fixture, lit.parts)),
    emitters: emitters.map(writeEmitter),
    layers: lit.layers,
  }
  return { room, bytes: block.bytes(), light: lit.encoded }
}

/** One mesh for each finish, in whatever colours, and for each fixture and role where these differ. */
function groups(parts: readonly LaidPart[]): Map<string, LaidPart[]> {
  const groups = new Map<string, LaidPart[]>()
  for (const laid of parts) {
    const { material, role = 'still', fixture = '', detail } = laid.part
    const key = [finishOf(material), role, role === 'still' ? '' : fixture, detail === 0].join(' ')
    const group = groups.get(key)
    if (group) group.push(laid)
    else groups.set(key, [laid])
  }
  return groups
}

function writeMesh(parts: readonly LaidPart[], block: NumberBlock): BakedMesh {
  const [first] = parts
  if (!first) throw new Error('A mesh needs a part.')
  const { material, role = 'still', fixture, travel } = first.part
  const join = (numbers: (laid: LaidPart) => ArrayLike<number>) =>
    parts.flatMap((laid) => Array.from(numbers(laid)))
  const index: number[] = []
  let vertices = 0
  for (const laid of parts) {
    for (const vertex of laid.index) index.push(vertex + vertices)
    vertices += laid.position.length / 3
  }
  const tinted = parts.some(({ part }) => part.material !== finishOf(part.material))
  return {
    role,
    material: finishOf(material),
    ...(fixture && role !== 'still' ? { fixture } : {}),
    ...(travel === undefined ? {} : { travel }),
    index: block.add(Uint32Array.from(index)),
    position: block.add(Float32Array.from(join((laid) => laid.position))),
    normal: block.add(
      Int16Array.from(
        join((laid) => laid.normal),
        (n) => Math.round(n * 32767),
      ),
    ),
    uv: block.add(Float32Array.from(join((laid) => laid.uv))),
    ...(first.lightUv ? { lightUv: block.add(Float32Array.from(join((laid) => laid.lightUv ?? []))) } : {}),
    ...(tinted ? { tint: block.add(Int16Array.from(parts.flatMap(tintOf))) } : {}),
    ...(role === 'glow'
      ? {
          glow: block.add(
            Float32Array.from(
              join((laid) => new Float32Array(laid.position.length / 3).fill(laid.part.glow ?? 0)),
            ),
          ),
        }
      : {}),
  }
}

/** The albedo of each vertex, as int16. */
function tintOf({ part, position }: LaidPart): number[] {
  const albedo = materialNamed(part.material).albedo.map((value) => Math.round(value * 32767))
  return Array.from({ length: position.length }, (_, i) => albedo[i % 3] ?? 0)
}

function materialLook(name: MaterialName): MaterialLook {
  const { albedo, roughness, metalness = 0, pattern, twoSided }: Material = materialNamed(name)
  return { albedo, roughness, metalness, ...(pattern ? { pattern } : {}), ...(twoSided ? { twoSided } : {}) }
}

function writeEmitter(emitter: Emitter): BakedEmitter {
  const { fixture, centre, share } = emitter
  switch (emitter.shape) {
    case 'sphere':
      return { fixture, centre, share, radius: emitter.radius }
    case 'tube':
      return { fixture, centre, share, radius: Math.hypot(emitter.radius, emitter.height / 2) }
    case 'rectangle':
      return { fixture, centre, share, radius: Math.hypot(...emitter.u) }
  }
}

/** Arrays one after the other, each beginning at a multiple of four bytes. */
class NumberBlock {
  private readonly pieces: { at: number; bytes: Uint8Array }[] = []
  private length = 0

  add(numbers: Float32Array | Uint32Array | Int16Array): Run {
    const at = this.length
    this.pieces.push({ at, bytes: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength) })
    this.length += Math.ceil(numbers.byteLength / 4) * 4
    return { at, count: numbers.length }
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.length)
    for (const { at, bytes } of this.pieces) all.set(bytes, at)
    return all
  }
}
