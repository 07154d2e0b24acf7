/** Time as the showroom sees it. The core has no other clock and no timers of its own. */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never goes back. */
  now(): number
  /** Runs `task` once, `delayMs` from now. The returned function calls it off. */
  after(delayMs: number, task: () => void): () => void
}
