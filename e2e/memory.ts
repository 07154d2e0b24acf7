import { expect, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { Kiosk } from './kiosk.ts'

/** What the page's memory holds, as text. */
export async function pageMemory(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot')
  await devtools.detach()
  return chunks.join('')
}

/** The service's debugger listens on a port that is free; a setting of the kiosk whose memory is to be read. */
export const anyDebuggerPort = { NODE_OPTIONS: '--inspect-port=0' }

const message = z.looseObject({
  id: z.number().optional(),
  params: z.looseObject({ chunk: z.string().optional() }).optional(),
})

/** Every string and, in decimal digits, every number that the memory of the service's process holds. */
export async function serviceMemory(kiosk: Kiosk): Promise<ReadonlySet<string>> {
  const socket = new WebSocket(await debuggerOf(kiosk))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const chunks: string[] = []
  const waiting = new Map<number, () => void>()
  socket.on('message', (data) => {
    const { id, params } = message.parse(JSON.parse(String(data)))
    if (params?.chunk !== undefined) chunks.push(params.chunk)
    if (id !== undefined) waiting.get(id)?.()
  })
  const tell = (id: number, method: string, params = {}) =>
    new Promise<void>((resolve) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
  await tell(1, 'HeapProfiler.collectGarbage')
  await tell(2, 'HeapProfiler.takeHeapSnapshot', { captureNumericValue: true })
  socket.close()
  return namesIn(snapshot.parse(JSON.parse(chunks.join(''))))
}

/** V8's format: of each node so many numbers, the second of which says where its name stands. */
const snapshot = z.object({
  snapshot: z.object({ meta: z.object({ node_fields: z.array(z.string()) }) }),
  nodes: z.array(z.number()),
  strings: z.array(z.string()),
})

function namesIn({ snapshot: { meta }, nodes, strings }: z.infer<typeof snapshot>): Set<string> {
  const [each, name] = [meta.node_fields.length, meta.node_fields.indexOf('name')]
  return new Set(nodes.filter((_, i) => i % each === name).map((at) => strings[at] ?? ''))
}

/** What was logged, without what the debugger says of itself. */
export function withoutDebugger(log: string): string {
  return log.replace(/^(Debugger (listening|attached|ending)|For help, see:).*\n/gm, '')
}

/** Where the service's debugger listens, which Node begins at this signal. */
async function debuggerOf(kiosk: Kiosk): Promise<string> {
  const said = () => [...kiosk.log().matchAll(/Debugger listening on (ws:\S+)/g)].at(-1)?.[1]
  // A busy process may miss the signal.
  const asked = async () => {
    if (said() === undefined) process.kill(await kiosk.servicePid(), 'SIGUSR1')
    return said()
  }
  await expect.poll(asked, { intervals: [200, 3_000] }).toBeDefined()
  return said() ?? ''
}
