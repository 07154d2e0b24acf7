import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NetworkRecord } from '../network-record.ts'
import { DongleProgram } from './dongle-program.ts'
import { DriverRig } from './driver-rig.ts'
import { formedNetwork } from './formed-network.ts'

/** A stick's memory for the dongle's program, in a folder, and the network in it. */
export async function stateIn(folder: string): Promise<{ state: string; network: NetworkRecord }> {
  const { saved, record } = await formedNetwork()
  const state = join(folder, 'stick.json')
  await writeFile(state, JSON.stringify(saved))
  return { state, network: record }
}

/** The dongle's program with a network of its own, and a driver on it that knows the network. */
export async function startFormed(
  ...args: string[]
): Promise<{ dongle: DongleProgram; rig: DriverRig; end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dongle-'))
  const { state, network } = await stateIn(folder)
  const dongle = await DongleProgram.start('--state', state, ...args)
  const rig = await DriverRig.start(dongle.url, { network })
  const end = async () => {
    await rig.stop()
    await dongle.end()
    await rm(folder, { recursive: true, maxRetries: 10, retryDelay: 100 })
  }
  return { dongle, rig, end }
}
