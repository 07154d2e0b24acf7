import type { StaffEvent } from '../../contract/staff/staff-state.ts'

/** Tells every staff screen what has changed. */
export class StaffNews {
  private readonly listeners = new Set<(event: StaffEvent) => void>()

  /** Somebody listens. */
  get isHeard(): boolean {
    return this.listeners.size > 0
  }

  tell(event: StaffEvent): void {
    for (const hear of this.listeners) hear(event)
  }

  listen(hear: (event: StaffEvent) => void): () => void {
    this.listeners.add(hear)
    return () => this.listeners.delete(hear)
  }
}
