import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bakeRoom } from './bake-room.ts'
import { defaultSettings } from './settings.ts'

/** `node src/bake/main.ts living-room [--out out/rooms] [--size 640] [--workers 2]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'out/rooms' },
    size: { type: 'string', default: String(defaultSettings.size) },
    rays: { type: 'string', default: String(defaultSettings.gatherRays) },
    workers: { type: 'string', default: String(defaultSettings.workers) },
  },
})

for (const room of positionals.length ? positionals : ['living-room']) {
  const started = performance.now()
  const { baked } = await bakeRoom({
    roomFolder: join('scenes/rooms', room),
    outFolder: join(values.out, room),
    size: Number(values.size),
    gatherRays: Number(values.rays),
    workers: Number(values.workers),
    onProgress: (share) => draw(room, share),
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (baked && process.stderr.isTTY) process.stderr.write('\n')
  console.log(baked ? `${room}: light baked in ${seconds} s` : `${room}: unchanged`)
}

/** A bar that fills, where there is a terminal to draw it on. */
function draw(room: string, share: number): void {
  if (!process.stderr.isTTY) return
  const width = 30
  const full = Math.round(share * width)
  process.stderr.write(
    `\r${room} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.round(share * 100)} %`,
  )
}
