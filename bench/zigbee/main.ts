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

/** What is measured in the network of many lamps, by name; words on the command line choose among them. */
const parts: readonly (readonly [string, (room: BenchRoom) => Promise<Measured>])[] = [
  ['latency', measureLatency],
  ['scenes', (room) => measureScenes(room, 1)],
  ['scenes', (room) => measureScenes(room, 3)],
  ['touches', (room) => measureTouches(room, 1)],
  ['touches', (room) => measureTouches(room, 3)],
  ['dead-lamp', measureDeadLamp],
  ['replugs', measureReplugs],
]
const chosen = process.argv.slice(2)
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name)

console.log(`Zigbee on a virtual dongle: true line, modelled air (${model}).`)
// Joining is not what is measured here, so nothing is lost on the way and the air takes no time.
const forming = await BenchRoom.open(profiles.ideal, null)
await forming.join(Math.max(...sizes), model)
const network = await forming.close()

const { room, measured } = await measureStart(network)
note(measured)
for (const [name, measure] of parts) if (isChosen(name)) note(await measure(room))
await room.close()
await rm(network.folder, { recursive: true, force: true })
if (isChosen('joins')) note(await measureJoins(model))

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
