import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { switchOver } from '../../platform/backup/switch-over.ts'
import { deviceId } from '../../showroom/device.ts'
import { silentLog } from '../../showroom/log.ts'
import { DriverRig, patience, startWithLamps } from '../../zigbee/testing/driver-rig.ts'
import { lampAddress, type Stick } from '../../zigbee/testing/stick.ts'
import { givenUpNetwork, givenUpRecord } from './given-up-network.ts'
import { KeptSafe } from './kept-safe.ts'

const lamps = [1, 2, 3]
const passphrase = 'seven green lamps'

let root: string
let drive: string
let stick: Stick
let old: DriverRig

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'moving-'))
  drive = join(root, 'STICK')
  await mkdir(drive)
  ;({ stick, rig: old } = await startWithLamps(lamps))
})
afterEach(async () => {
  await stick.discard()
  await rm(root, { recursive: true })
})

function safe(rig: DriverRig): KeptSafe {
  return new KeptSafe({
    ...{ dataFolder: rig.folder, drives: root, cost: 2 ** 14, log: silentLog },
    store: () => '',
    date: () => new Date(),
    readStick: () => rig.driver.backUp(),
  })
}

it('another machine with another stick goes on with every lamp, though it had a network of its own by then', async () => {
  expect(await safe(old).save(drive, passphrase)).toMatchObject({ kind: 'saved', stick: 'read' })
  const { networkId } = stick.dongle.coordinator
  await old.stop() // Its data folder is gone with it.

  await stick.swapFor(null)
  const fresh = await DriverRig.start(stick.path)
  await fresh.ready()
  expect(stick.dongle.coordinator.networkId).not.toBe(networkId)
  const [backup] = (await safe(fresh).find()).backups
  if (backup === undefined) throw new Error('the backup is not found')
  expect(await safe(fresh).restore(backup.folder, backup.file, passphrase)).toBeNull()
  await fresh.driver.stop()

  expect(await switchOver(fresh.folder)).toBe('restored')
  const overwrite = givenUpNetwork(await readFile(join(fresh.folder, givenUpRecord), 'utf8'))
  const restored = await DriverRig.start(stick.path, { memory: fresh.folder, overwrite })
  await restored.ready()
  expect(stick.dongle.coordinator.networkId).toBe(networkId)
  for (const lamp of lamps) {
    const lit = {
      kind: 'light',
      device: deviceId.parse(lampAddress(lamp)),
      on: true,
      transitionMs: 0,
    } as const
    await vi.waitFor(async () => expect(await restored.send(lit)).toEqual({ kind: 'confirmed' }), patience)
    expect(stick.lamp(lamp).remember().on).toBe(true)
  }
  await fresh.stop()
  await restored.stop()
})
