import type { Clock } from '../../showroom/clock.ts'
import type { DeviceCommand, DeviceId, DeviceReport } from '../../showroom/device.ts'
import type { CommandOutcome, CommandPlan, Urgency } from '../../showroom/driver.ts'
import type { Log } from '../../showroom/log.ts'
import type { Storage } from '../../showroom/storage.ts'
import { endpointWith, type KnownDevice } from '../definition.ts'
import { lampQuirks } from '../lamp-quirks.ts'
import { isLit, noteLit, setLevelUnseen } from '../send-command.ts'
import type { AirScheduler } from './air-scheduler.ts'
import { type BroadcastAllowance, BroadcastBudget } from './broadcast-budget.ts'
import { CommandLanes } from './command-lanes.ts'
import { Darkness } from './darkness.ts'
import { type Dispatch, dispatch } from './dispatch.ts'
import { alikeFrames, type GroupFrame, GroupSender, OutdatedError, recallFrames } from './group-sender.ts'
import { endsAlike, type LampTraits, type LightCommand, lampScene } from './lamp-scene.ts'
import { RecallWatch } from './recall-watch.ts'
import { SceneKeeper } from './scene-keeper.ts'
import { UnicastSender } from './unicast-sender.ts'

/** A lamp that sank to its lowest level is switched off this long after it got there. */
const afterSinkingMs = 100
/** So few lamps are told before a scene that they start low; more would hold it up. */
const lampsToLower = 4
const lowerWithinMs = 100

const sent: CommandOutcome = { kind: 'sent' }
const lost: CommandOutcome = { kind: 'failed', reason: 'dongle-lost', detail: 'the dongle is gone' }

export interface TransmitterParts {
  readonly clock: Clock
  readonly log: Log
  readonly storage: Storage
  /** Where the record of what lamps have stored is kept. */
  readonly recordName: string
  readonly scheduler: AirScheduler
  readonly allowance: BroadcastAllowance
  /** Null when the device is not in the network. */
  readonly known: (device: DeviceId) => KnownDevice | null
  /** Resolves when the dongle has confirmed the frame. */
  readonly toGroup: (frame: GroupFrame) => Promise<unknown>
  readonly onPrepared: (ready: number, total: number) => void
  /** A frame with commands for devices leaves, or was answered. */
  readonly onFrame: (devices: readonly DeviceId[], cast: 'alone' | 'group', phase: 'left' | 'taken') => void
}

/** Sends commands and questions over one connection to a dongle, and tells what became of them. */
export class Transmitter {
  private readonly parts: TransmitterParts
  private readonly lanes: CommandLanes
  private readonly alone: UnicastSender
  private readonly groups: GroupSender
  private readonly keeper: SceneKeeper
  private readonly darkness: Darkness
  private readonly watch: RecallWatch

  constructor(parts: TransmitterParts) {
    const { clock, scheduler, log, storage, recordName, known } = parts
    this.parts = parts
    this.lanes = new CommandLanes(clock, (...delivery) => this.alone.deliver(...delivery))
    this.alone = new UnicastSender({
      ...{ log, scheduler, known },
      heard: (device, report) => this.heard(device, report),
      took: (command) => this.noteAlone(command),
      onFrame: parts.onFrame,
    })
    this.groups = new GroupSender({
      clock,
      scheduler,
      budget: new BroadcastBudget(clock, parts.allowance),
      transmit: parts.toGroup,
    })
    this.keeper = new SceneKeeper({
      ...{ clock, storage, recordName, log, scheduler, known },
      traitsOf: (device) => this.traitsOf(device),
      onProgress: parts.onPrepared,
    })
    this.watch = new RecallWatch(clock)
    this.darkness = new Darkness(clock, (device) => this.lower(device, 'background', () => true))
  }

  start(): Promise<void> {
    return this.keeper.start()
  }

  async stop(): Promise<void> {
    this.lanes.stop(lost)
    this.darkness.stop()
    await this.keeper.stop()
  }

  prepare(plans: readonly CommandPlan[]): void {
    this.keeper.prepare(plans)
  }

  /** A device is known now, or says that it is there. */
  met(device: DeviceId): void {
    this.darkness.unknown(device)
    this.keeper.met(device)
  }

