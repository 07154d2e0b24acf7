import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { Repository } from '../../publish/repository.ts'
import { createKey } from '../../publish/signing-key.ts'
import { sha256Of } from '../../updates/content-store.ts'
import { forge, newestOf } from '../../updates/testing/forge.ts'
import { HeadOffice } from '../../updates/testing/head-office.ts'
import { type Attack, type Field, instead, nowMs, refused, shows } from './attack.ts'

const oddNames = [
  ...[
    '../se/winter/99.json',
    '/se/winter/99.json',
    '/etc/passwd',
    'se/../se/99.json',
    'se/winter/../99.json',
  ],
  ...[
    'se/Winter/99.json',
    'se/winter/99.JSON',
    'se/winter/099.json',
    'se/winter/..%2f99.json',
    'se\\winter\\99.json',
  ],
]

/** What somebody may do with lists and files: with those that head office signed once, with his own, and with stolen keys. */
export const attacksOnLists: readonly Attack[] = [
  {
    name: 'arbitrary installation: a repository of others, whole and well signed',
    told: refused('not-genuine', /timestamp was signed by 0\/1/),
    begin: async (field: Field) => {
      const stranger = await HeadOffice.open(nowMs)
      await stranger.publish('se', 'winter')
      await stranger.publish('se', 'winter')
      const folder = join(field.office.folder, 'stranger')
      await cp(stranger.repository.folder, folder, { recursive: true })
      await stranger.close()
      return folder
    },
  },
  ...['timestamp', 'root', 'snapshot', 'region-se'].map((role) => ({
    name: `arbitrary installation: the ${role} altered, with the old signatures`,
    told: refused('not-genuine', new RegExp(`${role} was signed by 0/|Unable to load ${role} .*hash`)),
    begin: async (field: Field) => {
      if (role === 'root') {
        await cp(join(field.fresh, 'metadata/1.root.json'), join(field.fresh, 'metadata/2.root.json'))
        await forge(field.fresh, 'root', (signed) => Object.assign(signed, { version: 2 }))
        return field.fresh
      }
      await forge(field.fresh, role, (signed) => Object.assign(signed, { expires: '2099-01-01T00:00:00Z' }))
      return field.fresh
    },
  })),
  {
    name: 'extraneous dependencies: a file that nobody signed stands in the list',
    told: refused('not-genuine', /region-se was signed by 0\/1/),
    begin: async (field: Field) => {
      const extra = { length: 10, hashes: { sha256: '0'.repeat(64) }, custom: { ring: 100, stop: false } }
      await forge(field.fresh, 'region-se', ({ targets }) =>
        Object.assign(targets as object, { 'se/extra/1.json': extra }),
      )
      return field.fresh
    },
  },
  {
    name: 'extraneous dependencies: a file that nobody signed stands in the manifest',
    told: refused('not-genuine', /is larger than/),
    begin: async (field: Field) => {
      const folder = join(field.fresh, 'targets/se/winter')
      const name = (await readdir(folder)).find((one) => one.endsWith(`.${field.revision}.json`)) ?? ''
      const manifest = JSON.parse(await readFile(join(folder, name), 'utf8'))
      manifest.files.push({ path: 'content/den/extra.yaml', sha256: '0'.repeat(64), bytes: 3 })
      return instead(new RegExp(`/${name}$`), JSON.stringify(manifest))
    },
  },
  {
    name: 'fast-forward: a thief of both online keys signs high numbers, until head office has new keys',
    told: refused('rollback', /timestamp/),
    begin: async (field: Field) => {
      const thieves = join(field.office.folder, 'thieves')
      await cp(field.stale, thieves, { recursive: true })
      const high = 2_000_000_000
      await forge(
        thieves,
        'snapshot',
        (signed) => Object.assign(signed, { version: high }),
        field.office.of('snapshot'),
      )
      const from = join(thieves, 'metadata', await newestOf(thieves, 'snapshot'))
      await cp(from, join(thieves, `metadata/${high}.snapshot.json`))
      const meta = { 'snapshot.json': { version: high } }
      await forge(
        thieves,
        'timestamp',
        (signed) => Object.assign(signed, { version: high, meta }),
        field.office.of('timestamp'),
      )
      field.server.folder = thieves
      await expect
        .poll(() => readFile(join(field.kiosk.dataFolder, 'playlists-seen.json'), 'utf8'), {
          timeout: 30_000,
        })
        .toContain(String(high))
      return field.fresh
    },
    end: async (field: Field) => {
      field.office.keys.snapshot = [createKey('snapshot-2', 'secret', 1024).key]
      field.office.keys.timestamp = [createKey('timestamp-2', 'secret', 1024).key]
      await field.office.writeRoot()
      await field.office.release()
    },
  },
  ...['snapshot', 'region-se'].map((role) => ({
    name: `mix-and-match: the ${role} of another day among today’s lists`,
    told: refused('not-genuine', /version|length|hash/i),
    begin: async ({ fresh, stale }: Field) => {
      const from = join(stale, 'metadata', await newestOf(stale, role))
      await cp(from, join(fresh, 'metadata', await newestOf(fresh, role)))
      return fresh
    },
  })),
  {
    name: 'rollback: the repository of another day, after the kiosk has seen today’s',
    told: refused('rollback', /timestamp/),
    knowsNew: true,
    begin: async ({ server, kiosk, fresh, stale, revision }: Field) => {
      server.folder = fresh
      await kiosk.says(shows(revision))
      return stale
    },
  },
  {
    name: 'one key stolen: the list of areas needs two, and has one',
    told: refused('not-genuine', /targets was signed by 1\/2/),
    begin: async (field: Field) => {
      const thief = field.office.of('targets', 1)
      const next = (await new Repository(field.fresh, nowMs).need('targets')).version + 1
      await forge(field.fresh, 'targets', (signed) => Object.assign(signed, { version: next }), thief)
      const lists = join(field.fresh, 'metadata')
      await cp(join(lists, `${next - 1}.targets.json`), join(lists, `${next}.targets.json`))
      const meta = { 'targets.json': { version: next } }
      const online = field.office.of('snapshot')
      await forge(field.fresh, 'snapshot', (signed) => Object.assign(signed.meta as object, meta), online)
      await new Repository(field.fresh, nowMs).stamp(field.office.of('timestamp'))
      return field.fresh
    },
  },
  {
    name: 'one key stolen: another country’s key signs for this one',
    told: refused('not-genuine', /region-se was signed by 0\/1/),
    begin: async (field: Field) => {
      await forge(
        field.fresh,
        'region-se',
        (signed) => Object.assign(signed, { targets: {} }),
        field.office.of('no', 1),
      )
      return field.fresh
    },
  },
  {
    name: 'wrong software: another playlist’s manifest in this one’s place',
    told: refused('not-genuine', /is larger than|is not what was signed/),
    begin: async (field: Field) => {
      const [path = '', entry] = [...(await field.office.repository.entries('global'))][0] ?? []
      return instead(
        /^targets\/se\/winter\//,
        await field.office.repository.readManifest(path, entry?.sha256 ?? ''),
      )
    },
  },
  {
    name: 'wrong software: another file in this file’s place',
    told: refused('not-genuine', /is not what was signed/),
    begin: ({ revision }: Field) =>
      instead(new RegExp(sha256Of(Buffer.from(`light ${revision}`))), `night ${revision}`),
  },
  {
    name: 'names that lead elsewhere, signed by whoever holds the country’s key: nothing is fetched for them',
    told: { sources: [{ outcome: 'incomplete', why: expect.stringMatching(/^"se\/.* is listed in a way/) }] },
    knowsNew: true,
    begin: async (field: Field) => {
      const alter = ({ targets }: Record<string, unknown>) => {
        const [entry] = Object.values(targets as object)
        for (const name of oddNames) Object.assign(targets as object, { [name]: entry })
      }
      await forge(field.fresh, 'region-se', alter, field.office.of('se', 1))
      field.server.forget()
      return field.fresh
    },
    end: async ({ server, kiosk }: Field) => {
      expect(server.requests.length).toBeGreaterThan(2)
      expect(server.requests.filter((path) => /\.\.|99\.json|passwd/i.test(path))).toEqual([])
      expect(await readdir(kiosk.folder)).toEqual(['data', 'root.json'])
    },
  },
  {
    name: 'replay after the lists were wiped',
    told: refused('rollback', /was here before/),
    knowsNew: true,
    begin: async (field: Field) => {
      field.server.folder = field.fresh
      await field.kiosk.says(shows(field.revision))
      await field.kiosk.stop()
      await rm(join(field.kiosk.dataFolder, 'playlists/lists.json'))
      field.server.folder = field.stale
      await field.kiosk.start()
      return field.stale
    },
  },
]
