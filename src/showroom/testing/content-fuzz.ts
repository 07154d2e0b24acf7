import { expect } from 'vitest'
import { adviceOn } from '../advice/content-advice.ts'
import { type Content, readContent } from '../content.ts'
import { readOriginals, spoiltFiles } from './spoilt-files.ts'

/** Spoils files `count` times: each time there is something good or a problem that names its place. */
export function fuzzContent(count: number): void {
  const originals = readOriginals()
  for (let seed = 1; seed <= count; seed++) judge(readContent(spoiltFiles(seed, originals)), `seed ${seed}`)
}

/** Neither silence nor nonsense: whatever a file holds, there is something good or a place that is wrong. */
export function judge(content: Content, what: string): void {
  const { scenes, rules, problems } = content
  expect(scenes.length + rules.length + problems.length, what).toBeGreaterThan(0)
  for (const problem of [...problems, ...adviceOn(content)]) {
    expect(problem.line, what).toBeGreaterThan(0)
    expect(problem.column, what).toBeGreaterThan(0)
    expect(problem.message, what).not.toBe('')
    expect(problem.hint, what).not.toBe('')
  }
}
