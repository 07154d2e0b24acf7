import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Office } from '../../publish/office.ts'
import { hearing } from '../testing/hearing.ts'
import { rollOut, stop } from './rollout.ts'

let folder: string
let office: Office
let said: () => string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollout-'))
  said = hearing()
  vi.stubEnv('SHOWROOM_PASSPHRASE', 'correct horse battery')
  office = new Office(folder, async () => 'correct horse battery', { cost: 1024 })
  const one = { threshold: 1, keys: 1 }
  await office.create({ areas: ['global', 'se'], root: one, targets: one, area: one })
  const entries = new Map()
  for (const [revision, ring] of [
    [1, 100],
    [2, 1],
  ]) {
    const path = `se/winter/${revision}.json`
    const put = await office.repository.putManifest(path, Buffer.from(`{"revision":${revision}}`))
    entries.set(path, { ...put, custom: { ring, stop: false } })
  }
  await office.repository.writeEntries('se', entries, await office.areaKeys('se'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const where = () => ['winter', '--area', 'se', '--office', folder]
async function rollouts(): Promise<unknown[]> {
  return [...(await office.repository.entries('se')).values()].map(({ custom }) => custom)
}

test('a revision goes to 1, 10, 50 and 100 percent, and the one before is left as it is', async () => {
  for (const ring of [10, 50, 100, 100]) {
    expect(await rollOut(where())).toBe(0)
    expect(await rollouts()).toEqual([
      { ring: 100, stop: false },
      { ring, stop: false },
    ])
  }
  expect(said()).toContain('se/winter, revision 2, is for 50 % of the kiosks now.')
})

test('a stop that is taken back reaches no more kiosks than it reached before', async () => {
  await rollOut(where())
  expect(await stop([...where(), '--newest'])).toBe(0)
  expect((await rollouts())[1]).toEqual({ ring: 10, stop: true })
  expect(await rollOut(where())).toBe(0)
  expect((await rollouts())[1]).toEqual({ ring: 10, stop: false })
  expect(said()).toContain('is for 10 % of the kiosks again')
  expect(await rollOut([...where(), '--to', '30'])).toBe(0)
  expect((await rollouts())[1]).toEqual({ ring: 30, stop: false })
})

test('all of a playlist is stopped, and what is misspelt changes nothing and says what there is', async () => {
  expect(await stop(['wimter', '--area', 'se', '--office', folder])).toBe(1)
  expect(said()).toContain('"se" has no playlist "wimter" (it has winter)')
  expect(await rollOut([...where(), '--to', 'all'])).toBe(1)
  expect(said()).toContain('"all" is no share of the kiosks')
  expect(await rollouts()).toMatchObject([{ stop: false }, { stop: false }])
  expect(await stop(where())).toBe(0)
  expect(await rollouts()).toMatchObject([{ stop: true }, { stop: true }])
})
