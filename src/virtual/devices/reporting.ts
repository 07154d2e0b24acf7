import type { Clock } from '../../showroom/clock.ts'
import { isAnalog, type ZclValue } from '../zcl/data-type.ts'
import type { Attribute } from './attributes.ts'

/** How one attribute reports, as configured (ZCL 2.5.7). Seconds; `change` is null for discrete types. */
export interface ReportingRule {
  readonly cluster: number
  readonly attribute: Attribute
  readonly minSeconds: number
  /** 0 is "only on change". */
  readonly maxSeconds: number
  readonly change: ZclValue | null
}

interface Running {
  rule: ReportingRule
  lastValue: ZclValue
  lastSentMs: number
  cancelPeriodic: () => void
  cancelWaiting: () => void
}

/** Sends attribute reports of one endpoint as configured: on change, not too often, not too seldom. */
export class Reporting {
  private readonly clock: Clock
  private readonly send: (cluster: number, attribute: Attribute) => void
  private readonly running = new Map<string, Running>()

  constructor(clock: Clock, send: (cluster: number, attribute: Attribute) => void) {
    this.clock = clock
    this.send = send
  }

  rules(): ReportingRule[] {
    return [...this.running.values()].map((entry) => entry.rule)
  }

  find(cluster: number, attribute: Attribute): ReportingRule | null {
    return this.running.get(key(cluster, attribute))?.rule ?? null
  }

  /** A `maxSeconds` of 0xffff ends reporting (ZCL 2.5.7.1.6). */
  configure(rule: ReportingRule): void {
    const id = key(rule.cluster, rule.attribute)
    this.remove(id)
    if (rule.maxSeconds === 0xffff) return
    const entry: Running = {
      rule,
      lastValue: rule.attribute.get(),
      lastSentMs: this.clock.now(),
      cancelPeriodic: () => {},
      cancelWaiting: () => {},
    }
    this.running.set(id, entry)
    this.schedulePeriodic(entry)
  }

  clear(): void {
    for (const id of [...this.running.keys()]) this.remove(id)
  }

  /** Called whenever a value may be another. */
  changed(cluster: number, attribute: Attribute): void {
    const entry = this.running.get(key(cluster, attribute))
    if (entry === undefined || !isReportable(entry.rule, entry.lastValue, attribute.get())) return
    const waitMs = entry.lastSentMs + entry.rule.minSeconds * 1000 - this.clock.now()
    entry.cancelWaiting()
    if (waitMs <= 0) this.sendNow(entry)
    else entry.cancelWaiting = this.clock.after(waitMs, () => this.sendIfStillChanged(entry))
  }

  private sendIfStillChanged(entry: Running): void {
    if (isReportable(entry.rule, entry.lastValue, entry.rule.attribute.get())) this.sendNow(entry)
  }

  private sendNow(entry: Running): void {
    entry.cancelWaiting()
    entry.lastValue = entry.rule.attribute.get()
    entry.lastSentMs = this.clock.now()
    this.schedulePeriodic(entry)
    this.send(entry.rule.cluster, entry.rule.attribute)
  }

  private schedulePeriodic(entry: Running): void {
    entry.cancelPeriodic()
    if (entry.rule.maxSeconds === 0) return
    entry.cancelPeriodic = this.clock.after(entry.rule.maxSeconds * 1000, () => this.sendNow(entry))
  }

  private remove(id: string): void {
    const entry = this.running.get(id)
    entry?.cancelPeriodic()
    entry?.cancelWaiting()
    this.running.delete(id)
  }
}

function key(cluster: number, attribute: Attribute): string {
  return `${cluster}/${attribute.manufacturer ?? ''}/${attribute.id}`
}

function isReportable(rule: ReportingRule, last: ZclValue, now: ZclValue): boolean {
  if (!isAnalog(rule.attribute.type)) return last !== now
  const distance = Math.abs(Number(now) - Number(last))
  return distance > 0 && distance >= Number(rule.change ?? 0)
}
