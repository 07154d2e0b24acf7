import type { WebContents } from 'electron'

const askEveryMs = 2_000
/** Questions one after the other: a machine that slept has missed none of them. */
const unansweredBeats = 10

/**
 * Asks the page for a sign of life, and calls `hangs` when none has come for twenty seconds. Chromium itself looks only when
 * somebody touches the page: one that hangs before nobody would show a standing picture until then.
 */
export function watchLife(
  contents: Pick<WebContents, 'isDestroyed' | 'isCrashed' | 'on' | 'mainFrame'>,
  hangs: () => void,
): void {
  let question: object | null = null
  let unanswered = 0
  const alive = () => {
    question = null
    unanswered = 0
  }
  const ask = async (): Promise<void> => {
    const mine = {}
    question = mine
    // Refused by a document that goes: then the next one is asked.
    await contents.mainFrame.executeJavaScript('0').catch(() => {})
    if (question === mine) alive()
  }
  const timer = setInterval(() => {
    if (contents.isDestroyed()) return clearInterval(timer)
    if (contents.isCrashed()) return alive()
    if (question === null) return void ask()
    unanswered += 1
    if (unanswered < unansweredBeats) return
    alive()
    hangs()
  }, askEveryMs)
  // A document that was replaced owes no answer.
  contents.on('did-navigate', alive)
}