  /** A device has left the network, or joined it anew. */
  forget(device: DeviceId): void {
    this.keeper.forget(device)
  }

  /** What a device says by itself, less what says nothing. */
  heard(device: DeviceId, report: DeviceReport): DeviceReport {
    this.parts.scheduler.judge(device, true)
    return this.darkness.heard(device, report)
  }

  /** One outcome per command, in the same order; none rejects. */
  send(commands: readonly DeviceCommand[]): readonly Promise<CommandOutcome>[] {
    const batch = {}
    const distinct = new Set(commands.map(({ device }) => device)).size === commands.length
    const single = (command: DeviceCommand) => {
      this.learn(command)
      return this.lanes.send(command, batch)
    }
    if (commands.length < 2 || !distinct) return commands.map(single)
    const { recalls, alike, singles, played } = this.dispatch(commands)
    const outcomes = new Map<DeviceId, Promise<CommandOutcome>>()
    const put = (
      list: readonly DeviceCommand[],
      outcome: (command: DeviceCommand) => Promise<CommandOutcome>,
    ) => {
      for (const command of list) outcomes.set(command.device, outcome(command))
    }
    for (const { group, commands: members } of alike) {
      const frames = this.framesForAll(group, members)
      put(members, frames === null ? single : this.byGroup(frames, members, batch))
    }
    for (const { scene, commands: members } of recalls) {
      const frames = recallFrames(scene, members[0]?.transitionMs ?? 0)
      const pays = this.groups.pays(frames.length, members.length)
      if (pays) for (const { device } of members) this.watch.recalled(device, scene.plan.name)
      put(members, pays ? this.byGroup(frames, members, batch) : single)
    }
    put(singles, single)
    for (const scene of played) this.keeper.used(scene)
    return commands.map(({ device }) => outcomes.get(device) ?? Promise.resolve(lost))
  }

  read(device: DeviceId, urgency: Urgency): Promise<DeviceReport | null> {
    return this.alone.read(device, urgency)
  }

  /** A lamp that is told alone what a recall has just said did not follow it: it stores the scene anew. */
  private learn(command: DeviceCommand): void {
    const { device } = command
    const scene = this.keeper.scene(this.watch.expected(device) ?? '')
    const [stored, traits] = [scene?.lamps.get(device), this.traitsOf(device)]
    if (scene === null || stored === undefined || traits === null || command.kind !== 'light') return
    const wanted = lampScene(command, traits)
    if (wanted === null || !endsAlike(wanted, stored)) return
    this.watch.corrected(device)
    this.keeper.missed(device, scene)
  }

  private dispatch(commands: readonly DeviceCommand[]): Dispatch {
    return dispatch(commands, {
      scenes: this.keeper.scenes().map(({ scene, holders }) => ({
        scene,
        holders: new Set([...holders].filter((device) => this.watch.isTrusted(device))),
      })),
      groups: this.keeper.wholeGroups(),
      traitsOf: (device) => this.traitsOf(device),
    })
  }

  private traitsOf(device: DeviceId): LampTraits | null {
    const known = this.parts.known(device)
    const ability = known?.description.abilities.light
    if (known === null || ability === undefined || endpointWith(known.device, 'genLevelCtrl') === null)
      return null
    return { ability, quirks: lampQuirks(known) }
  }

  private isLit(device: DeviceId): boolean | null {
    const known = this.parts.known(device)
    const target = known === null ? null : endpointWith(known.device, 'genOnOff')
    return target === null ? null : isLit(target)
  }

  private framesForAll(group: number, commands: readonly LightCommand[]): GroupFrame[] | null {
    const members = commands.flatMap(({ device }) => {
      const traits = this.traitsOf(device)
      return traits === null ? [] : [{ device, traits, lit: this.isLit(device) === true }]
    })
    const command = commands[0]
    if (command === undefined || members.length < commands.length) return null
    const frames = alikeFrames(group, command, members)
    return frames !== null && this.groups.pays(frames.length, members.length) ? frames : null
  }

