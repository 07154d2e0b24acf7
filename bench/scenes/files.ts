import { adviceOn } from '../../src/showroom/advice/content-advice.ts'
import { readContent, type SourceFile } from '../../src/showroom/content.ts'
import { readOriginals, spoiltFiles } from '../../src/showroom/testing/spoilt-files.ts'
import { timesOf } from './times.ts'

/** Of so many readings the quickest counts: what else the machine was busy with is no part of it. */
const readings = 3

/** After so many files it is told how far it is. */
const tellEvery = 5000

/** How long it takes to read and judge a spoilt scene or rule, beside a room whose own reading is taken off. */
export function measureFiles(count: number, progress: (done: number) => void) {
  const originals = readOriginals()
  const roomMs = Math.min(...Array.from({ length: 200 }, () => timeOf([originals.emptyRoom])))
  const times: number[] = []
  let good = 0
  for (let seed = 1; seed <= count; seed++) {
    if (seed % tellEvery === 0) progress(seed)
    const files = spoiltFiles(seed, originals)
    if (files[0] !== originals.emptyRoom) continue
    if (readContent(files).problems.length === 0) good += 1
    times.push(Math.max(0, Math.min(...Array.from({ length: readings }, () => timeOf(files))) - roomMs))
  }
  const rows = [{ files: times.length, 'good all the same': good, ...timesOf(times), unit: 'ms' }]
  return { rows }
}

function timeOf(files: readonly SourceFile[]): number {
  const before = performance.now()
  adviceOn(readContent(files))
  return performance.now() - before
}
