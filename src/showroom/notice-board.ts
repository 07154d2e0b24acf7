import type { Notice } from '../contract/showroom-state.ts'

/** What staff should know, one list per source, so that each source can take back what it said. */
export class NoticeBoard {
  private readonly bySource = new Map<string, readonly Notice[]>()

  /** Replaces what `source` says. True when that changed anything. */
  post(source: string, notices: readonly Notice[]): boolean {
    const before = JSON.stringify(this.bySource.get(source) ?? [])
    if (before === JSON.stringify(notices)) return false
    if (notices.length === 0) this.bySource.delete(source)
    else this.bySource.set(source, notices)
    return true
  }

  all(): Notice[] {
    return [...this.bySource.values()].flat()
  }
}
