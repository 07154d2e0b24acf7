import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'

export interface RoomPage {
  readonly url: string
  close(): Promise<void>
}

export interface RoomPageOptions {
  /** A folder of `renderer` with an `index.html`. */
  readonly page: 'bench' | 'preview'
  /** The baked room that the page finds at `/<page>/room/room.json`. */
  readonly roomFolder: string
  /** 0, as by default, for any that is free. */
  readonly port?: number
  /** What else it may fetch: JSON by name, at `/<page>/<name>`. */
  readonly answers?: Readonly<Record<string, unknown>>
}

const root = join(import.meta.dirname, '../..')

/** Serves a page that shows one baked room, straight from its sources, on 127.0.0.1. */
export async function serveRoomPage(options: RoomPageOptions): Promise<RoomPage> {
  const { page, roomFolder, port = 0, answers = {} } = options
  const { createServer } = await import('vite')
  const server = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    // The kiosk's own page may be served from the same folder at the same time.
    cacheDir: join(root, 'out', page, 'vite'),
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port, hmr: false, watch: null, fs: { allow: [root] } },
    plugins: [
      {
        name: 'room-page',
        configureServer: ({ middlewares }) => {
          for (const [name, answer] of Object.entries(answers))
            middlewares.use(`/${page}/${name}`, (_, response) => {
              response.setHeader('content-type', 'application/json')
              response.end(JSON.stringify(answer))
            })
          middlewares.use(`/${page}/room`, (request, response, next) => {
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
  return { url: `http://127.0.0.1:${bound}/${page}/index.html`, close: () => server.close() }
}
