import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ProgressBar } from './progress-bar.ts'

const folder = mkdtempSync(join(tmpdir(), 'bake-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'broken'))
const good = readFileSync('scenes/rooms/living-room/room.yaml', 'utf8')
writeFileSync(join(folder, 'broken', 'room.yaml'), good.replace(/lumens: \d+/, 'lumens: many'))
const lineOfMistake = good.split('\n').findIndex((line) => /lumens: \d+/.test(line)) + 1

const bake = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/showroom.ts', 'bake', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('showroom bake', () => {
  test('tells what it can do', () => {
    const { status, stdout } = bake('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('--quality draft')
  })

  test('names the rooms there are when asked for one that is not', () => {
    const { status, stderr } = bake('kitchen')
    expect(status).toBe(1)
    expect(stderr).toBe(
      `There is no room "kitchen" in ${join('scenes', 'rooms')}. There is: living-room, wardrobe\n`,
    )
  })

  test('names file, line and column of what is wrong in a description', () => {
    const { status, stderr } = bake('broken', '--rooms', folder, '--quality', 'draft')
    expect(status).toBe(1)
    expect(stderr).toContain(`${join(folder, 'broken', 'room.yaml')}:${lineOfMistake}:`)
    expect(stderr).not.toContain('    at ')
  })

  test.each([
    [['--size', 'huge'], '--size is a whole number'],
    [['--quality', 'best'], '--quality is draft or full'],
    [['--workers', '0'], '--workers is a whole number'],
    [['--speed'], "Unknown option '--speed'"],
  ])('does not guess at %j', (args, sentence) => {
    const { status, stderr } = bake(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(sentence)
  })
})

test('a bar is drawn on terminals only, and once for each per cent', () => {
  const written: string[] = []
  const bar = new ProgressBar('den', { isTTY: true, write: (text: string) => written.push(text) })
  for (const share of [0, 0.001, 0.5, 0.502, 1]) bar.show(share)
  bar.end()
  expect(written).toHaveLength(4)
  expect(written[1]).toBe(`\rden ${'█'.repeat(15)}${'░'.repeat(15)} 50 %`)
  const log: string[] = []
  const quiet = new ProgressBar('den', { write: (text: string) => log.push(text) })
  quiet.show(0.5)
  quiet.end()
  expect(log).toEqual([])
})
