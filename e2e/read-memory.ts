import { WebSocket } from 'ws'
import { z } from 'zod'

// Tells which of the given names stand in the memory of a process, by its debugger's address: `read-memory.ts ws://… NAME…`.

const message = z.looseObject({
  id: z.number().optional(),
  params: z.looseObject({ chunk: z.string().optional() }).optional(),
})

/** Every string and, in decimal digits, every number in there. */
async function namesAt(address: string): Promise<ReadonlySet<string>> {
  const socket = new WebSocket(address)
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

const [, , address = '', ...wanted] = process.argv
const names = await namesAt(address)
process.stdout.write(JSON.stringify(wanted.filter((name) => names.has(name))))
