import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scene } from './scene.ts'
import { sceneVersions } from './scene-versions.ts'
import { problemSentence, readYamlFile } from './yaml-file.ts'

const old = readFileSync(new URL('./testing/old-files/scene-0.yaml', import.meta.url), 'utf8')
const read = (text: string) => readYamlFile('old.yaml', text, scene, sceneVersions)

test('a scene of version 0 is read as it would be written today', () => {
  const result = read(old)
  expect(result.ok && result.checked.value).toMatchObject({
    version: 1,
    id: 'movie-night',
    transition: 2000,
    fixtures: { 'shelf-strip': { brightness: 0.6, transition: 4000 }, pendant: { on: false } },
  })
})

test('a mistake in an old file is told at its own line', () => {
  const result = read(old.replace('shelf-strip: { brightness: 0.6', 'shelf-strip: { brightness: 6'))
  expect(result.ok ? [] : result.problems.map(problemSentence)).toEqual([
    expect.stringMatching(/^old\.yaml:15:18 fixtures\.shelf-strip\.brightness: is more than 1/),
  ])
})

test('a version from the future, or one that never was, is told as such and nothing else', () => {
  const problems = (version: string) => {
    const result = read(old.replace('version: 0', `version: ${version}`).replace('room:', 'zimmer:'))
    return result.ok ? [] : result.problems
  }
  expect(problems('7')).toEqual([
    expect.objectContaining({
      line: 1,
      path: 'version',
      message: 'this is version 7, and this kiosk reads up to 1',
      hint: 'update the kiosk, or write the file as version 1',
    }),
  ])
  expect(problems('-3')[0]?.message).toBe('there never was a version -3')
  expect(problems('0.5')[0]?.message).toBe('there never was a version 0.5')
  expect(problems('.nan').length).toBeGreaterThan(0)
})
