import type { RefusalReason } from './refusal.ts'

/** What became of looking for new playlists. */
export type PollResult =
  | { readonly kind: 'unchanged'; readonly source: string }
  /** Something new lies here whole. */
  | { readonly kind: 'installed'; readonly source: string }
  | {
      readonly kind: 'refused'
      readonly source: string
      readonly reason: RefusalReason
      readonly why: string
    }
