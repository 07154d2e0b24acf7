import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// Read by electron-vite (`-c electron.config.ts`). Targets are those of Electron 33, the oldest we run on:
// without them electron-vite compiles for the Electron that is installed.
const nodeTarget = 'node20.18'
const pageTarget = 'chrome130'

/** Serves the baked rooms to the page that `npm run dev` reloads; built pages get them from their host. */
const bakedRooms: Plugin = {
  name: 'baked-rooms',
  configureServer(server) {
    server.middlewares.use('/rooms', (request, response, next) => {
      const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
      const file = join(import.meta.dirname, 'out', 'rooms', path)
      if (path.includes('..') || !existsSync(file) || path.endsWith('/')) return next()
      createReadStream(file).pipe(response)
    })
  },
}

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: 'src/main/main.ts',
          service: 'src/service/utility-process.ts',
          'virtual-dongle': 'src/virtual/main.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      // A sandboxed preload must be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [vue(), bakedRooms],
    build: {
      target: pageTarget,
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
})
