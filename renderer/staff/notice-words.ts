import type { Notice } from '../../src/contract/showroom-state.ts'
import type { Language } from '../../src/contract/words.ts'

/**
 * The values of a notice for its message. A thing that has a name in several languages brings each under its tag,
 * English always; it is `name` in the message.
 */
export function noticeValues(notice: Notice, language: Language): Record<string, string> {
  const name = notice.values[language] ?? notice.values.en
  return name === undefined ? notice.values : { ...notice.values, name }
}

/** The worst first; among equals as they came. */
export function byUrgency(notices: readonly Notice[]): Notice[] {
  const rank: Record<Notice['severity'], number> = { error: 0, warning: 1, info: 2 }
  return notices.toSorted((a, b) => rank[a.severity] - rank[b.severity])
}
