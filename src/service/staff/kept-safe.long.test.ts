import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKept } from '../../platform/backup/kept-files.ts'
import { switchOver } from '../../platform/backup/switch-over.ts'
import { silentLog } from '../../showroom/log.ts'
import { givenUpNetwork, givenUpRecord } from './given-up-network.ts'
import { KeptSafe } from './kept-safe.ts'

const passphrase = 'seven green lamps'
const network = (id: number) =>
  JSON.stringify({ version: 1, panId: 100 + id, extendedPanId: [id], channel: 15 })

describe('everything in one file', () => {
  let root: string
  let drive: string
  let hasStick: boolean

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kept-'))
    drive = join(root, 'drives/STICK')
    await mkdir(drive, { recursive: true })
    hasStick = true
    await fill('old', {
      'bindings.json': 'places',
      'zigbee/network.json': network(1),
      'staff/pins.json': 'theirs',
    })
  })
  afterEach(() => rm(root, { recursive: true }))

  async function fill(name: string, files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(root, name, path, '..'), { recursive: true })
      await writeFile(join(root, name, path), text)
    }
  }

  function kiosk(name: string, drives = join(root, 'drives')): KeptSafe {
    return new KeptSafe({
      ...{ dataFolder: join(root, name), drives, cost: 2 ** 14, log: silentLog },
      store: () => 'Kungens Kurva',
      date: () => new Date('2026-11-21T18:05:12Z'),
      readStick: () => (hasStick ? Promise.resolve() : Promise.reject(new Error('no stick'))),
    })
  }

  const fileName = 'kungens-kurva-2026-11-21-18-05-12.showroom'
  const restored = async (name: string, words = passphrase) => kiosk(name).restore(drive, fileName, words)

  it('goes to another machine, which is then as this one was', async () => {
    const saved = await kiosk('old').save(drive, passphrase)
    expect(saved).toEqual({ kind: 'saved', path: join(drive, fileName), stick: 'read' })
    expect(await readdir(drive)).toEqual([fileName])
    await fill('new', { 'bindings.json': 'none', 'own-scenes.json': 'of before' })
    const { backups, places } = await kiosk('new').find()
    expect(places.map(({ kind, name }) => [kind, name])).toEqual([
      ['drive', 'STICK'],
      ['exchange', 'exchange'],
    ])
    expect(backups).toMatchObject([{ file: fileName, head: { store: 'Kungens Kurva' } }])
    expect(await restored('new')).toBeNull()
    await switchOver(join(root, 'new'))
    expect(await readKept(join(root, 'new'))).toEqual(await readKept(join(root, 'old')))
  })

  it('says whether the stick’s memory is in it, and how old', async () => {
    hasStick = false
    expect(await kiosk('old').save(drive, passphrase)).toMatchObject({ stick: 'none' })
    await fill('old', { 'zigbee/coordinator-backups.json': '{}' })
    expect(await kiosk('old').save(drive, passphrase)).toMatchObject({ stick: 'older' })
  })

  it('keeps what a machine must not lose by it: its log, its wrong PINs, and which playlists it has seen', async () => {
    const entry = (at: string) => `{"at":"2026-11-${at}"}\n`
    await fill('old', {
      'staff/audit.jsonl': entry('01') + entry('03'),
      'staff/attempts.json': 'none',
      'playlists-seen.json': 'version 7',
    })
    await fill('new', {
      'staff/audit.jsonl': entry('02') + entry('03'),
      'staff/attempts.json': 'nine',
      'playlists-seen.json': 'version 9',
    })
    await kiosk('old').save(drive, passphrase)
    expect(await restored('new')).toBeNull()
    await switchOver(join(root, 'new'))
    const kept = await readKept(join(root, 'new'))
    expect(kept.get('staff/audit.jsonl')).toBe(entry('01') + entry('02') + entry('03'))
    expect(kept.get('staff/attempts.json')).toBe('nine')
    expect(kept.get('playlists-seen.json')).toBe('version 9')
    expect(kept.get('staff/pins.json')).toBe('theirs')
  })

  it('gives up the network that a new machine had formed meanwhile, and no other', async () => {
    await kiosk('old').save(drive, passphrase)
    await fill('new', { 'zigbee/network.json': network(2) })
    await cp(join(root, 'old'), join(root, 'same'), { recursive: true })
    for (const name of ['new', 'same']) {
      expect(await restored(name)).toBeNull()
      await switchOver(join(root, name))
    }
    const givenUp = async (name: string) =>
      givenUpNetwork(await readFile(join(root, name, givenUpRecord), 'utf8').catch(() => null))
    expect(await givenUp('new')).toBe(102)
    expect(await givenUp('same')).toBeNull()
  })

  it('is refused whole, with a reason', async () => {
    await kiosk('old').save(drive, passphrase)
    await fill('new', { 'bindings.json': 'mine' })
    expect(await restored('new', 'seven green lambs')).toBe('passphrase')
    expect(await kiosk('new').restore(join(root, 'old'), 'bindings.json', passphrase)).toBe('gone')
    expect(await kiosk('new').restore(drive, `../STICK/${fileName}`, passphrase)).toBe('gone')
    await truncate(join(drive, fileName), 700)
    expect(await restored('new')).toBe('cut')
    await rm(drive, { recursive: true })
    expect(await restored('new')).toBe('gone')
    expect(await switchOver(join(root, 'new'))).toBeNull()
    expect(await readKept(join(root, 'new'))).toEqual(new Map([['bindings.json', 'mine']]))
  })

  it('is not half written: not on a drive that is gone, nor on one that takes nothing', async () => {
    expect(await kiosk('old').save(join(root, 'drives/OTHER'), passphrase)).toEqual({ kind: 'gone' })
    expect(await readdir(join(root, 'drives'))).toEqual(['STICK'])
    // A folder that nobody may write to, not even root.
    const readOnly = kiosk('old', '/sys')
    await expect(readOnly.save('/sys/kernel', passphrase)).rejects.toThrow(/EACCES|EPERM|EROFS/)
  })

  it('follows no link that lies on a drive in its way', async () => {
    await fill('old', { 'precious.txt': 'mine' })
    await symlink(join(root, 'old/precious.txt'), join(drive, `${fileName}.new`))
    expect(await kiosk('old').save(drive, passphrase)).toMatchObject({ kind: 'saved' })
    expect(await readFile(join(root, 'old/precious.txt'), 'utf8')).toBe('mine')
    expect(await readdir(drive)).toEqual([fileName])
  })

  it('lies in the exchange folder where there is no drive', async () => {
    const { places } = await kiosk('old', join(root, 'nowhere')).find()
    expect(places).toMatchObject([{ kind: 'exchange', folder: join(root, 'old/exchange') }])
    expect(await kiosk('old').save(join(root, 'old/exchange'), passphrase)).toMatchObject({ kind: 'saved' })
    expect((await kiosk('old').find()).backups).toHaveLength(1)
  })
})
