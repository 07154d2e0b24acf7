import { access, constants, readdir, rm, statfs } from 'node:fs/promises'
import { freemem, platform, release, totalmem, uptime } from 'node:os'
import { join } from 'node:path'
import type { MachineFacts } from '../contract/staff/health-report.ts'
import type { Machine, ReportKind } from '../showroom/staff/machine.ts'
import { replaceFile } from './file-storage.ts'

const reportsFolder = 'reports'
const reportsKept = 5

/** The computer, as Node sees it; reports lie in the data folder. */
export class NodeMachine implements Machine {
  private readonly dataFolder: string
  private readonly date: () => Date

  constructor(dataFolder: string, date: () => Date = () => new Date()) {
    this.dataFolder = dataFolder
    this.date = date
  }

  async facts(): Promise<MachineFacts> {
    const disk = await statfs(this.dataFolder).catch(() => null)
    const isReadOnly = await access(this.dataFolder, constants.W_OK).then(
      () => false,
      () => true,
    )
    return {
      now: this.date().toISOString(),
      uptimeS: uptime(),
      memory: { free: freemem(), total: totalmem() },
      disk:
        disk === null
          ? null
          : { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize, isReadOnly },
      ownMemory: process.memoryUsage().rss,
      platform: `${platform()} ${release()}`,
      node: process.version,
    }
  }

  async saveReport(kind: ReportKind, text: string): Promise<string> {
    const folder = join(this.dataFolder, reportsFolder)
    const [name = '', ending = ''] = kind.split('.')
    const path = join(folder, `${name}-${this.date().toISOString().replaceAll(/[:.]/g, '-')}.${ending}`)
    await replaceFile(path, text)
    const ofKind = (file: string) => file.startsWith(`${name}-`) && file.endsWith(`.${ending}`)
    const reports = (await readdir(folder)).filter(ofKind).sort()
    for (const old of reports.slice(0, -reportsKept)) await rm(join(folder, old), { force: true })
    return path
  }
}
