import { expect } from 'vitest'
import type { FileServer, Meddler } from '../../updates/testing/file-server.ts'
import type { HeadOffice } from '../../updates/testing/head-office.ts'
import type { KioskProgram } from './kiosk-program.ts'

export const dayMs = 86_400_000

/** Who is there when an attack begins. */
export interface Field {
  readonly office: HeadOffice
  readonly server: FileServer
  readonly kiosk: KioskProgram
  /** What head office has just signed, in a folder that the attack may spoil. */
  readonly fresh: string
  /** What is served so far. */
  readonly stale: string
  /** Of what head office has just signed. */
  readonly revision: number
}

export interface Attack {
  readonly name: string
  /** What the kiosk's status file says of it. */
  readonly told: object
  /** What makes the playlist special with which it comes. */
  readonly yaml?: string
  /** Resolves with the folder that is served, or with what stands between it and the kiosk. */
  readonly begin: (field: Field) => Promise<Meddler | string> | Meddler | string
  /** The kiosk knew the new revision before it began. */
  readonly knowsNew?: true
  /** What head office or the store must do for it to be over. */
  readonly end?: (field: Field) => Promise<void>
}

export const shows = (revision: number) => ({ shows: { playlist: 'se/winter', revision } })
export const refused = (reason: string, why = /./) => ({
  sources: [{ outcome: 'refused', reason, why: expect.stringMatching(why) }],
})

/** All of it happens later than today: so what was signed last is no neighbour of the day when the program was made. */
const aheadMs = 60 * dayMs
export const nowMs = () => Date.now() + aheadMs

/** Somebody sets the kiosk's clock, so far off. */
export const setClock = ({ kiosk }: Pick<Field, 'kiosk'>, offMs: number): void =>
  kiosk.setClock(aheadMs + offMs)

/** Answers what matches with these bytes. */
export const instead =
  (path: RegExp, bytes: string | Buffer): Meddler =>
  (_request, response, asked) => {
    if (!path.test(asked)) return false
    response.writeHead(200).end(bytes)
    return true
  }
