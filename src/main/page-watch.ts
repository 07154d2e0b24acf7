import type { WebContents } from 'electron'
import { BackOff } from './back-off.ts'
import { log } from './log.ts'
import { watchLife } from './page-life.ts'

/** ERR_ABORTED: a load that another load replaced. */
const aborted = -3

export interface PageWatch {
  /** The page has come so far that it speaks for itself. */
  readonly stands: () => void
}

/**
 * Brings the picture back when the page's process dies, hangs, cannot load, or has loaded and says nothing for
 * `standsWithinMs`: a file of it could not be read, or its code has failed. Null for as long as it likes.
 */
export function watchPage(contents: WebContents, load: () => void, standsWithinMs: number | null): PageWatch {
  const backOff = new BackOff()
  let loadedAtMs = performance.now()
  let waiting = false
  let silent: NodeJS.Timeout | undefined
  const again = (why: string): void => {
    if (waiting || contents.isDestroyed()) return
    waiting = true
    const waitMs = backOff.nextWaitMs(performance.now() - loadedAtMs)
    log(`${why}; it loads again in ${waitMs} ms`)
    setTimeout(() => {
      waiting = false
      if (contents.isDestroyed()) return
      loadedAtMs = performance.now()
      load()
    }, waitMs)
  }
  contents.on('did-navigate', () => {
    clearTimeout(silent)
    // A document that is there and never speaks looks like a page, and to a shopper like a broken one.
    if (standsWithinMs !== null) silent = setTimeout(() => again('the page does not stand'), standsWithinMs)
  })
  contents.on('render-process-gone', (_event, details) => {
    clearTimeout(silent)
    if (details.reason !== 'clean-exit') again(`the page's process is gone (${details.reason})`)
  })
  const hangs = (): void => {
    log('the page hangs and is ended')
    contents.forcefullyCrashRenderer()
  }
  contents.on('unresponsive', hangs)
  // Whoever develops may stop its code anywhere.
  if (standsWithinMs !== null) watchLife(contents, hangs)
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) again(`the page did not load (${description})`)
  })
  return { stands: () => clearTimeout(silent) }
}
