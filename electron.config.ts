import { defineConfig } from 'electron-vite'
import page from './page.config.ts'

// Read by electron-vite (`-c electron.config.ts`). Targets are those of Electron 33, the oldest we run on:
// without them electron-vite compiles for the Electron that is installed.
const nodeTarget = 'node20.18'
const pageTarget = 'chrome130'
const pagePort = 5173

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
    ...page,
    // The page keeps its own scheme while one develops, so the socket that reloads it must be told its address.
    server: {
      ...page.server,
      port: pagePort,
      strictPort: true,
      hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: pagePort },
    },
    build: {
      ...page.build,
      target: pageTarget,
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
})
