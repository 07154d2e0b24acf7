import { defineConfig } from '@playwright/test'
import type { KioskOptions } from './e2e/kiosk-test.ts'

// The same specs in Chromium, over a WebSocket, and in Electron, over a MessagePort.
export default defineConfig<object, KioskOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/furnish.ts',
  outputDir: 'test-results',
  // Each worker has a kiosk of its own; drawing in software leaves no core for a second one.
  workers: 1,
  timeout: 90_000,
  // True time on a busy machine: what passes only the second time, on a fresh kiosk, is listed as flaky at the end.
  retries: 1,
  // For what hangs: a busy machine that draws the room in software may take long over a frame.
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  projects: [
    // Fewer, and they wait for more: begun first, two at a time, they leave both cores work to the end.
    { name: 'electron', use: { shell: 'electron' }, testIgnore: '**/*.chromium.spec.ts', workers: 2 },
    { name: 'chromium', use: { shell: 'chromium' }, testIgnore: '**/*.electron.spec.ts', workers: 4 },
  ],
})
