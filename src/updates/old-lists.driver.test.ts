import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Repository } from '../publish/repository.ts'
import { createKey } from '../publish/signing-key.ts'
import { dayMs, Siege } from './testing/siege.ts'

// What somebody may do who has lists that head office once signed, or keys that it uses online.

let siege: Siege
beforeEach(async () => {
  siege = await Siege.open()
})
afterEach(() => siege.close())

test('extraneous dependencies: an entry or a file is added to what was signed', async () => {
  await siege.office.publish('se', 'winter', { level: 0.7 })
  const { version } = await siege.office.repository.need('region-se')
  const signed = JSON.parse((await siege.list(`${version}.region-se.json`)).toString())
  signed.signed.targets['se/extra/1.json'] = {
    length: 10,
    hashes: { sha256: '0'.repeat(64) },
    custom: { ring: 100, stop: false },
  }
  siege.serve(/region-se/, JSON.stringify(signed))
  await siege.refused('not-genuine')
  const [name = ''] = await readdir(join(siege.office.repository.folder, 'targets/se/winter')).then((all) =>
    all.filter((one) => one.endsWith('.2.json')),
  )
  const manifest = JSON.parse(
    await readFile(join(siege.office.repository.folder, 'targets/se/winter', name), 'utf8'),
  )
  manifest.files.push({ path: 'content/den/extra.yaml', sha256: '0'.repeat(64), bytes: 3 })
  siege.serve(/^targets\/.*\.2\.json$/, JSON.stringify(manifest))
  expect((await siege.kiosk.poll()).kind).toBe('refused')
  await siege.recovers()
})

test('fast-forward: a thief of both online keys signs high numbers; new keys end it', async () => {
  const thieves = join(siege.office.folder, 'thieves')
  await cp(siege.office.repository.folder, thieves, { recursive: true })
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
  const stamp = JSON.parse((await siege.list('timestamp.json')).toString())
  stamp.signed.version = 2_000_000_000
  await writeFile(join(thieves, 'metadata/timestamp.json'), JSON.stringify(stamp))
  const theirs = new Repository(thieves, () => siege.nowMs)
  await theirs.release(siege.office.of('snapshot'), siege.office.of('timestamp'))
  siege.server.folder = thieves
  expect((await siege.kiosk.poll()).kind).toBe('unchanged')
  siege.server.folder = siege.office.repository.folder
  await siege.office.publish('se', 'winter')
  await siege.refused('rollback')
  siege.office.keys.snapshot = [createKey('snapshot-2', 'secret', 1024).key]
  siege.office.keys.timestamp = [createKey('timestamp-2', 'secret', 1024).key]
  await siege.office.writeRoot()
  await siege.office.release()
  await siege.recovers()
})

test('indefinite freeze: old news are taken for two weeks, then staff are told; what plays plays on', async () => {
  siege.nowMs += 13 * dayMs
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'unchanged' })
  siege.nowMs += 2 * dayMs
  await siege.refused('expired')
  await siege.office.publish('se', 'winter')
  await siege.recovers()
})

test('mix-and-match: each list comes from another time', async () => {
  const before = new Map<string, Buffer>()
  for (const name of await readdir(join(siege.office.repository.folder, 'metadata')))
    before.set(name, await siege.list(name))
  const newest = (role: string) =>
    [...before]
      .filter(([name]) => name.endsWith(`.${role}.json`))
      .toSorted()
      .at(-1)?.[1] ?? ''
  await siege.office.publish('se', 'winter')
  for (const role of ['snapshot', 'region-se'] as const) {
    siege.serve(new RegExp(role), newest(role))
    await siege.refused('not-genuine')
  }
  await siege.recovers()
})

test('rollback: the repository of last week', async () => {
  const old = join(siege.office.folder, 'old')
  await cp(siege.office.repository.folder, old, { recursive: true })
  await siege.office.publish('se', 'winter')
  await siege.kiosk.poll()
  siege.server.folder = old
  await siege.refused('rollback', 'se/winter 2')
  siege.server.folder = siege.office.repository.folder
  await siege.recovers()
})

test('replay after the lists were lost: the memory lies elsewhere', async () => {
  const old = join(siege.office.folder, 'old')
  await cp(siege.office.repository.folder, old, { recursive: true })
  await siege.office.publish('se', 'winter')
  await siege.kiosk.poll()
  siege.server.folder = old
  await rm(join(siege.kiosk.updatesFolder, 'lists.json'))
  await siege.refused('rollback', 'se/winter 2')
  await rm(siege.kiosk.updatesFolder, { recursive: true })
  await siege.kiosk.restart(siege.server.address)
  await siege.refused('rollback', null)
  siege.server.folder = siege.office.repository.folder
  await siege.recovers()
})
