import { followShowroom } from './follow-showroom.ts'
import { portLines } from './port-line.ts'
import type { OpenLine } from './showroom-line.ts'
import type { useShowroom } from './showroom-store.ts'
import { socketLines } from './socket-line.ts'

/** Keeps the store in step with the showroom until it is stopped. */
export function connect(store: ReturnType<typeof useShowroom>): () => void {
  const stop = new AbortController()
  void followShowroom(
    {
      open: linesFor(window),
      pause: (ms) => new Promise((resolve) => window.setTimeout(resolve, ms)),
      onEvent: store.take,
      onLine: store.lineIs,
    },
    stop.signal,
  )
  return () => stop.abort()
}

/** In Electron the shell hands over a port; in a browser the page's own server answers a socket. */
function linesFor(page: Window): OpenLine {
  return page.location.protocol === 'app:' ? portLines(page) : socketLines(page.document, page.location)
}
