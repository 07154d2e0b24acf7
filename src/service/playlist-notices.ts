import type { Notice } from '../contract/showroom-state.ts'
import type { PlaylistsReport } from '../contract/staff/playlists-report.ts'
import type { Evaluation } from '../playlist/evaluate.ts'
import { verdictSentence, verdictValues } from '../playlist/verdict.ts'
import { problemSentence } from '../showroom/yaml-file.ts'
import type { Playable } from '../updates/installed.ts'
import type { PlaylistContent } from '../updates/playlist-content.ts'
import type { PollResult } from '../updates/poll-result.ts'
import type { ClockState } from '../updates/store-clock.ts'

/** What staff should know of playlists; nothing while all is well. */
export function playlistNotices(
  { plays, judged }: Evaluation<Playable>,
  shown: Playable | null,
  polls: readonly PollResult[],
  clock: ClockState,
  unlistedCountry: string | null = null,
): Notice[] {
  const notices: Notice[] = []
  const say = (code: string, severity: Notice['severity'], sentence: string, values: Notice['values'] = {}) =>
    notices.push({ code, severity, sentence, values })
  if (clock !== 'right') {
    const way = clock === 'ahead' ? 'fast' : 'slow'
    say('clock-wrong', 'error', `This kiosk’s clock is more than a day ${way}. Set its date and time.`, {
      way,
    })
  }
  if (unlistedCountry !== null) {
    const sentence = `Head office signs playlists for single countries, but for none that is called "${unlistedCountry}" (SHOWROOM_COUNTRY).`
    say('country-unlisted', 'info', sentence, { country: unlistedCountry })
  }
  for (const poll of polls) {
    if (poll.kind === 'incomplete' && poll.isLate) {
      const sentence = `The connection to ${poll.source} broke before all playlists were here (${poll.why}). What is whole plays, and the kiosk goes on with the rest by itself.`
      say('playlists-late', 'info', sentence, { detail: poll.why, source: poll.source })
    } else if (poll.kind === 'incomplete') {
      const sentence = `Not all playlists from ${poll.source} are there (${poll.why}). The others play. Head office must mend it.`
      say('playlists-incomplete', 'warning', sentence, { detail: poll.why, source: poll.source })
    }
    // No network for a while is nothing to mend; it is in the status file.
    if (poll.kind !== 'refused' || poll.reason === 'unreachable') continue
    const values = { reason: poll.reason, detail: poll.why, source: poll.source }
    say(
      'playlists-refused',
      'warning',
      `Playlists from ${poll.source} were not taken (${poll.why}). The last good ones play on.`,
      values,
    )
  }
  for (const { offered, verdict } of judged) {
    if (verdict.kind !== 'broken') continue
    const playlist = `${offered.key}, revision ${offered.revision}`
    const sentence = `The playlist ${playlist} cannot play here: ${verdict.why}. Head office must mend it.`
    say('playlist-broken', 'warning', sentence, { playlist, detail: verdict.why })
  }
  if (plays?.edition !== shown?.edition) {
    const values =
      plays === null ? { en: 'What is built in', sv: 'Det inbyggda' } : { ...plays.playlist.title }
    say('playlist-waits', 'info', `“${values.en}” begins as soon as nobody is at the kiosk.`, values)
  }
  return notices
}

/** For staff and the status file. */
export function reportOf(
  kiosk: PlaylistsReport['kiosk'],
  { judged }: Evaluation<Playable>,
  shown: { readonly playable: Playable; readonly content: PlaylistContent } | null,
  polls: readonly PollResult[],
  clock: ClockState,
  fetchedAt: string | null,
): PlaylistsReport {
  return {
    version: 1,
    kiosk,
    shows: shown === null ? 'built-in' : shownPart(shown.playable),
    leftOut: shown?.content.content.problems.map(problemSentence) ?? [],
    playlists: judged.map(({ offered: { key, revision }, verdict }) => ({
      playlist: key,
      revision,
      state: verdictSentence(verdict),
      verdict: { kind: verdict.kind, values: verdictValues(verdict) },
    })),
    fetchedAt,
    sources: polls.map((poll) => ({
      source: poll.source,
      outcome: poll.kind,
      reason: reasonOf(poll),
      why: 'why' in poll ? poll.why : null,
    })),
    clock,
  }
}

function reasonOf(poll: PollResult): string | null {
  if (poll.kind === 'incomplete' && poll.isLate) return 'unreachable'
  return poll.kind === 'refused' ? poll.reason : null
}

function shownPart({ key, revision, playlist }: Playable) {
  return { playlist: key, revision, title: { ...playlist.title } }
}
