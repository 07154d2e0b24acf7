import { mkdir, rm, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { profiles } from '../../src/virtual/air/profile.ts'
import { BenchRoom } from './bench-room.ts'
import type { Measured } from './bound.ts'
import { measureDeadLamp } from './dead-lamp.ts'
import { measureJoins, measureReplugs, measureStart } from './life.ts'
import { measureScenes, sizes } from './scenes.ts'
import { measureLatency, measureTouches } from './touches.ts'

/** IKEA's white spectrum: it fades one thing at a time, so that a scene takes two frames. */
const model = 'TRADFRI bulb E27 WS opal 1000lm'
const folder = 'out/bench'

function show({ title, rows }: Measured): void {
  console.log(`\n${title}`)
  console.table(rows)
}

const results: Measured[] = []
function note(measured: Measured): void {
  results.push(measured)
  show(measured)
}

console.log(`Zigbee on a virtual dongle: true line, modelled air (${model}).`)
// Joining is not what is measured here, so nothing is lost on the way and the air takes no time.
const forming = await BenchRoom.open(profiles.ideal, null)
await forming.join(Math.max(...sizes), model)
const network = await forming.close()

const { room, measured } = await measureStart(network)
note(measured)
note(await measureLatency(room))
for (const rings of [1, 3]) note(await measureScenes(room, rings))
for (const rings of [1, 3]) note(await measureTouches(room, rings))
note(await measureDeadLamp(room))
note(await measureReplugs(room))
await room.close()
await rm(network.folder, { recursive: true, force: true })
note(await measureJoins(model))

const bounds = results.flatMap((result) => result.bounds)
console.log('\nBounds')
console.table(
  bounds.map(({ what, limit, measured: found, kept }) => ({ what, limit, found, kept: kept ? 'yes' : 'NO' })),
)
await mkdir(folder, { recursive: true })
const report = { at: new Date().toISOString(), node: process.version, cpu: cpus()[0]?.model, model, results }
await writeFile(`${folder}/zigbee.json`, `${JSON.stringify(report, null, 2)}\n`)
console.log(`Written to ${folder}/zigbee.json`)
process.exitCode = bounds.every(({ kept }) => kept) ? 0 : 1
