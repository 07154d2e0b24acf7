import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isKept, type KeptFiles, readKept } from './kept-files.ts'
import { layReady, type Renaming, switchOver } from './switch-over.ts'

const before: KeptFiles = new Map([
  ['bindings.json', 'old bindings'],
  ['own-scenes.json', 'old scenes'],
  ['staff/pins.json', 'old PINs'],
  ['zigbee/devices.db', 'old devices'],
  ['zigbee/network.json', 'old network'],
])
const after: KeptFiles = new Map([
  ['bindings.json', 'new bindings'],
  ['device-names.json', 'new names'],
  ['staff/pins.json', 'new PINs'],
  ['zigbee/network.json', 'new network'],
])

class PowerCut extends Error {}

/** The power goes before step number `step`: nothing happens from then on. */
function cutBefore(step: number): Renaming & { steps: number } {
  const count = (act: () => Promise<void>): Promise<void> => {
    disk.steps += 1
    return disk.steps > step ? Promise.reject(new PowerCut()) : act()
  }
  const disk = {
    steps: 0,
    rename: (from: string, to: string) => count(() => rename(from, to)),
    remove: (path: string) => count(() => rm(path, { recursive: true, force: true })),
  }
  return disk
}

describe('what was laid ready', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'switch-'))
    for (const [path, text] of before) {
      await mkdir(join(folder, path, '..'), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    await mkdir(join(folder, 'exchange'))
    await writeFile(join(folder, 'exchange/a.showroom'), 'a backup')
    await mkdir(join(folder, 'playlists'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('changes nothing before the next start, then everything, once', async () => {
    await layReady(folder, after)
    expect(await readKept(folder)).toEqual(before)
    expect(await switchOver(folder)).toBe('restored')
    expect(await readKept(folder)).toEqual(after)
    expect(await switchOver(folder)).toBeNull()
    expect((await readdir(folder)).sort()).toEqual([
      ...['bindings.json', 'device-names.json', 'exchange', 'playlists', 'restore', 'staff', 'zigbee'],
    ])
    expect(await readdir(join(folder, 'restore'))).toEqual([])
  })

  it('is in place as a whole after the next start, wherever the power goes', async () => {
    await layReady(folder, after)
    const whole = cutBefore(Number.POSITIVE_INFINITY)
    const rehearsal = `${folder}-rehearsal`
    await cp(folder, rehearsal, { recursive: true })
    await switchOver(rehearsal, whole)
    await rm(rehearsal, { recursive: true })
    expect(whole.steps).toBeGreaterThan(before.size)
    for (let first = 0; first < whole.steps; first++) {
      for (let second = 0; second < whole.steps; second++) {
        const here = `${folder}-${first}-${second}`
        await cp(folder, here, { recursive: true })
        await expect(switchOver(here, cutBefore(first))).rejects.toThrow(PowerCut)
        const done = await switchOver(here, cutBefore(second)).catch(() => null)
        if (done === null) await switchOver(here)
        expect(await readKept(here), `cut before ${first}, then ${second}`).toEqual(after)
        await rm(here, { recursive: true })
      }
    }
  })

  it('stays away as a whole when the old cannot be put aside', async () => {
    await layReady(folder, after)
    const broken: Renaming = {
      rename: (from, to) =>
        from.endsWith('zigbee')
          ? Promise.reject(Object.assign(new Error('I/O error'), { code: 'EIO' }))
          : rename(from, to),
      remove: (path) => rm(path, { recursive: true, force: true }),
    }
    await expect(switchOver(folder, broken)).rejects.toThrow('I/O error')
    expect(await readKept(folder)).toEqual(before)
    expect(await switchOver(folder)).toBeNull()
    expect(await readKept(folder)).toEqual(before)
  })

  it('is forgotten when it was not whole yet', async () => {
    await mkdir(join(folder, 'restore/staging-1/files'), { recursive: true })
    await writeFile(join(folder, 'restore/staging-1/files/bindings.json'), 'half')
    expect(await switchOver(folder)).toBeNull()
    expect(await readKept(folder)).toEqual(before)
    expect(await readdir(join(folder, 'restore'))).toEqual([])
  })

  it('leaves no trace where the disk takes it not', async () => {
    await writeFile(join(folder, 'restore'), 'a file in the way')
    await expect(layReady(folder, after)).rejects.toThrow()
    expect(await switchOver(folder)).toBeNull()
    expect(await readKept(folder)).toEqual(before)
  })

  it('may be that all is forgotten: what was fetched too, but not what people put there', async () => {
    await layReady(folder, null)
    expect(await switchOver(folder)).toBe('forgotten')
    expect((await readdir(folder)).sort()).toEqual(['exchange', 'restore'])
    expect(await readFile(join(folder, 'exchange/a.showroom'), 'utf8')).toBe('a backup')
  })
})

it('only files that a kiosk keeps are put into it', () => {
  const good = ['bindings.json', 'staff/pins.json', 'zigbee/devices.db', 'kiosk-id.txt']
  const bad = [
    '../bindings.json',
    'staff/../../x',
    '/etc/passwd',
    'browser/x',
    'playlists/x',
    'zigbee/.ssh',
    '',
  ]
  expect([...good, ...bad].filter(isKept)).toEqual(good)
  expect(['zigbee/devices.db.tmp', 'bindings.json.new', 'zigbee\\..\\x', 'staff//x'].filter(isKept)).toEqual(
    [],
  )
})
