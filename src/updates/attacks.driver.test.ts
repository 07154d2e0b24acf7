import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Repository } from '../publish/repository.ts'
import { createKey } from '../publish/signing-key.ts'
import { nodeDisk } from './disk.ts'
import { FolderSource } from './folder-source.ts'
import { FileServer } from './testing/file-server.ts'
import { HeadOffice } from './testing/head-office.ts'
import { TestKiosk } from './testing/test-kiosk.ts'

const dayMs = 86_400_000

/** The wall clock of kiosk and head office alike, unless a test sets them apart. */
let nowMs: number
let kioskMs: () => number
let office: HeadOffice
let server: FileServer
let kiosk: TestKiosk

beforeEach(async () => {
  nowMs = Date.parse('2026-11-21T12:00Z')
  kioskMs = () => nowMs
  office = await HeadOffice.open(() => nowMs)
  server = new FileServer(office.repository.folder)
  await office.publish('se', 'winter')
  kiosk = await TestKiosk.open(await office.root, await server.start(), () => kioskMs())
  expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
  expect(await kiosk.plays()).toBe('se/winter 1')
})
afterEach(async () => {
  await server.stop()
  await kiosk.close()
  await office.close()
})

/** Refused for this reason, and what played plays on: also after a restart. */
async function refused(reason: string, plays: string | null = 'se/winter 1'): Promise<void> {
  expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason })
  expect(await kiosk.plays()).toBe(plays)
  await kiosk.restart(server.address)
  expect(await kiosk.plays()).toBe(plays)
}

/** And once the attack is over, what head office published comes. */
async function recovers(plays = 'se/winter 2'): Promise<void> {
  server.meddle = () => false
  expect((await kiosk.poll()).kind).not.toBe('refused')
  expect(await kiosk.plays()).toBe(plays)
}

/** Answers a path with these bytes. */
function serve(path: string | RegExp, bytes: Buffer | string): void {
  server.meddle = (_request, response, asked) => {
    if (typeof path === 'string' ? asked !== path : !path.test(asked)) return false
    response.writeHead(200).end(bytes)
    return true
  }
}

const list = (name: string) => readFile(join(office.repository.folder, 'metadata', name))

