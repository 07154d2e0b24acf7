import type { Clock } from '../../showroom/clock.ts'
import type { DeviceCommand, DeviceId } from '../../showroom/device.ts'
import type { CommandOutcome } from '../../showroom/driver.ts'

/** At most eight commands a second go to one lamp. */
const intervalMs = 125

interface Waiting {
  command: DeviceCommand
  readonly settle: ((outcome: CommandOutcome) => void)[]
}

interface Lane {
  waiting: Waiting | null
  /** The delivery under way. */
  running: Promise<unknown> | null
  lastStartMs: number
  /** Counts what the device was told, one by one or with its group. */
  turn: number
  /** The turn of the newest group frame. */
  overtaken: number
  callOff: (() => void) | null
}

/**
 * One lane per device: one command under way, one waiting, in which a newer command is merged. So a lamp that is
 * slow to answer ends at the newest value, and gets no more commands than it can follow.
 */
export class CommandLanes {
  private readonly lanes = new Map<DeviceId, Lane>()
  private readonly clock: Clock
  private readonly deliver: (
    command: DeviceCommand,
    batch: object,
    isCurrent: () => boolean,
  ) => Promise<CommandOutcome>

  /** A command that is not current any more may stop half-way: a group frame has overtaken it. */
  constructor(clock: Clock, deliver: CommandLanes['deliver']) {
    this.clock = clock
    this.deliver = deliver
  }

  /** Resolves with what became of this command, or of the newer one that it was merged into. */
  send(command: DeviceCommand, batch: object): Promise<CommandOutcome> {
    const lane = this.lane(command.device)
    lane.turn++
    return new Promise((resolve) => {
      if (lane.waiting === null) lane.waiting = { command, settle: [resolve] }
      else {
        lane.waiting.command = merge(lane.waiting.command, command)
        lane.waiting.settle.push(resolve)
      }
      this.pump(lane, batch)
    })
  }

  /**
   * A group frame tells the device something newer: what waits for it has had its day. Returns the turn that this
   * was, which `isTurn` knows again until the device is told something else.
   */
  overtake(device: DeviceId, outcome: CommandOutcome): number {
    const lane = this.lane(device)
    lane.callOff?.()
    lane.lastStartMs = this.clock.now()
    lane.overtaken = ++lane.turn
    for (const settle of lane.waiting?.settle ?? []) settle(outcome)
    lane.waiting = null
    return lane.turn
  }

  /** The end of the command that is on its way to the device; null when none is. */
  underWay(device: DeviceId): Promise<unknown> | null {
    return this.lane(device).running
  }

  isTurn(device: DeviceId, turn: number): boolean {
    return this.turnOf(device) === turn
  }

  /** Another number whenever the device is told something. */
  turnOf(device: DeviceId): number {
    return this.lane(device).turn
  }

  /** The connection is over: tells that to whoever waits. */
  stop(outcome: CommandOutcome): void {
    for (const device of this.lanes.keys()) this.overtake(device, outcome)
  }

  private lane(device: DeviceId): Lane {
    const existing = this.lanes.get(device)
    if (existing !== undefined) return existing
    const lane: Lane = {
      waiting: null,
      running: null,
      lastStartMs: Number.NEGATIVE_INFINITY,
      turn: 0,
      overtaken: 0,
      callOff: null,
    }
    this.lanes.set(device, lane)
    return lane
  }

  private pump(lane: Lane, batch: object): void {
    lane.callOff?.()
    lane.callOff = null
    if (lane.waiting === null || lane.running !== null) return
    const pauseMs = lane.lastStartMs + intervalMs - this.clock.now()
    if (pauseMs > 0) {
      lane.callOff = this.clock.after(pauseMs, () => this.pump(lane, batch))
      return
    }
    const { command, settle } = lane.waiting
    lane.waiting = null
    lane.lastStartMs = this.clock.now()
    const { overtaken } = lane
    const isCurrent = () => lane.overtaken === overtaken
    lane.running = this.deliver(command, batch, isCurrent).then((outcome) => {
      lane.running = null
      for (const tell of settle) tell(outcome)
      this.pump(lane, batch)
    })
  }
}

/** The newer command counts; what it leaves open stays as the older one had it. */
function merge(older: DeviceCommand, newer: DeviceCommand): DeviceCommand {
  if (older.kind !== 'light' || newer.kind !== 'light' || newer.on === false) return newer
  const { on, brightness, colour } = { ...older, ...newer }
  return {
    ...newer,
    ...(on === undefined ? {} : { on }),
    ...(brightness === undefined ? {} : { brightness }),
    ...(colour === undefined ? {} : { colour }),
  }
}
