import type { MachineFacts } from '../../contract/staff/health-report.ts'

/** What the core may ask of the computer that it runs on. `src/platform/node-machine.ts` answers. */
export interface Machine {
  facts(): Promise<MachineFacts>
  /** Keeps a report where whoever carries it away finds it; resolves with its path. Only the newest few are kept. */
  saveReport(text: string): Promise<string>
}
