import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Controller } from 'zigbee-herdsman'
import { Database } from 'zigbee-herdsman/dist/controller/database.js'
import { keepDeviceList } from './device-list.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moments-'))
  path = join(folder, 'devices.db')
})
afterEach(() => rm(folder, { recursive: true }))

const attributes = {
  lightingColorCtrl: { colorCapabilities: 31, currentX: 10_679, colorMode: 1 },
  genOnOff: { onOff: 1 },
}
const lamp = () => ({
  id: 2,
  type: 'Router' as const,
  ieeeAddr: '0x01',
  lastSeen: 1_700_000_000_000,
  endpoints: {
    1: {
      epId: 1,
      clusters: Object.fromEntries(
        Object.entries(attributes).map(([name, each]) => [name, { attributes: { ...each } }]),
      ),
    },
  },
})
const group = { id: 3, type: 'Group' as const, groupID: 19_201, members: [], meta: {} }

/** herdsman's own database, with the lamp in it. */
function open(): Database {
  const controller = {} as { database: Database }
  keepDeviceList(controller as unknown as Controller)
  controller.database = Database.open(path)
  return controller.database
}

async function written(): Promise<string> {
  return readFile(path, 'utf8')
}

it('writes what a device can do, and nothing of what it said at a moment', async () => {
  const database = open()
  database.insert(lamp())
  database.insert(group)
  const text = await written()
  expect(text).toContain('"colorCapabilities":31')
  expect(text).toContain('"groupID":19201')
  for (const word of ['currentX', 'colorMode', '"onOff":', 'lastSeen']) expect(text).not.toContain(word)
})

it('writes nothing of a moment either when devices go on with what was read from the file', async () => {
  await writeFile(path, JSON.stringify(lamp()))
  const database = open()
  database.insert(group)
  expect(await written()).toContain('0x01')
  expect(await written()).not.toContain('currentX')
})

it('leaves nothing open and nothing lying about on a full disk, and keeps the list as it was', async (context) => {
  if (!existsSync('/dev/full')) context.skip('only Linux has a disk that is always full')
  const database = open()
  database.insert(lamp())
  const before = await written()
  const openFiles = () => readdirSync('/proc/self/fd').length
  const atFirst = openFiles()
  for (let time = 0; time < 20; time++) {
    await symlink('/dev/full', `${path}.tmp`)
    expect(() => database.write()).toThrow('ENOSPC')
    expect(readdirSync(folder)).toEqual(['devices.db'])
  }
  expect(openFiles()).toBeLessThan(atFirst + 10)
  expect(await written()).toBe(before)
})
