import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { measureIdle, measureVerifying } from './cost.ts'
import { measureTraffic } from './traffic.ts'

const folder = 'out/bench'

console.log('Playlists: what a kiosk asks of the web server, and what it costs the kiosk.')
// The larger first: the process grows only once.
const many = await measureVerifying(60, 500)
const one = await measureVerifying(1, 1)
const traffic = await measureTraffic()
const { install, contentBytes, idle, smallUpdate, rollOut } = traffic
console.table({
  'first install': install,
  'idle look': idle,
  'one scene changed': smallUpdate,
  'roll-out step': rollOut,
})

console.table([one, many])
const idling = await measureIdle(20)
console.table([idling])

/** Everything is a ratio or a bound that any machine keeps, however busy. */
const bounds = [
  bound('an idle look: requests', idle.requests, 2),
  bound('an idle look: bytes of bodies', idle.bytes, 1024),
  bound('first install: bytes, of the files themselves', install.bytes / contentBytes, 1.01),
  bound('one scene changed: bytes, of the first install', smallUpdate.bytes / install.bytes, 0.01),
  bound('a roll-out step: bytes, of the first install', rollOut.bytes / install.bytes, 0.001),
  bound('60 regions, 500 playlists: processor, of one and one', many.cpuMs / one.cpuMs, 40),
  bound('60 regions, 500 playlists: MiB', many.memoryMiB, 64),
  bound('20 playlists, nothing happens: share of a core', idling.shareOfCore, 0.001),
]
console.table(bounds)
const kept = bounds.every((each) => each.kept)
await mkdir(folder, { recursive: true })
const report = {
  at: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model,
  traffic,
  one,
  many,
  idling,
  bounds,
  kept,
}
await writeFile(`${folder}/updates.json`, `${JSON.stringify(report, null, 2)}\n`)
console.log(`Written to ${folder}/updates.json`)
process.exitCode = kept ? 0 : 1

function bound(what: string, measured: number, most: number) {
  return { what, measured: Number(measured.toPrecision(3)), most, kept: measured <= most }
}
