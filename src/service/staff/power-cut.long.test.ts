import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptNames, ownNames } from '../../platform/backup/kept-files.ts'
import { FileJournal } from '../../platform/file-journal.ts'
import { FileStorage } from '../../platform/file-storage.ts'
import { allRemains, PowerCut, PowerCutFiles } from '../../platform/testing/power-cut.ts'
import { pendant, place } from '../../showroom/testing/den.ts'
import { managerAtDesk } from '../testing/manager-at-desk.ts'

interface Written {
  readonly name: string
  /** Null when there was no such file. */
  readonly before: string | null
  readonly text: string
}

/** Everything that staff may set is set, some of it twice: each file as it was, and as it became. */
async function everySetting(): Promise<Written[]> {
  const { den, at, client, session } = await managerAtDesk()
  const { room, fixture } = place('corner')
  const seen: Written[] = [...den.storage.records].map(([name, text]) => ({ name, before: null, text }))
  const write = den.storage.write.bind(den.storage)
  den.storage.write = async (name, text) => {
    seen.push({ name, before: await den.storage.read(name), text })
    await write(name, text)
  }
  const { store } = at.desk.state('manager')
  await client.nameDevice({ session, device: pendant, name: 'Above the table' })
  await client.placeDevice({ session, device: pendant, room, fixture })
  await client.saveStore({ session, store: { ...store, name: 'Kungens Kurva' } })
  await client.saveStore({ session, store: { ...store, name: 'مالمو' } })
  await client.setPin({ session, role: 'clerk', pin: '907331' })
  await client.signIn({ pin: '555123' }).catch(() => {})
  const words = { title: { en: 'Cosy' }, story: { en: 'Made here.' }, icon: 'moon' as const }
  await client.captureScene({ session, room, ...words })
  await client.undoScenes({ session })
  await client.turnStatistics({ session, isOn: false })
  await at.desk.stop()
  return seen
}

describe('power that goes while a setting is saved', () => {
  it('leaves the old or the new, at every byte of every file, whatever of it has reached the disk', async () => {
    const written = await everySetting()
    // What others keep: its own tests cut the stick's, the playlists' and the kiosk's files short.
    const others = ['zigbee', 'kiosk-id.txt', 'playlists-seen.json', 'playlists', 'reports']
    const spoilt = /\.spoilt\./
    const expected = [...keptNames, ...ownNames].filter(
      (name) => !others.includes(name) && !spoilt.test(name),
    )
    expect(new Set(written.map(({ name }) => name.split('/')[0]))).toEqual(new Set(expected))
    let cuts = 0
    for (const { name, before, text } of written) {
      const path = join('/data', name)
      const there = new Map(before === null ? [] : [[path, before]])
      for (let step = 0; ; step++) {
        const disk = new PowerCutFiles(there, step)
        const saved = await new FileStorage('/data', disk).write(name, text).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof PowerCut)) throw error
            return false
          },
        )
        for (const remains of allRemains) {
          const found = await new FileStorage('/data', new PowerCutFiles(disk.after(remains))).read(name)
          // What was said to be saved is.
          const allowed = saved ? [text] : [before, text]
          if (!allowed.includes(found)) {
            expect.fail(`${name} after ${step} steps, ${JSON.stringify(remains)}: ${found}`)
          }
        }
        cuts += 1
        if (saved) break
      }
    }
    expect(cuts).toBeGreaterThan(written.reduce((bytes, { text }) => bytes + text.length, 0))
  })

  it('costs the audit log at most its last line, cut at any byte, and the log goes on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cut-log-'))
    const path = join(folder, 'audit.jsonl')
    const journal = new FileJournal(path)
    await journal.add({ role: 'manager', what: 'saveStore', about: { name: 'Malmö' } })
    const before = await readFile(path)
    await journal.add({ role: 'clerk', what: 'nameDevice', about: { name: 'فوق الطاولة' } })
    const after = await readFile(path)
    const names = async () => (await new FileJournal(path).newest(10)).map(({ what }) => what)
    for (let length = before.length; length <= after.length; length++) {
      await writeFile(path, after.subarray(0, length))
      const isWhole = length >= after.length - 1
      const kept = isWhole ? ['nameDevice', 'saveStore'] : ['saveStore']
      expect(await names(), `${length} bytes`).toEqual(kept)
      await new FileJournal(path).add({ role: null, what: 'signInRefused', about: {} })
      expect(await names(), `${length} bytes, and a line`).toEqual(['signInRefused', ...kept])
    }
    await rm(folder, { recursive: true })
  })
})
