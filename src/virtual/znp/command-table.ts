import type { ByteReader } from '../bytes.ts'
import type { Coordinator } from './coordinator.ts'

/** Answers one request: the data of the synchronous response. Throws `ShortFrameError` for too little data. */
export type Handler = (request: ByteReader, coordinator: Coordinator) => Buffer

export interface Command {
  /** As in TI's documents. */
  readonly name: string
  readonly subsystem: number
  readonly id: number
  readonly handle: Handler
}

/** Turns `[id, name, handler]` rows into commands of one subsystem. */
export function commandsOf(
  subsystem: number,
  rows: readonly (readonly [number, string, Handler])[],
): Command[] {
  return rows.map(([id, name, handle]) => ({ subsystem, id, name, handle }))
}

export function status(code: number): Buffer {
  return Buffer.from([code])
}

/** A request that is accepted and changes nothing that is modelled. */
export const accepted: Handler = () => status(0)
