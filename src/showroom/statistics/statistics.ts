import { dwellSteps, type StatisticsReport } from '../../contract/staff/statistics.ts'
import type { Clock } from '../clock.ts'
import type { Calendar } from '../local-time.ts'
import type { Log } from '../log.ts'
import type { Storage } from '../storage.ts'
import {
  type Cell,
  noCounts,
  type StatisticsRecord,
  statisticsRecord,
  toldRows,
} from './statistics-record.ts'

export interface StatisticsParts {
  readonly storage: Storage
  readonly clock: Clock
  readonly calendar: Calendar
  readonly log: Log
}

const recordName = 'statistics.json'
/** Older hours are forgotten. */
const daysKept = 92
const dayMs = 86_400_000
/** How often it is looked whether the hour is over. */
const lookMs = 60_000

const nothing: StatisticsRecord = { version: 1, isOn: true, hours: {} }

/**
 * Counts by the hour and the scene. What is counted is written when the hour is over, or the kiosk ends in good order:
 * the file's own time says nothing of anybody's touch, and a power cut costs an hour's counts.
 */
export class Statistics {
  private readonly parts: StatisticsParts
  private record: StatisticsRecord = nothing
  private hour = ''
  private isSaved = true
  private callOff: () => void = () => {}

  constructor(parts: StatisticsParts) {
    this.parts = parts
  }

  async start(): Promise<void> {
    const text = await this.parts.storage.read(recordName)
    try {
      if (text !== null) this.record = statisticsRecord.parse(JSON.parse(text))
    } catch {
      this.parts.log('warning', `${recordName} cannot be understood: it is counted anew.`)
    }
    this.hour = this.hourNow()
    this.lookLater()
  }

  async stop(): Promise<void> {
    this.callOff()
    await this.save().catch((error: unknown) => this.fail(error))
  }

  /** `scene` is "living-room/movie-night", or null. */
  count(scene: string | null, what: 'touches' | 'tries' | 'codes'): void {
    this.change(scene, (cell) => {
      cell[what] += 1
    })
  }

  stayed(scene: string, forMs: number): void {
    const step = dwellSteps.findIndex((seconds) => forMs < seconds * 1000)
    const bucket = step === -1 ? dwellSteps.length : step
    this.change(scene, (cell) => {
      cell.dwell[bucket] = (cell.dwell[bucket] ?? 0) + 1
    })
  }

  report(): StatisticsReport {
    return { isOn: this.record.isOn, rows: toldRows(this.record) }
  }

  /** Rejects when it cannot be saved; then all is as before. */
  async turn(isOn: boolean): Promise<void> {
    await this.replace({ ...this.record, isOn })
  }

  /** Rejects when it cannot be saved; then all is as before. */
  async erase(): Promise<void> {
    await this.replace({ ...this.record, hours: {} })
  }

  private change(scene: string | null, add: (cell: Cell) => void): void {
    if (!this.record.isOn) return
    const hour = this.hourNow()
    const cells = this.record.hours[hour] ?? {}
    const counted = cells[scene ?? '-'] ?? noCounts()
    const cell = { ...counted, dwell: [...counted.dwell] }
    add(cell)
    this.record = {
      ...this.record,
      hours: { ...this.record.hours, [hour]: { ...cells, [scene ?? '-']: cell } },
    }
    this.isSaved = false
  }

  private lookLater(): void {
    this.callOff = this.parts.clock.after(lookMs, () => {
      const isOver = this.hourNow() !== this.hour
      this.hour = this.hourNow()
      if (isOver) this.save().catch((error: unknown) => this.fail(error))
      this.lookLater()
    })
  }

  private async save(): Promise<void> {
    if (this.isSaved) return
    const oldest = new Date(Date.parse(`${this.hour.slice(0, 10)}T00:00:00Z`) - daysKept * dayMs)
    const from = oldest.toISOString().slice(0, 10)
    const hours = Object.fromEntries(Object.entries(this.record.hours).filter(([hour]) => hour >= from))
    await this.replace({ ...this.record, hours })
  }

  private async replace(record: StatisticsRecord): Promise<void> {
    const before = this.record
    this.record = record
    this.isSaved = true
    try {
      await this.parts.storage.write(recordName, `${JSON.stringify(inOrder(record))}\n`)
    } catch (error) {
      this.record = before
      this.isSaved = false
      throw error
    }
  }

  private hourNow(): string {
    const { date, minute } = this.parts.calendar.now()
    return `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}`
  }

  private fail(error: unknown): void {
    this.parts.log('warning', `the counts were not written: ${String(error)}`)
  }
}

/** The order in which scenes were first touched is nobody's business. */
function inOrder({ hours, ...rest }: StatisticsRecord): StatisticsRecord {
  const sorted = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const cells = Object.entries(sorted(hours)).map(([hour, scenes]) => [hour, sorted(scenes)])
  return { ...rest, hours: Object.fromEntries(cells) }
}
