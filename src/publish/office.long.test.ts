import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderSource } from '../updates/folder-source.ts'
import { TestKiosk } from '../updates/testing/test-kiosk.ts'
import { Office } from './office.ts'
import { withRollout } from './publish-playlist.ts'

let folder: string
let office: Office
let kiosk: TestKiosk

const open = (how: { moreKeys?: string[]; passphrase?: string } = {}) =>
  new Office(folder, async () => how.passphrase ?? 'a long winter', {
    moreKeys: how.moreKeys ?? [],
    cost: 1024,
  })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'))
  office = open()
  await office.create({
    areas: ['global', 'se'],
    root: { threshold: 2, keys: 3 },
    targets: { threshold: 2, keys: 3 },
    area: { threshold: 1, keys: 2 },
  })
  const root = await readFile(join(folder, 'root.json'), 'utf8')
  kiosk = await TestKiosk.open(root, new FolderSource(office.repository.folder))
  expect(await kiosk.poll()).toMatchObject({ kind: 'unchanged' })
})
afterEach(async () => {
  await kiosk.close()
  await rm(folder, { recursive: true })
})

test.each(['root', 'targets', 'snapshot', 'timestamp', 'se'])(
  'new keys for %s: kiosks follow from the root that they came with',
  async (role) => {
    await office.rotate(role)
    expect((await kiosk.poll()).kind).not.toBe('refused')
    await office.renew()
    expect((await kiosk.poll()).kind).not.toBe('refused')
    const signers = await office.areaKeys('se')
    await office.repository.writeEntries('se', new Map(), signers)
    await office.release()
    expect((await kiosk.poll()).kind).not.toBe('refused')
  },
)

test('keys that were replaced sign nothing any more', async () => {
  const old = await office.areaKeys('se')
  await office.rotate('se')
  await expect(office.repository.writeEntries('se', new Map(), old)).rejects.toThrow(/lacks signatures/)
})

test('another area gets keys of its own, and no area twice', async () => {
  await office.addArea('no', { threshold: 1, keys: 1 })
  expect([...(await office.areas()).keys()]).toEqual(['global', 'se', 'no'])
  expect((await kiosk.poll()).kind).not.toBe('refused')
  await expect(office.addArea('no', { threshold: 1, keys: 1 })).rejects.toThrow(/already/)
  await expect(office.areaKeys('dk')).rejects.toThrow(/there are global, se, no/)
})

test('keys that lie in a safe are asked for, and found on the stick', async () => {
  const safe = await mkdtemp(join(tmpdir(), 'safe-'))
  for (const name of ['root-1', 'root-2']) {
    await rename(join(folder, 'keys', `${name}.json`), join(safe, `${name}.json`))
  }
  await expect(office.rotate('timestamp')).rejects.toThrow(/2 keys must sign, 1 are here; missing: .* --keys/)
  await open({ moreKeys: [safe] }).rotate('timestamp')
  expect((await kiosk.poll()).kind).not.toBe('refused')
  await rm(safe, { recursive: true })
})

test('where a key that must sign is missing nothing is rotated, and kiosks are well', async () => {
  await rename(join(folder, 'keys/snapshot-1.json'), join(folder, 'snapshot-1.json'))
  await expect(office.rotate('timestamp')).rejects.toThrow(/1 keys must sign, 0 are here/)
  expect((await kiosk.poll()).kind).not.toBe('refused')
  await rename(join(folder, 'snapshot-1.json'), join(folder, 'keys/snapshot-1.json'))
  await office.rotate('timestamp')
  expect((await kiosk.poll()).kind).not.toBe('refused')
})

test('nothing is signed with a wrong passphrase, and no office is made twice', async () => {
  await expect(open({ passphrase: 'a short summer' }).renew()).rejects.toThrow(/is this its passphrase/)
  const plan = { areas: ['global'], root: { threshold: 1, keys: 1 } }
  const again = office.create({ ...plan, targets: plan.root, area: plan.root })
  await expect(again).rejects.toThrow(/has keys already/)
})

test('what is not there cannot be rolled out or stopped', async () => {
  const entries = await office.repository.entries('se')
  expect(() => withRollout(entries, 'se', 'winter', { ring: 10 }, 'newest')).toThrow(/no playlist "winter"/)
})
