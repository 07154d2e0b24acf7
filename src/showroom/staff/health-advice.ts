import type { HealthAdvice, HealthReport } from '../../contract/staff/health-report.ts'

/** Free shares below which a machine gets into trouble. */
const lowDisk = 0.1
const lowMemory = 0.08
const lowBattery = 0.15
/** A link this weak loses frames (IEEE 802.15.4 link quality is 0..255); one device far away is not the network's fault. */
const weakSignal = 60
const weakShare = 1 / 3
/** Requests that had to be repeated, and bytes that belonged to nothing: a few are nobody's fault. */
const manyRepeats = 5
const manyBytes = 50
/** The first version of this program is younger than that. */
const firstYear = 2026
const manyRestarts = 3
const dayMs = 86_400_000
const awayCodes = ['dongle-absent', 'dongle-unplugged', 'dongle-lost']

/** What somebody should do about a kiosk, the worst first. */
export function adviceOf(report: Omit<HealthReport, 'advice'>): HealthAdvice[] {
  const { machine, devices, dongleFacts, signals } = report
  const silent = devices.filter(({ health, place }) => health === 'silent' && place !== null)
  const gone = devices.filter(({ health, place }) => health === 'gone' && place !== null)
  const empty = devices.filter(({ battery }) => battery !== null && battery < lowBattery)
  const heard = Object.values(signals)
  const weak = heard.filter((signal) => signal < weakSignal)
  const { repeatedRequests = 0, skippedBytes = 0 } = dongleFacts ?? {}
  const restarts = unexpected(report)
  const found: [HealthAdvice['code'], number][] = [
    ['dongle-away', isAway(report) ? 1 : 0],
    ['clock-wrong', new Date(machine.now).getUTCFullYear() < firstYear ? 1 : 0],
    ['disk-read-only', machine.disk?.isReadOnly === true ? 1 : 0],
    ['disk-low', machine.disk !== null && machine.disk.free < machine.disk.total * lowDisk ? 1 : 0],
    ['restarts-often', restarts >= manyRestarts ? restarts : 0],
    ['lamps-silent', silent.length],
    ['devices-gone', gone.length],
    ['batteries-low', empty.length],
    ['radio-weak', weak.length > heard.length * weakShare ? weak.length : 0],
    ['line-noisy', repeatedRequests >= manyRepeats || skippedBytes >= manyBytes ? 1 : 0],
    ['memory-low', machine.memory.free < machine.memory.total * lowMemory ? 1 : 0],
  ]
  return found.flatMap(([code, count]) => (count > 0 ? [{ code, count }] : []))
}

/** A stick that is there and cannot be used has a notice of its own: to plug it in again would not help. */
function isAway({ dongle, notices }: Pick<HealthReport, 'dongle' | 'notices'>): boolean {
  const tellsMore = notices.some(({ code }) => code.startsWith('dongle-') && !awayCodes.includes(code))
  return dongle.phase === 'lost' && !tellsMore
}

/** Runs of the last day that ended by themselves, or by a power cut. */
function unexpected({ runs, machine }: Pick<HealthReport, 'runs' | 'machine'>): number {
  const since = new Date(machine.now).getTime() - dayMs
  return runs
    .slice(1)
    .filter(({ startedAt, endedAt }) => endedAt === null && new Date(startedAt).getTime() > since).length
}
