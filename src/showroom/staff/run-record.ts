import { z } from 'zod'
import { type ServiceRun, serviceRun } from '../../contract/staff/health-report.ts'
import type { Log } from '../log.ts'
import type { Storage } from '../storage.ts'

/** The record `runs.json`: the newest first. */
const runsRecord = z.strictObject({ version: z.literal(1), runs: z.array(serviceRun).max(50) })
const recordName = 'runs.json'
const kept = 20

export interface RunRecordParts {
  readonly storage: Storage
  readonly log: Log
  /** The machine's wall clock, as ISO 8601. */
  readonly date: () => string
  /** How long the machine has been on, in seconds. */
  readonly uptimeS: () => Promise<number>
}

/** When the service began and ended: one without an end ended by itself, or by a power cut. */
export class RunRecord {
  private readonly parts: RunRecordParts
  private list: readonly ServiceRun[] = []

  constructor(parts: RunRecordParts) {
    this.parts = parts
  }

  get runs(): readonly ServiceRun[] {
    return this.list
  }

  async begin(): Promise<void> {
    const before = runsRecord.safeParse(parsed((await this.parts.storage.read(recordName)) ?? ''))
    const run: ServiceRun = { startedAt: this.parts.date(), endedAt: null, broken: null }
    const [last, ...older] = before.data?.runs ?? []
    const told = last === undefined ? [] : [await this.explained(last)]
    this.list = [run, ...told, ...older].slice(0, kept)
    await this.save()
  }

  /** Why the last run ended, when nobody ended it: a machine that has been on for longer than that run is not why. */
  private async explained(last: ServiceRun): Promise<ServiceRun> {
    if (last.endedAt !== null) return last
    const bootedMs = Date.parse(this.parts.date()) - (await this.parts.uptimeS()) * 1000
    return { ...last, broken: bootedMs > Date.parse(last.startedAt) ? 'machine' : 'program' }
  }

  async end(): Promise<void> {
    const [current, ...others] = this.list
    if (current === undefined) return
    this.list = [{ ...current, endedAt: this.parts.date() }, ...others]
    await this.save()
  }

  /** A kiosk on a full disk goes on without. */
  private async save(): Promise<void> {
    await this.parts.storage
      .write(recordName, `${JSON.stringify({ version: 1, runs: this.list })}\n`)
      .catch((error: unknown) => this.parts.log('warning', `${recordName} was not saved: ${String(error)}`))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