  /** Sends group frames for commands; should the dongle refuse them, their lamps are told one by one. */
  private byGroup(
    frames: readonly GroupFrame[],
    commands: readonly LightCommand[],
    batch: object,
  ): (command: DeviceCommand) => Promise<CommandOutcome> {
    const overtaken = commands.flatMap((command) => {
      const end = this.lanes.underWay(command.device)
      return end === null ? [] : [{ command, end }]
    })
    const turns = new Map(commands.map(({ device }) => [device, this.lanes.overtake(device, sent)]))
    const isTurn = (device: DeviceId) => this.lanes.isTurn(device, turns.get(device) ?? 0)
    const isCurrent = () => commands.every(({ device }) => isTurn(device))
    const isRecall = frames[0]?.command === 'recall'
    const started = isRecall ? this.lowerFirst(commands, isCurrent) : Promise.resolve()
    const devices = commands.map(({ device }) => device)
    const gone = started
      .then(() => this.groups.send(frames, isCurrent, (phase) => this.parts.onFrame(devices, 'group', phase)))
      .then(() => {
        for (const command of commands) this.noteTold(command, isRecall, () => isTurn(command.device), batch)
        for (const { command, end } of overtaken) {
          void end.then(() => isTurn(command.device) && this.lastWord(command, batch))
        }
      })
    return async (command) => {
      try {
        await gone
        return sent
      } catch (error) {
        if (this.parts.scheduler.isClosed) return lost
        if (!(error instanceof OutdatedError)) this.parts.log('debug', `to a group: ${String(error)}`)
        return isTurn(command.device) ? this.lanes.send(command, batch) : sent
      }
    }
  }

  /**
   * An older command was on its way when the group frame went out: repeated along its route, it may have reached the
   * lamp after the frame. So the lamp is told once more, by itself.
   */
  private lastWord(command: LightCommand, batch: object): void {
    if (!this.parts.scheduler.isClosed) void this.lanes.send(command, batch)
  }

  /** Lamps that would start too bright are set low first, when they are few. */
  private async lowerFirst(commands: readonly LightCommand[], isCurrent: () => boolean): Promise<void> {
    const bright = commands.filter(({ device, on }) => on !== false && this.darkness.startsBright(device))
    if (bright.length === 0 || bright.length > lampsToLower) return
    let inTime = true
    const lowered = bright.map(({ device }) => this.lower(device, 'shopper', () => inTime && isCurrent()))
    const late = new Promise<void>((resolve) => this.parts.clock.after(lowerWithinMs, resolve))
    await Promise.race([Promise.all(lowered), late])
    inTime = false
  }

  /** Sets a lamp that is off to its lowest level, which nobody sees. */
  private async lower(device: DeviceId, rank: Urgency, isWanted: () => boolean): Promise<boolean> {
    const known = this.parts.known(device)
    if (known === null || this.traitsOf(device) === null) return false
    try {
      const pace = this.parts.scheduler.pace(device, rank)
      await pace(async () => {
        if (!isWanted() || this.isLit(device) === true) throw new OutdatedError('it is lit')
        await setLevelUnseen(known)
      })
      return true
    } catch (error) {
      this.parts.log('debug', `${known.description.model} was not set low: ${String(error)}`)
      return false
    }
  }

  /** Remembers what a group frame told a lamp, and switches it off where it sinks first. */
  private noteTold(command: LightCommand, isRecall: boolean, isTurn: () => boolean, batch: object): void {
    const { device, transitionMs } = command
    const known = this.parts.known(device)
    const target = known === null ? null : endpointWith(known.device, 'genOnOff')
    if (target === null) return
    if (command.on !== false) {
      noteLit(target, true)
      this.darkness.lit(device)
      return
    }
    if (!isRecall) {
      noteLit(target, false)
      this.darkness.goesOut(device, transitionMs)
      return
    }
    if (target.getClusterAttributeValue('genOnOff', 'onOff') === 0) return // It was off, and still is.
    this.darkness.sinks(device)
    this.parts.clock.after(transitionMs + afterSinkingMs, () => {
      const off = { kind: 'light', device, on: false, transitionMs: 0 } as const
      if (isTurn() && !this.parts.scheduler.isClosed) void this.lanes.send(off, batch)
    })
  }

  private noteAlone(command: DeviceCommand): void {
    if (command.kind !== 'light') return
    const { device, on, transitionMs } = command
    if (on !== false) this.darkness.lit(device)
    else if (!this.darkness.isLow(device)) this.darkness.goesOut(device, transitionMs)
  }
}
