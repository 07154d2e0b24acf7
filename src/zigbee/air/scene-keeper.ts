import type { Clock } from '../../showroom/clock.ts'
import type { DeviceId } from '../../showroom/device.ts'
import type { CommandPlan } from '../../showroom/driver.ts'
import type { Log } from '../../showroom/log.ts'
import type { Storage } from '../../showroom/storage.ts'
import type { KnownDevice } from '../definition.ts'
import { afterStep } from './after-step.ts'
import { type AirRecord, emptyAirRecord, emptyLamp, loadAirRecord, sceneKey } from './air-record.ts'
import { AirClosedError, type AirScheduler } from './air-scheduler.ts'
import { type Allotment, allot, type WantedScene } from './allotment.ts'
import type { LampTraits } from './lamp-scene.ts'
import { holds, type LampStep, nextStep } from './lamp-steps.ts'
import { performStep, type StepResult } from './perform-step.ts'

/** What lamps confirmed is written down this long after, many at once; what is lost with the power is asked again. */
const saveDelayMs = 2000
/** A lamp that did not answer is tried again after this long, then twice as long, and so on. */
const firstRetryMs = 10_000
const lastRetryMs = 300_000

export interface SceneKeeperParts {
  readonly clock: Clock
  readonly storage: Storage
  /** The record's name. */
  readonly recordName: string
  readonly log: Log
  readonly scheduler: AirScheduler
  readonly known: (device: DeviceId) => KnownDevice | null
  readonly traitsOf: (device: DeviceId) => LampTraits | null
  /** Hears how many of the plans with lamps that store them are whole in their lamps. */
  readonly onProgress: (ready: number, total: number) => void
}

/** Keeps in the lamps what plans want of them: works in the background, and goes on where it was after a restart. */
export class SceneKeeper {
  private readonly parts: SceneKeeperParts
  private record: AirRecord = emptyAirRecord
  private plans: readonly CommandPlan[] = []
  private allotment: Allotment = { groups: [], scenes: [] }
  private readonly lastUse = new Map<string, number>()
  private uses = 0
  private readonly busy = new Set<DeviceId>()
  private readonly retries = new Map<DeviceId, { delayMs: number; callOff: () => void }>()
  private callOffSave: (() => void) | null = null
  private loaded = false
  private stopped = false
  private progress = ''

  constructor(parts: SceneKeeperParts) {
    this.parts = parts
  }

  async start(): Promise<void> {
    this.record = await loadAirRecord(this.parts.storage, this.parts.recordName)
    this.loaded = true
    if (!this.stopped) await this.review()
  }

  async stop(): Promise<void> {
    this.stopped = true
    for (const { callOff } of this.retries.values()) callOff()
    if (this.callOffSave !== null) await this.save()
  }

  prepare(plans: readonly CommandPlan[]): void {
    this.plans = plans
    if (this.loaded) void this.review()
  }

  /** A device is known now, or says that it is there: what it lacks is stored in it. */
  met(device: DeviceId): void {
    this.retries.get(device)?.callOff()
    this.retries.delete(device)
    const mine = this.plans.some(({ commands }) => commands.some((command) => command.device === device))
    const isNew = mine && !this.allotment.groups.some(({ members }) => members.includes(device))
    if (this.loaded && isNew) void this.review()
    else this.work(device)
  }

  /** A device has left, or has joined anew: it holds nothing any more. */
  forget(device: DeviceId): void {
    const { [device]: _gone, ...lamps } = this.record.lamps
    this.record = { ...this.record, lamps }
    this.saveSoon()
  }

  /** All scenes, and the lamps that a recall would reach now: none while it might mislead one. */
  scenes(): { readonly scene: WantedScene; readonly holders: ReadonlySet<DeviceId> }[] {
    return this.allotment.scenes.map((scene) => {
      const holders = this.wouldMislead(scene)
        ? []
        : [...scene.lamps.keys()].filter((lamp) => holds(lamp, scene, this.record))
      return { scene, holders: new Set(holders) }
    })
  }

  /** Groups all of whose members have confirmed that they are in, and nobody else is. */
  wholeGroups(): { readonly id: number; readonly members: readonly DeviceId[] }[] {
    return this.allotment.groups.filter(({ id, members }) => {
      if (!members.every((lamp) => this.record.lamps[lamp]?.groups.includes(id))) return false
      return !this.others(members).some((lamp) => this.record.lamps[lamp]?.groups.includes(id))
    })
  }

  /** A scene was played: of many, those used last are kept in lamps that have no room for all. */
  used(scene: WantedScene): void {
    this.lastUse.set(scene.plan.name, ++this.uses)
    for (const lamp of scene.lamps.keys()) {
      if (!holds(lamp, scene, this.record)) this.work(lamp)
    }
  }

