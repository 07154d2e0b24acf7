import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { measureEvents } from './events.ts'
import { measureFiles } from './files.ts'

const folder = 'out/bench'
/** A reaction of the engine alone takes no longer, at p99: what a shopper waits for is the radio. */
const slowestReactionMs = 1

console.log('Scenes and rules: the engine alone, on a clock that is moved by hand.')
const events = await measureEvents()
console.table(events.rows)
// How many files are spoilt may be said: `npm run bench:scenes -- 100000`.
const count = Number(process.argv[2] ?? 2000)
console.log(`\n${count} spoilt scene and rule files, each read three times …`)
const files = measureFiles(count, (done) => console.log(`  ${done} of ${count}`))
console.log('\nScene and rule files, spoilt at random: time for each')
console.table(files.rows)

const kept = events.reactionP99Ms <= slowestReactionMs
console.log(
  `\nreaction p99 ${events.reactionP99Ms} ms; bound ${slowestReactionMs} ms: ${kept ? 'kept' : 'NOT KEPT'}`,
)
await mkdir(folder, { recursive: true })
const report = {
  at: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model,
  events,
  files,
  kept,
}
await writeFile(`${folder}/scenes.json`, `${JSON.stringify(report, null, 2)}\n`)
console.log(`Written to ${folder}/scenes.json`)
process.exitCode = kept ? 0 : 1
