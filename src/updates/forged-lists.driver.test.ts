import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKey } from '../publish/signing-key.ts'
import { HeadOffice } from './testing/head-office.ts'
import { Siege } from './testing/siege.ts'

// What somebody may do who signs with keys of his own, or with stolen ones.

let siege: Siege
beforeEach(async () => {
  siege = await Siege.open()
})
afterEach(() => siege.close())

test('arbitrary installation: another repository, whole and well signed, by others', async () => {
  const stranger = await HeadOffice.open(() => siege.nowMs)
  await stranger.publish('se', 'winter')
  await stranger.publish('se', 'winter')
  await siege.office.publish('se', 'winter')
  const own = siege.server.folder
  siege.server.folder = stranger.repository.folder
  await siege.refused('not-genuine')
  siege.server.folder = own
  await stranger.close()
  await siege.recovers()
})

test('one key stolen: what needs two signatures has one', async () => {
  const [thief] = siege.office.of('targets')
  if (thief === undefined) throw new Error('there are keys')
  const own = createKey('thief-1', 'secret', 1024).key
  siege.office.keys.se = [own]
  const guarded = siege.office.delegate(['global', 'se', 'no'], [thief])
  await expect(guarded).rejects.toThrow(/signed by 1\/2/)
  const { version } = await siege.office.repository.need('targets')
  const forged = JSON.parse((await siege.list(`${version}.targets.json`)).toString())
  forged.signatures = forged.signatures.slice(0, 1)
  const { version: last } = await siege.office.repository.need('snapshot')
  const snapshot = JSON.parse((await siege.list(`${last}.snapshot.json`)).toString())
  expect(snapshot.signed.meta['targets.json'].version).toBe(version)
  await rm(join(siege.kiosk.updatesFolder, 'lists.json'))
  siege.serve(/\.targets\.json$/, JSON.stringify(forged))
  await siege.refused('not-genuine')
  const root = JSON.parse((await siege.list('1.root.json')).toString())
  root.signed.version = 2
  root.signed.roles.targets = { keyids: [own.id], threshold: 1 }
  siege.serve('metadata/2.root.json', JSON.stringify(root))
  await siege.refused('not-genuine')
  await siege.recovers('se/winter 1')
})

test('one region’s keys stolen: they reach no other region', async () => {
  siege.office.keys.se = siege.office.of('no')
  await expect(siege.office.publish('se', 'winter')).rejects.toThrow(/lacks signatures/)
  const entries = new Map([...(await siege.office.repository.entries('se'))])
  await siege.office.repository.writeEntries('no', entries, siege.office.of('no', 1))
  await siege.office.release()
  siege.kiosk.kiosk = { ...siege.kiosk.kiosk, country: 'no', id: 'another' }
  await siege.kiosk.poll()
  expect(await siege.kiosk.plays()).toBeNull()
})

test('wrong software: another signed playlist in this one’s place, another file in this file’s', async () => {
  await siege.office.publish('se', 'spring', { level: 0.9 })
  await siege.office.publish('se', 'winter', { level: 0.7 })
  const [spring = ''] = await readdir(join(siege.office.repository.folder, 'targets/se/spring'))
  siege.serve(
    /^targets\/se\/winter\/.*\.2\.json$/,
    await readFile(join(siege.office.repository.folder, 'targets/se/spring', spring)),
  )
  expect((await siege.kiosk.poll()).kind).toBe('refused')
  const [file = ''] = await readdir(join(siege.office.repository.folder, 'content'))
  siege.serve(/^content\//, await readFile(join(siege.office.repository.folder, 'content', file)))
  expect((await siege.kiosk.poll()).kind).toBe('refused')
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
  siege.server.meddle = () => false
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'installed' })
})

test('wrong software: a manifest that was signed under another name', async () => {
  const entries = new Map([...(await siege.office.repository.entries('se'))])
  const [path = '', entry] = [...entries][0] ?? []
  if (entry === undefined) throw new Error('it is there')
  const bytes = await siege.office.repository.readManifest(path, entry.sha256)
  entries.set('se/other/1.json', {
    ...(await siege.office.repository.putManifest('se/other/1.json', bytes)),
    custom: entry.custom,
  })
  await siege.office.repository.writeEntries('se', entries, siege.office.of('se', 1))
  await siege.office.release()
  const why = 'se/other/1.json: it is signed, but not as this program reads it'
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete', why })
  const { judged } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  expect(judged.map(({ offered }) => offered.key)).toEqual(['se/winter'])
})
