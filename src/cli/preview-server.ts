import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Look } from './looks.ts'

export interface PreviewServer {
  readonly url: string
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** Serves the preview page on 127.0.0.1 with the room baked into `roomFolder`, in these looks. */
export async function servePreview(
  roomFolder: string,
  looks: readonly Look[],
  port: number,
): Promise<PreviewServer> {
  const { createServer } = await import('vite')
  const server = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    // The kiosk's own page may be served from the same folder at the same time.
    cacheDir: join(root, 'out/preview/vite'),
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port, hmr: false, watch: null, fs: { allow: [root] } },
    plugins: [
      {
        name: 'preview',
        configureServer: ({ middlewares }) => {
          middlewares.use('/preview/looks.json', (_, response) => {
            response.setHeader('content-type', 'application/json')
            response.end(JSON.stringify(looks))
          })
          middlewares.use('/preview/room', (request, response, next) => {
            const name = /^\/([a-z]+[.](?:json|bin))(?:[?]|$)/.exec(request.url ?? '')?.[1]
            const file = join(roomFolder, name ?? '')
            if (name === undefined || !existsSync(file)) return next()
            createReadStream(file).pipe(response)
          })
        },
      },
    ],
  })
  await server.listen()
  const address = server.httpServer?.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://127.0.0.1:${bound}/preview/`, close: () => server.close() }
}
