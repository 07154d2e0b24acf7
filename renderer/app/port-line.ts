import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { isPageLinkMessage, type PageLinkMessage, pagePort, wantsPort } from '../../src/contract/page-link.ts'
import type { OpenLine, ShowroomClient, ShowroomLine } from './showroom-line.ts'

/** The shell may not be listening yet when the page asks first. */
const askAgainMs = 500

/**
 * Lines over a MessagePort that the shell hands over. A new port may come at any time, as when the service
 * was restarted: it ends the line before, and the next line is made of it.
 */
export function portLines(page: Window): OpenLine {
  let waiting: MessagePort | null = null
  let endCurrent: () => void = () => {}
  let arrived: () => void = () => {}

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== page || event.origin !== page.location.origin) return
    const port = event.ports[0]
    if (port === undefined || !isPageLinkMessage(event.data, pagePort)) return
    waiting?.close()
    waiting = port
    endCurrent()
    arrived()
  })

  const nextPort = async (): Promise<MessagePort> => {
    while (waiting === null) {
      const ask: PageLinkMessage = { kind: wantsPort }
      page.postMessage(ask, page.location.origin)
      await new Promise<void>((resolve) => {
        arrived = resolve
        page.setTimeout(resolve, askAgainMs)
      })
    }
    const port = waiting
    waiting = null
    return port
  }

  return async () => {
    const port = await nextPort()
    let end: () => void = () => {}
    const closed = new Promise<void>((resolve) => {
      end = resolve
    })
    port.addEventListener('close', () => end())
    const client: ShowroomClient = createORPCClient(new RPCLink({ port }))
    port.start()
    endCurrent = () => {
      // Closing one's own end tells nobody here, and calls that are under way would wait for ever.
      port.dispatchEvent(new Event('close'))
      port.close()
      end()
    }
    const line: ShowroomLine = { client, closed, close: endCurrent }
    return line
  }
}