  /** A lamp did not follow a recall: it stores the scene anew. */
  missed(device: DeviceId, { group, main, prelude }: WantedScene): void {
    const lamp = this.record.lamps[device]
    if (lamp === undefined) return
    const gone = [main, prelude].map((number) => sceneKey(group, number ?? 0))
    const scenes = Object.fromEntries(Object.entries(lamp.scenes).filter(([key]) => !gone.includes(key)))
    this.record = { ...this.record, lamps: { ...this.record.lamps, [device]: { ...lamp, scenes } } }
    this.saveSoon()
    this.work(device)
  }

  scene(plan: string): WantedScene | null {
    return this.allotment.scenes.find((scene) => scene.plan.name === plan) ?? null
  }

  /** Plans have changed, or the devices that they speak of: numbers are given, and written down before use. */
  private async review(): Promise<void> {
    this.allotment = allot(this.plans, this.parts.traitsOf, this.record)
    this.record = { ...this.record, groups: [...this.allotment.groups] }
    this.tellProgress()
    await this.save()
    const lamps = new Set([...this.allotment.groups.flatMap(({ members }) => members), ...this.recorded()])
    for (const lamp of lamps) this.work(lamp)
  }

  private recorded(): DeviceId[] {
    return Object.keys(this.record.lamps).flatMap((id) => {
      const known = this.parts.known(id as DeviceId)
      return known === null ? [] : [known.description.id]
    })
  }

  /** Lamps that hold something and answer, besides those. */
  private others(lamps: readonly DeviceId[]): DeviceId[] {
    return this.recorded().filter((lamp) => !lamps.includes(lamp) && !this.parts.scheduler.isDoubtful(lamp))
  }

  /** Whether a lamp that shall not take part, or not so, would follow the recall. */
  private wouldMislead(scene: WantedScene): boolean {
    const numbers = scene.prelude === null ? [scene.main] : [scene.prelude, scene.main]
    return this.others([...scene.lamps.keys()]).some((lamp) =>
      numbers.some((number) => this.record.lamps[lamp]?.scenes[sceneKey(scene.group, number)] !== undefined),
    )
  }

  private work(device: DeviceId): void {
    if (this.busy.has(device) || this.stopped || !this.loaded) return
    this.busy.add(device)
    void this.workOn(device).finally(() => {
      this.busy.delete(device)
      this.tellProgress()
    })
  }

  private async workOn(device: DeviceId): Promise<void> {
    const { scheduler, known } = this.parts
    const pace = scheduler.pace(device, 'storing', {})
    for (;;) {
      const lamp = known(device)
      const step = nextStep(device, this.allotment, this.byUse(), this.record)
      if (lamp === null || step === null || this.stopped) return
      try {
        const before = this.record.lamps[device] ?? emptyLamp
        const result = await performStep(lamp, step, before.knowsTenths, pace)
        scheduler.judge(device, true)
        this.retries.delete(device)
        this.note(device, step, result)
      } catch (error) {
        if (error instanceof AirClosedError || this.stopped) return
        scheduler.judge(device, false)
        this.retryLater(device)
        return
      }
    }
  }

  private byUse(): WantedScene[] {
    const use = ({ plan }: WantedScene) => this.lastUse.get(plan.name) ?? 0
    return this.allotment.scenes.toSorted((a, b) => use(b) - use(a))
  }

  private note(device: DeviceId, step: LampStep, result: StepResult): void {
    const lamp = this.record.lamps[device] ?? emptyLamp
    this.record = { ...this.record, lamps: { ...this.record.lamps, [device]: afterStep(lamp, step, result) } }
    this.saveSoon()
  }

  private retryLater(device: DeviceId): void {
    const delayMs = Math.min(lastRetryMs, (this.retries.get(device)?.delayMs ?? firstRetryMs / 2) * 2)
    const callOff = this.parts.clock.after(delayMs, () => this.work(device))
    this.retries.set(device, { delayMs, callOff })
  }

  private tellProgress(): void {
    const { scenes } = this.allotment
    const ready = scenes.filter((scene) => this.isReady(scene)).length
    const progress = `${ready}/${scenes.length}`
    if (progress === this.progress) return
    this.progress = progress
    this.parts.onProgress(ready, scenes.length)
  }

  /** All lamps that answer and can hold it do. */
  private isReady(scene: WantedScene): boolean {
    return [...scene.lamps.keys()].every((lamp) => {
      const settled =
        !this.busy.has(lamp) && nextStep(lamp, this.allotment, this.byUse(), this.record) === null
      return settled || this.retries.has(lamp) || holds(lamp, scene, this.record)
    })
  }

  private saveSoon(): void {
    this.callOffSave ??= this.parts.clock.after(saveDelayMs, () => void this.save())
  }

  private async save(): Promise<void> {
    this.callOffSave?.()
    this.callOffSave = null
    const { storage, recordName, log } = this.parts
    try {
      await storage.write(recordName, `${JSON.stringify(this.record)}\n`)
    } catch (error) {
      log('warning', `what lamps have stored cannot be written down: ${String(error)}`)
    }
  }
}
