import { Subsystem, Type } from 'zigbee-herdsman/dist/adapter/z-stack/unpi/constants.js'
import type { Znp } from 'zigbee-herdsman/dist/adapter/z-stack/znp/index.js'
import { FrameFinder } from './frame-finder.ts'
import { PendingAnswers } from './pending-answers.ts'
import { SendQueue } from './send-queue.ts'
import { noticeHangup } from './serial-hangup.ts'
import { whenSet } from './when-set.ts'

/** Bytes of one frame follow each other: after such a pause the rest will not come. A slow network is quicker. */
const stalledMs = 200
/** A request to the stick itself is answered within milliseconds; a write to its flash takes some hundred. */
const answerMs = 1500
/** A stick that is awake answers a ping within some milliseconds; the machine may be busy. */
const greetingsMs = [250, 500, 1000]
/** Two attempts like this one fit into two seconds. */
const hastyGreetingsMs = [250, 500]
const attempts = 3
/** These form or start a network, and take as long as herdsman gives them. */
const slowCommands = new Set(['bdbStartCommissioning', 'startupFromApp'])

export interface LineParts {
  /** A port that has just come back may be mute, and is better opened once more than waited for. */
  readonly hasty: boolean
  /** The port is closed, or what is behind it does not answer any more, or began anew by itself. */
  lost(reason: Error): void
}

/** The counts of one connection. */
export interface LineCounts {
  skippedBytes: number
  repeatedRequests: number
}

/**
 * herdsman's serial line to a Texas Instruments stick, made to bear what real lines do: garbage, lost bytes, a stick
 * that resets itself, hangs or is pulled out in the middle of anything.
 *
 * herdsman has no doors for this, so we reach into its objects, in this file and `herdsman-doors.ts` only. What
 * is mended: a false start swallowed up to 260 bytes (`unpi/parser.js`), and a long burst overflowed the stack; a
 * lost answer held everybody up for six seconds; whoever waited for the line when it was closed waited for ever
 * (`utils/async-mutex.js`); a tcp connection was not allowed to speak for its first second (`znp.js`, `open` asks
 * before it calls itself initialized); a second error of a serial port ended the process.
 */
export class ZnpLine {
  readonly counts: LineCounts = { skippedBytes: 0, repeatedRequests: 0 }
  private readonly znp: Znp
  private readonly parts: LineParts
  private readonly answers: PendingAnswers
  private stalled: ReturnType<typeof setTimeout> | undefined
  private started = false
  private over = false

  constructor(znp: Znp, parts: LineParts) {
    this.znp = znp
    this.parts = parts
    this.answers = new PendingAnswers(Reflect.get(znp, 'waitress'), (matcher, timeoutMs) =>
      matcher.type === Type.SRSP && !slowCommands.has(String(matcher.command))
        ? Math.min(timeoutMs, answerMs)
        : timeoutMs,
    )
  }

  /** To be called before the port is opened. */
  attach(): void {
    const { znp } = this
    Reflect.set(znp, 'queue', new SendQueue())
    this.findFrames()
    this.speakAtOnce()
    whenSet(znp, 'serialPort', (port) => {
      if (isEmitter(port)) port.on('error', () => {})
      whenSet(port, 'port', noticeHangup)
    })
    this.repeatRequests()
    znp.on('close', () => this.lose(new Error('disconnected')))
    znp.on('received', (message: { type: number; subsystem: number; command: { name: string } }) => {
      const reset = message.subsystem === Subsystem.SYS && message.command.name === 'resetInd'
      if (reset && message.type === Type.AREQ && this.started)
        this.lose(new Error('the dongle has reset itself'))
    })
  }

  /** The network is up: from now on nobody but the stick itself would reset it. */
  hasStarted(): void {
    this.started = true
  }

  /** Whoever still waits for an answer is told that none will come. */
  end(reason: Error): void {
    this.over = true
    clearTimeout(this.stalled)
    this.answers.callOff(reason)
  }

