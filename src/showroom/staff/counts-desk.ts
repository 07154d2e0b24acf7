import { dwellSteps, leastTold, type StatisticsReport } from '../../contract/staff/statistics.ts'
import type { Statistics } from '../statistics/statistics.ts'
import type { Machine } from './machine.ts'

/** What was counted, for staff: to look at, to carry away, to erase, to end. */
export class CountsDesk {
  private readonly statistics: Statistics
  private readonly machine: Machine

  constructor(statistics: Statistics, machine: Machine) {
    this.statistics = statistics
    this.machine = machine
  }

  report(): StatisticsReport {
    return this.statistics.report()
  }

  /** As a table for spreadsheets; resolves with the file's path. */
  async save(): Promise<string> {
    const stays = [...dwellSteps.map((seconds) => `stayed under ${seconds} s`), 'stayed longer']
    const head = ['hour', 'scene', 'touches', 'chosen', 'codes', ...stays]
    const lines = this.statistics.report().rows.map(({ hour, scene, touches, tries, codes, dwell }) => {
      const numbers = [touches, tries, codes, ...dwell]
      return [hour, scene ?? '', ...numbers.map((number) => number ?? `<${leastTold}`)]
    })
    return this.machine.saveReport(
      'statistics.csv',
      [head, ...lines].map((line) => `${line.join(',')}\n`).join(''),
    )
  }

  async turn(isOn: boolean): Promise<void> {
    await this.statistics.turn(isOn)
  }

  async erase(): Promise<void> {
    await this.statistics.erase()
  }
}
