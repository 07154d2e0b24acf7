import type { RefusalReason } from './refusal.ts'

/** What became of looking for new playlists. */
export type PollResult =
  | { readonly kind: 'unchanged'; readonly source: string }
  /** Something new lies here whole. */
  | { readonly kind: 'installed'; readonly source: string }
  /** All is genuine and counts, but some of it is not there or makes no sense: only that does not play. */
  | {
      readonly kind: 'incomplete'
      readonly source: string
      /** Whether anything came that was not here before. */
      readonly isNew: boolean
      /** Only the line broke, and the next look goes on; else head office must mend it. */
      readonly isLate: boolean
      readonly why: string
    }
  | {
      readonly kind: 'refused'
      readonly source: string
      readonly reason: RefusalReason
      readonly why: string
    }

export function bringsNews(result: PollResult): boolean {
  return result.kind === 'installed' || (result.kind === 'incomplete' && result.isNew)
}
