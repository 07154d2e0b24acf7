import { adviceOn } from '../../src/showroom/advice/content-advice.ts'
import { readContent } from '../../src/showroom/content.ts'
import { readOriginals, spoiltFiles } from '../../src/showroom/testing/spoilt-files.ts'
import { timesOf } from './times.ts'

const count = 1000

/** How long it takes to read and judge a spoilt file beside the room it belongs to, less the room's own time. */
export function measureFiles() {
  const originals = readOriginals()
  const times: number[] = []
  let good = 0
  for (let seed = 1; seed <= count; seed++) {
    const files = spoiltFiles(seed, originals)
    const [room] = files
    if (room === undefined || room.text !== originals.room.text) continue
    const before = performance.now()
    readContent([room])
    const between = performance.now()
    const content = readContent(files)
    adviceOn(content)
    times.push(Math.max(0, performance.now() - between - (between - before)))
    if (content.problems.length === 0) good += 1
  }
  const rows = [{ files: times.length, 'good all the same': good, ...timesOf(times), unit: 'ms' }]
  return { rows }
}
