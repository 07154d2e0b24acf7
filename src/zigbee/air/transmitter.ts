import type { Clock } from '../../showroom/clock.ts'
import type { DeviceCommand, DeviceId, DeviceReport } from '../../showroom/device.ts'
import type { CommandOutcome, CommandPlan, Urgency } from '../../showroom/driver.ts'
import type { Log } from '../../showroom/log.ts'
import type { Storage } from '../../showroom/storage.ts'
import { endpointWith, type KnownDevice } from '../definition.ts'
import { lampQuirks } from '../lamp-quirks.ts'
import type { AirScheduler } from './air-scheduler.ts'
import { type BroadcastAllowance, BroadcastBudget } from './broadcast-budget.ts'
import { CommandLanes } from './command-lanes.ts'
import { DarkLamps } from './dark-lamps.ts'
import { type Dispatch, dispatch } from './dispatch.ts'
import { alikeFrames, type GroupFrame, GroupSender, recallFrames } from './group-sender.ts'
import { endsAlike, type LampTraits, type LightCommand, lampScene } from './lamp-scene.ts'
import { RecallWatch } from './recall-watch.ts'
import { SceneKeeper } from './scene-keeper.ts'
import { UnicastSender } from './unicast-sender.ts'

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
  private readonly dark: DarkLamps
  private readonly watch: RecallWatch

  constructor(parts: TransmitterParts) {
    const { clock, scheduler, log, storage, recordName, known } = parts
    this.parts = parts
    this.lanes = new CommandLanes(clock, (...delivery) => this.alone.deliver(...delivery))
    this.alone = new UnicastSender({
      ...{ scheduler, known },
      // Told something meanwhile, its answer may be of before that.
      heard: (device, report, turn) => this.heard(device, report, this.lanes.isTurn(device, turn)),
      turnOf: (device) => this.lanes.turnOf(device),
      took: (command) => this.dark.noteAlone(command),
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
    this.dark = new DarkLamps({
      ...{ clock, scheduler, known },
      dims: (device) => this.traitsOf(device) !== null,
      switchOff: (command, batch) => void this.lanes.send(command, batch),
    })
  }

  start(): Promise<void> {
    return this.keeper.start()
  }

  async stop(): Promise<void> {
    this.lanes.stop(lost)
    this.dark.stop()
    await this.keeper.stop()
  }

  prepare(plans: readonly CommandPlan[]): void {
    this.keeper.prepare(plans)
  }

  /** A device is known now, or says that it is there. */
  met(device: DeviceId): void {
    this.dark.unknown(device)
    this.keeper.met(device)
  }

  /** A device has left the network, or joined it anew. */
  forget(device: DeviceId): void {
    this.keeper.forget(device)
  }

  /** What a device says, less what says nothing. `asked`: in answer to a question, so that it is no old word. */
  heard(device: DeviceId, report: DeviceReport, asked = false): DeviceReport {
    this.parts.scheduler.judge(device, true)
    return this.dark.heard(device, report, asked)
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

  private framesForAll(group: number, commands: readonly LightCommand[]): GroupFrame[] | null {
    const members = commands.flatMap(({ device }) => {
      const traits = this.traitsOf(device)
      return traits === null ? [] : [{ device, traits, lit: this.dark.isLit(device) === true }]
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
    const started = isRecall ? this.dark.lowerFirst(commands, isCurrent) : Promise.resolve()
    const devices = commands.map(({ device }) => device)
    const gone = started
      .then(() => this.groups.send(frames, isCurrent, (phase) => this.parts.onFrame(devices, 'group', phase)))
      .then(() => {
        for (const command of commands)
          this.dark.noteTold(command, isRecall, () => isTurn(command.device), batch)
        for (const { command, end } of overtaken) {
          void end.then(() => isTurn(command.device) && this.lastWord(command, batch))
        }
      })
    return async (command) => {
      try {
        await gone
        return sent
      } catch {
        if (this.parts.scheduler.isClosed) return lost
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
}
