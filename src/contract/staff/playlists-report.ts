import { z } from 'zod'

/** Why a playlist plays now, or does not. */
const verdictKinds = [
  ...([
    'plays',
    'stopped',
    'broken',
    'on-its-way',
    'outside-ring',
    'app-too-old',
    'replaced',
    'other-stores',
  ] as const),
  ...(['needs-hardware', 'not-yet', 'over', 'exception', 'other-hours', 'outranked', 'others-turn'] as const),
] as const

/** What this kiosk takes, plays and refuses, and why; nothing about shoppers. Sentences are English. */
export const playlistsReport = z.strictObject({
  version: z.literal(1),
  kiosk: z.strictObject({ id: z.string(), store: z.string().nullable(), country: z.string().nullable() }),
  shows: z.union([
    z.literal('built-in'),
    z.strictObject({ playlist: z.string(), revision: z.number(), title: z.record(z.string(), z.string()) }),
  ]),
  /** Of what is shown: what has a mistake, and which. */
  leftOut: z.array(z.string()),
  playlists: z.array(
    z.strictObject({
      playlist: z.string(),
      revision: z.number(),
      /** A sentence, and the same for pages that speak other languages. */
      state: z.string(),
      verdict: z.strictObject({ kind: z.enum(verdictKinds), values: z.record(z.string(), z.string()) }),
    }),
  ),
  /** When new ones came last, by the machine's clock (ISO 8601); null when none ever did. */
  fetchedAt: z.string().nullable(),
  /** How the last look at each source went. */
  sources: z.array(
    z.strictObject({
      source: z.string(),
      outcome: z.enum(['unchanged', 'installed', 'incomplete', 'refused']),
      reason: z.string().nullable(),
      why: z.string().nullable(),
    }),
  ),
  clock: z.enum(['right', 'behind', 'ahead']),
})
export type PlaylistsReport = z.infer<typeof playlistsReport>
