/** The air between devices in memory: while it is full, whoever sends waits. */
export class MemoryAir {
  /** Null while there is room. */
  private waiting: ((hasRoom: boolean) => void)[] | null = null

  setFull(full: boolean): void {
    const waiting = this.waiting ?? []
    this.waiting = full ? waiting : null
    if (!full) for (const goOn of waiting) goOn(true)
  }

  /** What waits is told that there will be no room. */
  giveUp(): void {
    for (const goOn of this.waiting?.splice(0) ?? []) goOn(false)
  }

  /** Resolves with whether there is room, at once or when it is known. */
  async room(): Promise<boolean> {
    const { waiting } = this
    return waiting === null || new Promise((resolve) => waiting.push(resolve))
  }
}
