import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/websocket'
import type { Log } from '../showroom/log.ts'
import type { ShowroomRouter } from './router.ts'

/** Intents and questions are small; nothing longer is even parsed, in characters. */
const longestMessage = 16 * 1024

/** One screen's line to the showroom, whatever carries it. */
export interface Channel {
  send(message: string | ArrayBufferLike | Uint8Array<ArrayBufferLike>): void
  /** Hangs up; the screen calls again by itself. */
  end?(): void
}

/**
 * Answers screens. What cannot be understood is refused and logged, by its kind only: a log says nothing of
 * what a person wanted, nor when. One screen's nonsense costs the others nothing.
 */
export class ChannelHost {
  private readonly handler: RPCHandler<Record<never, never>>
  private readonly log: Log
  private readonly failures = new Set<string>()

  constructor(router: ShowroomRouter, log: Log) {
    this.log = log
    this.handler = new RPCHandler(router, {
      rootInterceptors: [
        async (call) => {
          const result = await call.next()
          if (!result.matched) this.log('warning', 'refused a request from a screen: no such procedure')
          return result
        },
      ],
      clientInterceptors: [
        async (call) => {
          try {
            return await call.next()
          } catch (error) {
            this.refused(error, call.path.join('.') === 'send')
            throw error
          }
        },
      ],
    })
  }

  async receive(channel: Channel, data: unknown): Promise<void> {
    if (typeof data !== 'string') return this.unreadable('it is not text')
    if (data.length > longestMessage) return this.unreadable(`it is longer than ${longestMessage} characters`)
    try {
      await this.handler.message(socketOf(channel), data)
    } catch (error) {
      this.unreadable(error instanceof SyntaxError ? 'it is not JSON' : 'it is not a request')
    }
  }

  close(channel: Channel): void {
    this.handler.close(socketOf(channel))
  }

  private unreadable(why: string): void {
    this.log('warning', `refused a message from a screen: ${why}`)
  }

  /** Of a touch that was refused only its screen is told; a mistake of ours is written once, however often it is met. */
  private refused(error: unknown, isTouch: boolean): void {
    if (error instanceof ORPCError) {
      if (!isTouch) this.log('warning', `refused a request from a screen: ${error.code}`)
      return
    }
    if (error instanceof Error && error.name === 'AbortError') return
    const sentence = `a request failed: ${error instanceof Error ? error.stack : String(error)}`
    if (!this.failures.has(sentence)) this.log('error', sentence)
    this.failures.add(sentence)
  }
}

/** The handler is written for browsers' sockets; of one it uses nothing but `send`. */
function socketOf(channel: Channel): Parameters<RPCHandler<Record<never, never>>['close']>[0] {
  return channel as never
}
