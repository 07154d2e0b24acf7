import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FileServer } from '../../updates/testing/file-server.ts'
import { HeadOffice } from '../../updates/testing/head-office.ts'
import { verify } from './verify.ts'

let office: HeadOffice
let said: string
let root: string
beforeEach(async () => {
  office = await HeadOffice.open()
  await office.publish('se', 'winter')
  root = join(office.folder, 'root.json')
  await writeFile(root, await office.root)
  said = ''
  const hear = (text: unknown) => {
    said += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await office.close()
})

test('a folder and a web address are told as a new kiosk finds them', async () => {
  const server = new FileServer(office.repository.folder)
  for (const source of [office.repository.folder, await server.start()]) {
    said = ''
    expect(await verify([source, '--root', root, '--country', 'se'])).toBe(0)
    expect(said.split('\n')).toEqual([
      'Every signature and every hash is right.',
      '  se/winter, revision 1: plays',
      'se/winter, revision 1, plays now.',
      '',
    ])
  }
  await server.stop()
})

test('a country for which nothing is published is asked about', async () => {
  expect(await verify([office.repository.folder, '--root', root, '--country', 'sw'])).toBe(0)
  expect(said).toContain('Nothing is published for "sw" alone. Is that the name of its area?')
  expect(said).toContain('What is built in plays now.')
})

test('what a kiosk would refuse or lack is an error, and says why', async () => {
  const copy = join(office.folder, 'copy')
  await cp(office.repository.folder, copy, { recursive: true })
  await rm(join(copy, 'content'), { recursive: true })
  expect(await verify([copy, '--root', root, '--country', 'se'])).toBe(1)
  expect(said).toContain('not all of it is there: se/winter, revision 1: content/')
  await writeFile(join(copy, 'metadata/timestamp.json'), '{}')
  expect(await verify([copy, '--root', root, '--country', 'se'])).toBe(1)
  expect(said).toContain('a kiosk would refuse it:')
  expect(await verify([copy, '--root', join(office.folder, 'none.json')])).toBe(1)
  expect(said).toContain("name the kiosks' root: --root FILE")
  expect(await verify([])).toBe(2)
})
