import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { bakeRoom } from '../../src/bake/bake-room.ts'
import type { BakedRoom } from '../../src/light/baked-room.ts'
import { serveRoomPage } from '../../src/platform/room-page.ts'
import { bounds, type Measured, table } from './bounds.ts'
import { firstPicture } from './first-picture.ts'
import { decoding, frameTimes, idling } from './frame-times.ts'

/** `npm run bench:room -- [--rounds 7] [--no-bake]`: what a frame of the room costs, beside its rivals. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    'no-bake': { type: 'boolean', default: false },
  },
})
const roomFolder = 'out/rooms/living-room'
if (!existsSync(join(roomFolder, 'room.json')) || !existsSync('out/renderer/index.html')) {
  process.stderr.write('The kiosk is not built yet: run "npm run build" first.\n')
  process.exit(1)
}
const program = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()].find(
  (path) => path !== undefined && existsSync(path),
)
if (program === undefined) {
  process.stderr.write('There is no Chromium: install it, or let CHROMIUM_PATH name one.\n')
  process.exit(1)
}
const room = JSON.parse(await readFile(join(roomFolder, 'room.json'), 'utf8')) as BakedRoom
const server = await serveRoomPage({ page: 'bench', roomFolder })
const browser = await chromium.launch({
  executablePath: program,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
})
try {
  say('time to the first picture …')
  const first = await firstPicture(browser, 3)
  say('milliseconds a frame …')
  const ms = await frameTimes(browser, server.url, Number(values.rounds))
  say('idling …')
  const idle = await idling(browser, server.url, 10_000)
  const found: Measured = {
    standing: { one: ms['standing 1'], twelve: ms['standing 12'] },
    changing: { one: ms['changing 1'], twelve: ms['changing 12'] },
    shadows: ms.shadows,
    unlit: ms.unlit,
    drawCalls: idle.calls,
    triangles: idle.triangles,
    idleFrames: idle.frames,
    ...first,
    decodeMs: await decoding(browser, server.url, 3),
    lightMegabytes: (await stat(join(roomFolder, 'light.bin'))).size / 1e6,
    layerMegabytes: (room.layers.length * room.size ** 2 * 4) / 1e6,
    bakeSeconds: values['no-bake'] ? null : await bake(),
  }
  const rows = bounds(found)
  for (const [name, value] of Object.entries(ms))
    process.stdout.write(`${name.padEnd(12)} ${value.toFixed(0)} ms\n`)
  process.stdout.write(`\n${table(rows)}\n`)
  await mkdir('out/bench', { recursive: true })
  await writeFile('out/bench/room.json', `${JSON.stringify({ found, bounds: rows }, null, 2)}\n`)
  process.stdout.write('\nWritten to out/bench/room.json\n')
} finally {
  await browser.close()
  await server.close()
}

/** Seconds for the living room's whole bake, as a shop is given it. */
async function bake(): Promise<number> {
  say('baking …')
  const out = 'out/bench/rooms'
  await rm(out, { recursive: true, force: true })
  const started = performance.now()
  await bakeRoom({ roomFolder: join('scenes', 'rooms', room.id), outFolder: join(out, room.id) })
  return (performance.now() - started) / 1000
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
