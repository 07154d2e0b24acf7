import type { WebContents } from 'electron'
import { BackOff } from './back-off.ts'
import { log } from './log.ts'

/** ERR_ABORTED: a load that another load replaced. */
const aborted = -3

/** Brings the picture back when the page's process dies, hangs or cannot load. */
export function watchPage(contents: WebContents, load: () => void): void {
  const backOff = new BackOff()
  let loadedAtMs = performance.now()
  let waiting = false
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
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') again(`the page's process is gone (${details.reason})`)
  })
  contents.on('unresponsive', () => {
    log('the page hangs and is ended')
    contents.forcefullyCrashRenderer()
  })
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) again(`the page did not load (${description})`)
  })
}
