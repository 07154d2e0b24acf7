import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { Plugin, UserConfig } from 'vite'

/** Serves the baked rooms while one develops; built pages get them from their host. */
const bakedRooms: Plugin = {
  name: 'baked-rooms',
  configureServer(server) {
    server.middlewares.use('/rooms', (request, response, next) => {
      const path = (request.url ?? '').split('?')[0] ?? ''
      const file = join(import.meta.dirname, 'out', 'rooms', path)
      if (path.includes('..') || path.endsWith('/') || !existsSync(file)) return next()
      createReadStream(file).pipe(response)
    })
  },
}

/** Gives the page the token that the service of `npm run dev` expects; a built page gets it from its host. */
function developmentToken(token: string): Plugin {
  return {
    name: 'development-token',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'showroom-token', content: token }, injectTo: 'head-prepend' },
    ],
  }
}

const { SHOWROOM_DEV_TOKEN: token, SHOWROOM_DEV_SERVICE: service } = process.env

/** The page: built for Electron and browsers alike, and reloaded while one develops (`vite -c page.config.ts`). */
const page = {
  root: join(import.meta.dirname, 'renderer'),
  plugins: [vue(), bakedRooms, ...(token === undefined ? [] : [developmentToken(token)])],
  // Small files would become `data:` addresses, which the page's own policy forbids for typefaces.
  build: { assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    ...(service === undefined
      ? {}
      : { proxy: { '/contract': { target: service, ws: true, changeOrigin: true } } }),
  },
} satisfies UserConfig

export default page
