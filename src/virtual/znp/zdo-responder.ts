import type { RadioFrame } from '../air/frame.ts'
import { ShortFrameError } from '../bytes.ts'
import { scanMs } from '../zdo/network-update.ts'
import { zdoResponseFlag } from '../zdo/zdo-cluster.ts'
import { answerZdo } from '../zdo/zdo-server.ts'
import type { Coordinator } from './coordinator.ts'

/** What reaches endpoint 0 of the coordinator: told to the client, and answered. */
export class ZdoResponder {
  private readonly coordinator: Coordinator

  constructor(coordinator: Coordinator) {
    this.coordinator = coordinator
  }

  receive(frame: RadioFrame): void {
    const [sequence] = frame.payload
    if (sequence === undefined) return
    const payload = frame.payload.subarray(1)
    const broadcast = frame.destination.kind === 'broadcast'
    const isAnswer = (frame.cluster & zdoResponseFlag) !== 0
    const own = frame.source === 0x0000
    if (isAnswer || !own) {
      const { source, cluster } = frame
      this.coordinator.callbacks.heard({ source, cluster, sequence, payload, broadcast })
    }
    if (!isAnswer) this.answer(frame)
  }

  /** Endpoint 0 heeds the coordinator's own broadcasts too: "open the network" opens it here as well. */
  answer(frame: RadioFrame): void {
    const { coordinator } = this
    const [sequence] = frame.payload
    if (sequence === undefined) return
    const payload = frame.payload.subarray(1)
    const ownBroadcast = frame.source === 0x0000 && frame.destination.kind === 'broadcast'
    const broadcast = frame.destination.kind === 'broadcast' && !ownBroadcast
    let answer: Buffer | null = null
    try {
      answer = answerZdo(coordinator.zdo, frame.cluster, payload, broadcast)
    } catch (error) {
      if (error instanceof ShortFrameError) return
      throw error
    }
    if (answer === null || (ownBroadcast && !coordinator.zdo.answersOwnBroadcast(frame.cluster))) return
    const reply = {
      destination: { kind: 'unicast', nwk: frame.source },
      cluster: frame.cluster | zdoResponseFlag,
      payload: answer,
    } as const
    const delayMs = scanMs(frame.cluster, payload)
    if (delayMs === 0) coordinator.sendZdo(reply, sequence)
    else coordinator.unlessRestarted(delayMs, () => coordinator.sendZdo(reply, sequence))
  }
}
