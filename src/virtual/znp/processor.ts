import { ByteReader, ShortFrameError } from '../bytes.ts'
import { afCommands } from './af.ts'
import { appConfigCommands } from './app-cnf.ts'
import type { Command } from './command-table.ts'
import type { Coordinator } from './coordinator.ts'
import { rpcError, subsystem } from './mt.ts'
import { nvCommands } from './nv.ts'
import { sysCommands } from './sys.ts'
import { frameType, type UnpiFrame } from './unpi.ts'
import { utilCommands } from './util.ts'
import { zdoCommands } from './zdo.ts'

/** Every request this coordinator answers. */
export const commands: readonly Command[] = [
  ...sysCommands,
  ...nvCommands,
  ...afCommands,
  ...zdoCommands,
  ...utilCommands,
  ...appConfigCommands,
]

const byCode = new Map(commands.map((command) => [(command.subsystem << 8) | command.id, command]))
const knownSubsystems = new Set(commands.map((command) => command.subsystem))
const resetRequest = 0x00

/** Takes requests from the line to their handlers. */
export class Processor {
  /** How often each request came, by its name; unknown ones by their numbers. */
  readonly counts: Record<string, number> = {}
  private readonly coordinator: Coordinator
  private readonly respond: (frame: UnpiFrame) => void

  constructor(coordinator: Coordinator, respond: (frame: UnpiFrame) => void) {
    this.coordinator = coordinator
    this.respond = respond
  }

  process(frame: UnpiFrame): void {
    if (frame.type === frameType.async) this.processAsync(frame)
    else if (frame.type === frameType.syncRequest) this.processSync(frame)
    else this.count(`type ${frame.type}`)
  }

  private processAsync(frame: UnpiFrame): void {
    const isReset = frame.subsystem === subsystem.sys && frame.command === resetRequest
    this.count(isReset ? 'SYS_RESET_REQ' : `AREQ ${frame.subsystem}/${frame.command}`)
    if (isReset && !this.coordinator.resetting) this.coordinator.reset()
  }

  private processSync(frame: UnpiFrame): void {
    const command = byCode.get((frame.subsystem << 8) | frame.command)
    this.count(command?.name ?? `SREQ ${frame.subsystem}/${frame.command}`)
    // A chip that restarts hears nothing.
    if (this.coordinator.resetting) return
    if (command === undefined) {
      this.refuse(frame, knownSubsystems.has(frame.subsystem) ? rpcError.command : rpcError.subsystem)
      return
    }
    try {
      const data = command.handle(new ByteReader(frame.data), this.coordinator)
      const { subsystem: system, command: id } = frame
      this.respond({ type: frameType.syncResponse, subsystem: system, command: id, data })
    } catch (error) {
      if (!(error instanceof ShortFrameError)) throw error
      this.refuse(frame, rpcError.length)
    }
  }

  /** The answer names the request by its two command bytes. */
  private refuse(frame: UnpiFrame, reason: number): void {
    const data = Buffer.from([reason, (frame.type << 5) | frame.subsystem, frame.command])
    this.respond({ type: frameType.syncResponse, subsystem: subsystem.rpcError, command: 0, data })
  }

  private count(name: string): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1
  }
}
