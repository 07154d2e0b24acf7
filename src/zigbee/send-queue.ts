/** Tasks one after the other. Whoever waits is told when the queue is cleared, and does not wait for ever. */
export class SendQueue {
  private running = false
  private waiting: { readonly go: () => void; readonly callOff: (error: Error) => void }[] = []

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running) {
      await new Promise<void>((go, callOff) => this.waiting.push({ go, callOff }))
    }
    this.running = true
    try {
      return await task()
    } finally {
      const next = this.waiting.shift()
      if (next === undefined) this.running = false
      else next.go()
    }
  }

  clear(): void {
    const calledOff = this.waiting
    this.waiting = []
    for (const { callOff } of calledOff) callOff(new Error('the dongle is being closed or reset'))
  }
}