describe('the attacks that The Update Framework names', () => {
  test('arbitrary installation: another repository, whole and well signed, by others', async () => {
    const stranger = await HeadOffice.open(() => nowMs)
    await stranger.publish('se', 'winter')
    await stranger.publish('se', 'winter')
    await office.publish('se', 'winter')
    const own = server.folder
    server.folder = stranger.repository.folder
    await refused('not-genuine')
    server.folder = own
    await stranger.close()
    await recovers()
  })

  test.each([
    'metadata/timestamp.json',
    'metadata/2.root.json',
    /snapshot/,
    /region-se/,
    /^targets\//,
    /^content\//,
  ])('endless data in place of %s: read no further than is allowed', async (path) => {
    await office.publish('se', 'winter', { level: 0.7 })
    let sent = 0
    server.meddle = (_request, response, asked) => {
      if (typeof path === 'string' ? asked !== path : !path.test(asked)) return false
      response.writeHead(200)
      const more = () => {
        while (response.writable && sent < 64 * 1024 * 1024) {
          sent += 65_536
          if (!response.write(Buffer.alloc(65_536, 0x20))) return void response.once('drain', more)
        }
      }
      more()
      return true
    }
    expect(await kiosk.poll()).toMatchObject({ kind: 'refused' })
    expect(sent).toBeLessThan(16 * 1024 * 1024)
    expect(await kiosk.plays()).toBe('se/winter 1')
    await recovers()
  })

  test('extraneous dependencies: an entry or a file is added to what was signed', async () => {
    await office.publish('se', 'winter', { level: 0.7 })
    const { version } = await office.repository.need('region-se')
    const signed = JSON.parse((await list(`${version}.region-se.json`)).toString())
    signed.signed.targets['se/extra/1.json'] = {
      length: 10,
      hashes: { sha256: '0'.repeat(64) },
      custom: { ring: 100, stop: false },
    }
    serve(/region-se/, JSON.stringify(signed))
    await refused('not-genuine')
    const [name = ''] = await readdir(join(office.repository.folder, 'targets/se/winter')).then((all) =>
      all.filter((one) => one.endsWith('.2.json')),
    )
    const manifest = JSON.parse(
      await readFile(join(office.repository.folder, 'targets/se/winter', name), 'utf8'),
    )
    manifest.files.push({ path: 'content/den/extra.yaml', sha256: '0'.repeat(64), bytes: 3 })
    serve(/^targets\/.*\.2\.json$/, JSON.stringify(manifest))
    expect((await kiosk.poll()).kind).toBe('refused')
    await recovers()
  })

  test('fast-forward: a thief of both online keys signs high numbers; new keys end it', async () => {
    const thieves = join(office.folder, 'thieves')
    await cp(office.repository.folder, thieves, { recursive: true })
    for (const name of await readdir(join(thieves, 'metadata'))) {
      const match = /^(\d+)\.snapshot\.json$/.exec(name)
      if (match !== null) {
        const from = join(thieves, 'metadata', name)
        const data = JSON.parse(await readFile(from, 'utf8'))
        data.signed.version = 2_000_000_000
        await writeFile(join(thieves, 'metadata/2000000000.snapshot.json'), JSON.stringify(data))
        await rm(from)
      }
    }
    const stamp = JSON.parse((await list('timestamp.json')).toString())
    stamp.signed.version = 2_000_000_000
    await writeFile(join(thieves, 'metadata/timestamp.json'), JSON.stringify(stamp))
    const theirs = new Repository(thieves, () => nowMs)
    await theirs.release(office.of('snapshot'), office.of('timestamp'))
    server.folder = thieves
    expect((await kiosk.poll()).kind).toBe('unchanged')
    server.folder = office.repository.folder
    await office.publish('se', 'winter')
    await refused('rollback')
    office.keys.snapshot = [createKey('snapshot-2', 'secret', 1024).key]
    office.keys.timestamp = [createKey('timestamp-2', 'secret', 1024).key]
    await office.writeRoot()
    await office.release()
    await recovers()
  })

  test('indefinite freeze: old news are taken for two weeks, then staff are told; what plays plays on', async () => {
    nowMs += 13 * dayMs
    expect(await kiosk.poll()).toMatchObject({ kind: 'unchanged' })
    nowMs += 2 * dayMs
    await refused('expired')
    await office.publish('se', 'winter')
    await recovers()
  })

  test.each([1, 200])('malicious mirror: %i bytes a second', async (bytes) => {
    await office.publish('se', 'winter')
    server.meddle = (_request, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(Buffer.alloc(Math.ceil(bytes / 20), 0x20)), 50)
      response.once('close', () => clearInterval(timer))
      return true
    }
    await refused('unreachable')
    await recovers()
  })

  test('malicious mirror: silence, a closed line, an error, nonsense', async () => {
    await office.publish('se', 'winter')
    const ways: FileServer['meddle'][] = [
      () => true,
      (_request, response) => response.destroy() !== undefined,
      (_request, response) => response.writeHead(500).end() !== undefined,
      (_request, response) =>
        response.writeHead(200).end('<html>Log in to this network</html>') !== undefined,
      (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip') !== undefined,
    ]
    for (const way of ways) {
      server.meddle = way
      expect((await kiosk.poll()).kind).toBe('refused')
      expect(await kiosk.plays()).toBe('se/winter 1')
    }
    await recovers()
  })

  test('mix-and-match: each list comes from another time', async () => {
    const before = new Map<string, Buffer>()
    for (const name of await readdir(join(office.repository.folder, 'metadata')))
      before.set(name, await list(name))
    const newest = (role: string) =>
      [...before]
        .filter(([name]) => name.endsWith(`.${role}.json`))
        .toSorted()
        .at(-1)?.[1] ?? ''
    await office.publish('se', 'winter')
    for (const role of ['snapshot', 'region-se'] as const) {
      serve(new RegExp(role), newest(role))
      await refused('not-genuine')
    }
    await recovers()
  })

  test('rollback: the repository of last week', async () => {
    const old = join(office.folder, 'old')
    await cp(office.repository.folder, old, { recursive: true })
    await office.publish('se', 'winter')
    await kiosk.poll()
    server.folder = old
    await refused('rollback', 'se/winter 2')
    server.folder = office.repository.folder
    await recovers()
  })

  test('one key stolen: what needs two signatures has one', async () => {
    const [thief] = office.of('targets')
    if (thief === undefined) throw new Error('there are keys')
    const own = createKey('thief-1', 'secret', 1024).key
    office.keys.se = [own]
    const guarded = office.delegate(['global', 'se', 'no'], [thief])
    await expect(guarded).rejects.toThrow(/signed by 1\/2/)
    const { version } = await office.repository.need('targets')
    const forged = JSON.parse((await list(`${version}.targets.json`)).toString())
    forged.signatures = forged.signatures.slice(0, 1)
    const { version: last } = await office.repository.need('snapshot')
    const snapshot = JSON.parse((await list(`${last}.snapshot.json`)).toString())
    expect(snapshot.signed.meta['targets.json'].version).toBe(version)
    await rm(join(kiosk.updatesFolder, 'lists.json'))
    serve(/\.targets\.json$/, JSON.stringify(forged))
    await refused('not-genuine')
    const root = JSON.parse((await list('1.root.json')).toString())
    root.signed.version = 2
    root.signed.roles.targets = { keyids: [own.id], threshold: 1 }
    serve('metadata/2.root.json', JSON.stringify(root))
    await refused('not-genuine')
    await recovers('se/winter 1')
  })

  test('one region’s keys stolen: they reach no other region', async () => {
    office.keys.se = office.of('no')
    await expect(office.publish('se', 'winter')).rejects.toThrow(/lacks signatures/)
    const entries = new Map([...(await office.repository.entries('se'))])
    await office.repository.writeEntries('no', entries, office.of('no', 1))
    await office.release()
    kiosk.kiosk = { ...kiosk.kiosk, country: 'no', id: 'another' }
    await kiosk.poll()
    expect(await kiosk.plays()).toBeNull()
  })

  test('wrong software: another signed playlist in this one’s place, another file in this file’s', async () => {
    await office.publish('se', 'spring', { level: 0.9 })
    await office.publish('se', 'winter', { level: 0.7 })
    const [spring = ''] = await readdir(join(office.repository.folder, 'targets/se/spring'))
    serve(
      /^targets\/se\/winter\/.*\.2\.json$/,
      await readFile(join(office.repository.folder, 'targets/se/spring', spring)),
    )
    expect((await kiosk.poll()).kind).toBe('refused')
    const [file = ''] = await readdir(join(office.repository.folder, 'content'))
    serve(/^content\//, await readFile(join(office.repository.folder, 'content', file)))
    expect((await kiosk.poll()).kind).toBe('refused')
    expect(await kiosk.plays()).toBe('se/winter 1')
    server.meddle = () => false
    expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
  })

  test('wrong software: a manifest that was signed under another name', async () => {
    const entries = new Map([...(await office.repository.entries('se'))])
    const [path = '', entry] = [...entries][0] ?? []
    if (entry === undefined) throw new Error('it is there')
    const bytes = await office.repository.readManifest(path, entry.sha256)
    entries.set('se/other/1.json', {
      ...(await office.repository.putManifest('se/other/1.json', bytes)),
      custom: entry.custom,
    })
    await office.repository.writeEntries('se', entries, office.of('se', 1))
    await office.release()
    await refused('not-genuine')
  })
})

describe('what else the world does', () => {
  test('replay after the lists were lost: the memory lies elsewhere', async () => {
    const old = join(office.folder, 'old')
    await cp(office.repository.folder, old, { recursive: true })
    await office.publish('se', 'winter')
    await kiosk.poll()
    server.folder = old
    await rm(join(kiosk.updatesFolder, 'lists.json'))
    await refused('rollback', 'se/winter 2')
    await rm(kiosk.updatesFolder, { recursive: true })
    await kiosk.restart(server.address)
    await refused('rollback', null)
    server.folder = office.repository.folder
    await recovers()
  })

  test('a redirect to another host is not followed; one on the same host is', async () => {
    await office.publish('se', 'winter')
    let strays = 0
    const elsewhere = createServer((_request, response) => {
      strays += 1
      response.end('{}')
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const address = elsewhere.address()
    const port = typeof address === 'object' ? address?.port : 0
    server.meddle = (_request, response, path) => {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/${path}` }).end()
      return true
    }
    await refused('not-genuine')
    expect(strays).toBe(0)
    server.meddle = (_request, response) => response.writeHead(301, { location: '/loop' }).end() !== undefined
    await refused('not-genuine')
    await rename(join(office.repository.folder, 'content'), join(office.repository.folder, 'moved'))
    server.meddle = (_request, response, path) => {
      if (!path.startsWith('content/')) return false
      response.writeHead(302, { location: `/moved/${path.slice(8)}` }).end()
      return true
    }
    expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
    await new Promise((resolve) => elsewhere.close(resolve))
  })

  test.each([
    '../se/winter/9.json',
    '/se/winter/9.json',
    'se/../se/9.json',
    'se/Winter/9.json',
    'se/winter/9.JSON',
    'se/winter/09.json',
    'se/winter/..%2f9.json',
    'se\\winter\\9.json',
    'se/wïnter/9.json',
  ])('the signed name %s does not pass', async (path) => {
    const entries = new Map([...(await office.repository.entries('se'))])
    const [entry] = entries.values()
    if (entry === undefined) throw new Error('it is there')
    entries.set(path, entry)
    await office.repository.writeEntries('se', entries, office.of('se', 1))
    await office.release()
    const result = await kiosk.poll()
    // What does not lie in the area is nothing to it; what does is refused.
    expect(result.kind === 'refused' ? result.reason : result.kind).toMatch(/^(unchanged|not-understood)$/)
    expect(await kiosk.plays()).toBe('se/winter 1')
    expect(await readdir(kiosk.folder)).toEqual(['playlists-seen.json', 'updates'])
  })

  test('a stick with links in place of files is not read', async () => {
    const stick = join(office.folder, 'stick')
    await office.publish('se', 'winter')
    await cp(office.repository.folder, stick, { recursive: true })
    await rm(join(stick, 'metadata/timestamp.json'))
    await symlink(
      join(office.repository.folder, 'metadata/timestamp.json'),
      join(stick, 'metadata/timestamp.json'),
    )
    await kiosk.restart(new FolderSource(stick))
    expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
    await rm(join(stick, 'metadata/timestamp.json'))
    await mkdir(join(stick, 'metadata/timestamp.json'))
    expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
    await rm(join(stick, 'metadata'), { recursive: true })
    await symlink(join(office.repository.folder, 'metadata'), join(stick, 'metadata'))
    expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
    await kiosk.restart(new FolderSource(join(stick, 'gone')))
    expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
    expect(await kiosk.plays()).toBe('se/winter 1')
  })

  test('a disk that would be more than nine tenths full', async () => {
    await office.publish('se', 'winter', { level: 0.7, bake: 'x'.repeat(5000) })
    const small = { ...nodeDisk, space: async () => ({ free: 14_000, total: 100_000 }) }
    await kiosk.restart(server.address, small)
    expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'disk-full' })
    expect(await kiosk.plays()).toBe('se/winter 1')
    await kiosk.restart(server.address, {
      ...nodeDisk,
      space: async () => ({ free: 17_000, total: 100_000 }),
    })
    expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
  })

  test('a disk that is full in the middle of a write', async () => {
    await office.publish('se', 'winter', { level: 0.7 })
    const full = { ...nodeDisk, append: () => Promise.reject(new Error('ENOSPC: no space left on device')) }
    await kiosk.restart(server.address, full)
    expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'disk-full' })
    expect(await kiosk.plays()).toBe('se/winter 1')
    await kiosk.restart(server.address, nodeDisk)
    await recovers()
  })

  test('a clock twenty years ahead: refused, told, and what plays plays on', async () => {
    await office.publish('se', 'winter')
    kioskMs = () => nowMs + 20 * 365 * dayMs
    await refused('expired')
    expect(kiosk.clock.state()).toBe('right')
    // Node's server tells the true time: today's, whatever this test makes of it.
    kiosk.clock.hint(nowMs)
    expect(kiosk.clock.state()).toBe('ahead')
    kioskMs = () => nowMs
    await recovers()
  })

  test('a clock twenty years behind: known by what was signed since, and time goes on from there', async () => {
    await office.publish('se', 'winter', { yaml: 'from: 2026-11-20' })
    kioskMs = () => nowMs - 20 * 365 * dayMs
    await kiosk.restart(server.address)
    expect(kiosk.clock.state()).toBe('behind')
    expect(kiosk.clock.nowMs()).toBe(nowMs)
    await recovers()
    nowMs += 20 * dayMs
    expect(kiosk.clock.nowMs()).toBe(nowMs)
    expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'expired' })
  })

  test('180 days without a network: what head office signed last plays on', async () => {
    await office.publish('se', 'advent', { yaml: 'until: 2026-12-24' })
    await office.publish('se', 'always', { yaml: 'class: base' })
    await office.rollOut('se', 'winter', { stop: true }, 'all')
    await kiosk.poll()
    await server.stop()
    for (let day = 0; day < 180; day++) {
      expect(await kiosk.plays()).toBe(
        nowMs < Date.parse('2026-12-24T23:00Z') ? 'se/advent 1' : 'se/always 1',
      )
      if (day % 20 === 0) {
        expect((await kiosk.poll()).kind).toBe('refused')
        await kiosk.restart('http://127.0.0.1:1/')
      }
      nowMs += dayMs
    }
    await server.start()
  })
})

describe('content that is signed but cannot be played', () => {
  test('what is broken is left out; with nothing left the revision before plays', async () => {
    await office.publish('se', 'winter', {
      level: 0.7,
      files: [
        {
          path: 'den/odd.yaml',
          text: 'version: 1\nid: odd\nroom: den\ntitle: { en: O, sv: O }\nstory: { en: S, sv: S }\nicon: sun\nfixtures:\n  pendant: { brightness: 0.5 }\n',
        },
      ],
    })
    await kiosk.poll()
    const { plays } = await kiosk.updates.judge(kiosk.kiosk)
    if (plays === null) throw new Error('it plays')
    const scenes = plays.manifest.files.filter(({ path }) => path.startsWith('content/den/'))
    expect(scenes).toHaveLength(2)
    for (const { sha256 } of scenes.slice(0, 1))
      await rm(join(kiosk.updatesFolder, 'files', sha256.slice(0, 2), sha256))
    await kiosk.restart(server.address)
    expect(await kiosk.plays()).toBe('se/winter 1')
    await kiosk.poll()
    expect(await kiosk.plays()).toBe('se/winter 2')
  })

  test('what ends the program twice before it runs is given up', async () => {
    await office.publish('se', 'winter', { level: 0.7 })
    await kiosk.poll()
    for (let start = 0; start < 2; start++) {
      const { plays } = await kiosk.updates.judge(kiosk.kiosk)
      expect(plays?.revision).toBe(2)
      if (plays !== null) await kiosk.updates.open(plays)
      await kiosk.restart(server.address)
    }
    expect(await kiosk.plays()).toBe('se/winter 1')
    const { judged } = await kiosk.updates.judge(kiosk.kiosk)
    expect(judged.find(({ offered }) => offered.revision === 2)?.verdict).toMatchObject({ kind: 'broken' })
    await office.publish('se', 'winter', { level: 0.8 })
    await kiosk.poll()
    expect(await kiosk.plays()).toBe('se/winter 3')
  })

  test('a page’s files are laid out whole, and again when they were spoilt', async () => {
    await office.publish('se', 'winter', { level: 0.7, bake: 'light' })
    await kiosk.poll()
    expect(await kiosk.plays()).toBe('se/winter 2')
    const rooms = join(kiosk.updatesFolder, 'rooms')
    const [bake = ''] = await readdir(rooms)
    expect(await readFile(join(rooms, bake, 'light.bin'), 'utf8')).toBe('light')
    await rm(join(rooms, bake, 'light.bin'))
    await kiosk.restart(server.address)
    expect(await kiosk.plays()).toBe('se/winter 2')
    expect(await readFile(join(rooms, bake, 'light.bin'), 'utf8')).toBe('light')
  })
})
