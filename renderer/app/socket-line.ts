import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { OpenLine, ShowroomClient, ShowroomLine } from './showroom-line.ts'

const tokenName = 'showroom-token'

/**
 * Lines over a WebSocket to the server this page came from. Its token holds for one start of the service, so
 * after a refusal the page is fetched once more for the new one.
 */
export function socketLines(page: Document, address: Location): OpenLine {
  let token = tokenIn(page)
  let refused = false
  return async () => {
    if (refused) token = await freshToken(address)
    refused = true
    const line = await openSocket(address, token)
    refused = false
    return line
  }
}

async function openSocket(address: Location, token: string): Promise<ShowroomLine> {
  const scheme = address.protocol === 'https:' ? 'wss' : 'ws'
  const socket = new WebSocket(`${scheme}://${address.host}/contract?token=${encodeURIComponent(token)}`)
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => resolve(), { once: true })
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    void closed.then(() => reject(new Error('The showroom refused the connection.')))
  })
  const client: ShowroomClient = createORPCClient(new RPCLink({ websocket: socket }))
  return { client, closed, close: () => socket.close() }
}

async function freshToken(address: Location): Promise<string> {
  const answer = await fetch(address.pathname, { cache: 'no-store' })
  return tokenIn(new DOMParser().parseFromString(await answer.text(), 'text/html'))
}

function tokenIn(page: Document): string {
  return page.querySelector<HTMLMetaElement>(`meta[name="${tokenName}"]`)?.content ?? ''
}
