import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hearing } from '../testing/hearing.ts'
import { keys } from './keys.ts'

let folder: string
let said: () => string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'))
  said = hearing()
  vi.stubEnv('SHOWROOM_PASSPHRASE', 'correct horse battery')
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const quorums = ['--root', '1/2', '--targets', '1/1', '--area', '1/1']

test('makes as many keys as are asked for, sealed and for nobody else to read, and says what comes next', async () => {
  expect(await keys(['create', '--office', folder, '--areas', 'se', ...quorums])).toBe(0)
  const names = ['global-1', 'region-se-1', 'root-1', 'root-2', 'snapshot-1', 'targets-1', 'timestamp-1']
  expect((await readdir(join(folder, 'keys'))).toSorted()).toEqual(names.map((name) => `${name}.json`))
  expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700)
  const sealed = JSON.parse(await readFile(join(folder, 'keys/root-1.json'), 'utf8'))
  expect(sealed.scrypt.cost).toBe(2 ** 17)
  const root = JSON.parse(await readFile(join(folder, 'root.json'), 'utf8'))
  expect(root.signed.roles.root).toMatchObject({
    threshold: 1,
    keyids: [expect.any(String), expect.any(String)],
  })
  expect(said()).toContain('Next: showroom publish PLAYLIST')
  expect(await keys(['create', '--office', folder, ...quorums])).toBe(1)
  expect(said()).toContain('has keys already')
})

test.each([
  [['create', '--root', '3'], /write how many of how many/],
  [['create', '--areas', 'Sweden'], /"Sweden"/],
  [['rotate'], /showroom keys create/],
])('%j does nothing and says why', async (args, why) => {
  expect(await keys([...args, '--office', folder])).not.toBe(0)
  expect(said()).toMatch(why)
  expect(await readdir(folder)).toEqual([])
})