  private lose(reason: Error): void {
    if (this.over) return
    this.over = true
    this.parts.lost(reason)
  }

  /** herdsman's parser gets one whole frame at a time, and nothing else. */
  private findFrames(): void {
    const finder = new FrameFinder()
    const parser: unknown = Reflect.get(this.znp, 'unpiParser')
    if (!isTransform(parser)) throw new Error('this zigbee-herdsman has another parser than the one we know')
    const parse = parser._transform.bind(parser)
    const pass = (frames: readonly Buffer[], encoding: string) => {
      for (const frame of frames) parse(frame, encoding, () => {})
      this.counts.skippedBytes = finder.skippedBytes
      clearTimeout(this.stalled)
      if (!finder.isWaiting || this.over) return
      this.stalled = setTimeout(() => pass(finder.giveUpWaiting(), encoding), stalledMs)
      this.stalled.unref()
    }
    parser._transform = (chunk, encoding, done) => {
      pass(finder.feed(chunk), encoding)
      done()
    }
  }

  private speakAtOnce(): void {
    const { znp } = this
    const wakeUp: () => Promise<void> = Reflect.get(znp, 'skipBootloader').bind(znp)
    Reflect.set(znp, 'skipBootloader', async () => {
      Reflect.set(znp, 'initialized', true)
      if (await this.greet()) return
      if (this.parts.hasty) {
        this.lose(new Error('SYS_PING timed out on a port that has just come back'))
        return
      }
      // Ports without modem lines, such as pseudo-terminals, refuse to have them toggled: no reason to give up.
      await wakeUp().catch(() => {})
    })
  }

  /** A stick that has just been plugged in does not hear the first words; herdsman would take a second over it. */
  private async greet(): Promise<boolean> {
    for (const timeoutMs of this.parts.hasty ? hastyGreetingsMs : greetingsMs) {
      if (this.over) return false
      try {
        await this.znp.request(Subsystem.SYS, 'ping', { capabilities: 1 }, undefined, timeoutMs)
        return true
      } catch {
        // Not yet.
      }
    }
    return false
  }

  /** A request or its answer may be lost on the line; a stick that answers none of three is gone. */
  private repeatRequests(): void {
    const { znp } = this
    const request = znp.request.bind(znp)
    znp.request = (subsystem, command, payload, waiterId, timeoutMs, expected) => {
      const ask = () => request(subsystem, command, payload, waiterId, timeoutMs, expected)
      return timeoutMs === undefined && command !== 'ping' ? this.repeat(ask) : ask()
    }
    const requestZdo = znp.requestZdo.bind(znp)
    znp.requestZdo = (cluster, payload, waiterId) => this.repeat(() => requestZdo(cluster, payload, waiterId))
  }

  private async repeat<T>(ask: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask()
      } catch (error) {
        if (this.over || !isSilence(error)) throw withCode(error)
        if (attempt === attempts) {
          this.lose(new Error('the dongle does not answer any more', { cause: error }))
          throw error
        }
        this.counts.repeatedRequests += 1
      }
    }
  }
}

/** As herdsman words it when the stick itself did not answer a request (`znp.js`, `waitressTimeoutFormatter`). */
function isSilence(error: unknown): boolean {
  return error instanceof Error && /^SRSP - .* after \d+ms$/.test(error.message)
}

/** What the stick refuses at once herdsman tells in words only (`znp.js`, `request`); what fails later has its code. */
function withCode(error: unknown): unknown {
  const status =
    error instanceof Error ? /failed with status '\((0x[0-9a-f]+)/i.exec(error.message)?.[1] : undefined
  return status === undefined ? error : Object.assign(Object(error), { code: Number(status) })
}

interface Transforming {
  _transform(chunk: Buffer, encoding: string, done: () => void): void
}

function isTransform(object: unknown): object is Transforming {
  return typeof object === 'object' && object !== null && '_transform' in object
}

function isEmitter(object: unknown): object is { on(event: 'error', listener: () => void): void } {
  return typeof object === 'object' && object !== null && 'on' in object
}
