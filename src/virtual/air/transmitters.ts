import type { RadioNode } from './frame.ts'

/** Everybody has one transmitter: what a node says to others leaves one after the other, in the order it was given. */
export class Transmitters {
  /** Who is sending, and what waits behind that. */
  private readonly waiting = new WeakMap<RadioNode, (() => void)[]>()

  /** Calls `begin` when the node's transmitter is free; it is taken from then on until `release` is called. */
  take(node: RadioNode, begin: () => void): void {
    const queue = this.waiting.get(node)
    if (queue !== undefined) {
      queue.push(begin)
      return
    }
    this.waiting.set(node, [])
    begin()
  }

  release(node: RadioNode): void {
    const next = this.waiting.get(node)?.shift()
    if (next === undefined) this.waiting.delete(node)
    else next()
  }
}
