import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const everywhere = ['src/**', 'renderer/**', 'scenes/**', 'packages/**', 'scripts/**']
const ending = (suffix: string) => everywhere.map((folder) => `${folder}/*.${suffix}.ts`)
const slow = [...ending('driver.test'), ...ending('long.test'), ...ending('soak.test')]

// Told apart by the file's name; `--project` picks: the check runs unit, the tests also driver and long, the soak the last.
export default defineConfig({
  plugins: [vue()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ending('test'),
          exclude: ['**/node_modules/**', ...slow],
          // None waits for anything: the limit is for those that hang, not for busy machines.
          testTimeout: 30_000,
          // No test changes what others see, so they share their imports: six times quicker.
          isolate: false,
        },
      },
      {
        extends: true,
        // Real processes, real bytes, real time: first of all the true zigbee-herdsman against the virtual dongle.
        test: {
          name: 'driver',
          include: ending('driver.test'),
          // The limits are for what hangs, not for busy machines.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 120_000 } },
          // What they change is in processes and folders of their own, so they share their imports.
          isolate: false,
          // True time on a busy machine: what passes only the second time is said so.
          retry: 1,
        },
      },
      {
        extends: true,
        // Much to compute, too much for every check. The limit is for what hangs, not for busy machines.
        test: {
          name: 'long',
          include: ending('long.test'),
          testTimeout: 1_200_000,
          hookTimeout: 1_200_000,
          isolate: false,
          setupFiles: ['scripts/give-way.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'soak', include: ending('soak.test'), testTimeout: 14_400_000, hookTimeout: 120_000 },
      },
    ],
  },
})
