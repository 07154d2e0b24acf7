import type { MachineFacts } from '../../contract/staff/health-report.ts'

/** The file's name, without its date. */
export type ReportKind = 'report.json' | 'statistics.csv'

/** What the core may ask of the computer that it runs on. `src/platform/node-machine.ts` answers. */
export interface Machine {
  facts(): Promise<MachineFacts>
  /** Keeps a report where whoever carries it away finds it; resolves with its path. Only the newest few of a kind are kept. */
  saveReport(kind: ReportKind, text: string): Promise<string>
}
