import type { ByteReader } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { AttributeTable, constant } from './attributes.ts'

/** What a cluster answers: a status, an own response command, or nothing at all. */
export type ClusterReply =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'response'; readonly command: number; readonly payload: Buffer }
  | { readonly kind: 'silence' }

export const done: ClusterReply = { kind: 'status', status: 0 }

export function failed(status: number): ClusterReply {
  return { kind: 'status', status }
}

/** How a command came: commands to groups get no answer. */
export interface CommandOrigin {
  readonly manufacturer: number | null
  readonly unicast: boolean
}

/** The server side of one cluster on one endpoint. One file in this folder for each kind. */
export interface ClusterServer {
  readonly id: number
  readonly attributes: AttributeTable
  /** Commands it understands, for discovery. */
  readonly commands?: readonly number[]
  /** Throws `ShortFrameError` for a payload that ends early; null is "no such command". */
  handle?(command: number, payload: ByteReader, origin: CommandOrigin): ClusterReply | null
  /** Its part of a stored scene, and back. */
  readonly scene?: SceneParticipant
}

export interface SceneParticipant {
  store(): Buffer
  recall(fields: ByteReader, transitionMs: number): void
}

/** A cluster that has its revision and nothing else: it is listed, and little more is known of it. */
export class PlainCluster implements ClusterServer {
  readonly id: number
  readonly attributes: AttributeTable

  constructor(id: number, attributes = new AttributeTable()) {
    this.id = id
    this.attributes = attributes.add(clusterRevision(1))
  }
}

export function clusterRevision(revision: number) {
  return constant(0xfffd, dataType.uint16, revision)
}
