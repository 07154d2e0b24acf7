import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Serves the bench's page on 127.0.0.1, with the baked room of `roomFolder`. */
export async function serveBenchPage(roomFolder: string): Promise<{ url: string; close(): Promise<void> }> {
  const { createServer } = await import('vite')
  const server = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    cacheDir: join(root, 'out/bench/vite'),
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, fs: { allow: [root] } },
    plugins: [
      {
        name: 'bench-room',
        configureServer: ({ middlewares }) => {
          middlewares.use('/bench/room', (request, response, next) => {
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
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/bench/index.html`, close: () => server.close() }
}
