import { describe, expect, it, vi } from 'vitest'
import { readContent } from './content.ts'
import { fuzzContent } from './testing/content-fuzz.ts'
import { roomFile } from './testing/room-file.ts'
import { problemSentence } from './yaml-file.ts'

const room = roomFile(
  'den',
  `
  - { id: lamp, kind: light, name: { en: Lamp, sv: Lampa }, lumens: 800 }
  - { id: blind, kind: blind, name: { en: Blind, sv: Rullgardin } }
`,
)

function scene(fixtures: string, head = 'icon: moon'): string {
  return `version: 1
id: evening
room: den
title: { en: Evening, sv: Kväll }
story: { en: Calm., sv: Lugnt. }
${head}
fixtures:
${fixtures}`
}

function problemsOf(text: string): string[] {
  return readContent([room, { path: 'den/evening.yaml', text }]).problems.map(problemSentence)
}

describe('a scene file', () => {
  it('is read when all is well', () => {
    const content = readContent([
      room,
      { path: 'den/evening.yaml', text: scene('  lamp: { brightness: 0.5 }') },
    ])
    expect(content.problems).toEqual([])
    expect(content.scenes.map(({ id }) => id)).toEqual(['evening'])
  })

  it('names line and column of an unknown key', () => {
    expect(problemsOf(scene('  lamp: { brightness: 0.5, blink: true }'))).toEqual([
      'den/evening.yaml:8:28 fixtures.lamp.blink: "blink" is not known here',
    ])
  })

  it('names line and column of a wrong type', () => {
    expect(problemsOf(scene('  lamp: { brightness: bright }'))[0]).toMatch(
      /^den\/evening\.yaml:8:11 fixtures\.lamp\.brightness: expected a number, and found a text/,
    )
  })

  it('names line and column of an unknown fixture, and those that exist', () => {
    expect(problemsOf(scene('  lamp: { on: true }\n  lava-lamp: { on: true }'))).toEqual([
      'den/evening.yaml:9:3 fixtures.lava-lamp: room "den" has no fixture "lava-lamp" (known: lamp, blind)',
    ])
  })

  it('says what a kind of fixture can be told', () => {
    expect(problemsOf(scene('  blind: { brightness: 1 }'))).toEqual([
      'den/evening.yaml:8:12 fixtures.blind.brightness: a blind has no "brightness"',
    ])
  })

  it('knows that a white lamp has no colours and a plain one no whites to choose from', () => {
    expect(problemsOf(scene('  lamp: { colour: "#ff0000" }'))[0]).toContain('"lamp" shows white only')
    expect(problemsOf(scene('  lamp: { kelvin: 2200 }'))[0]).toContain('"lamp" has one white')
  })

  it('tells every problem in one pass', () => {
    expect(problemsOf(scene('  lamp: { brightness: 3, sparkle: 1 }', 'icon: unicorn'))).toHaveLength(3)
  })

  it('names the place of broken YAML', () => {
    expect(problemsOf('version: 1\nid: [unclosed\n')[0]).toMatch(/^den\/evening\.yaml:\d+:\d+ /)
  })

  it('is refused when it is huge or unfolds into something huge', () => {
    expect(problemsOf('#'.repeat(70_000))[0]).toContain('larger than')
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n`
    expect(problemsOf(bomb).length).toBeGreaterThan(0)
  })

  it('has nothing of it printed, however odd its keys are', () => {
    const printed = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    expect(problemsOf(scene('  lamp: { ? { a: b } : 1 }')).length).toBeGreaterThan(0)
    expect(printed).not.toHaveBeenCalled()
    printed.mockRestore()
  })

  it('may be spoilt in any way: a clear problem or a good scene, never a throw', () => fuzzContent(40))

  it('does not take the other files down with it', () => {
    const content = readContent([
      room,
      { path: 'den/bad.yaml', text: 'nonsense' },
      { path: 'den/evening.yaml', text: scene('  lamp: { on: true }') },
    ])
    expect(content.scenes).toHaveLength(1)
    expect(content.problems.length).toBeGreaterThan(0)
  })
})
