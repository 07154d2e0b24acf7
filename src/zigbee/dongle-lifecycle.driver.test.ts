import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Device } from 'zigbee-herdsman/dist/controller/model/index.js'
import { deviceId } from '../showroom/device.ts'
import { CutLine } from './testing/cut-line.ts'
import { DongleProgram } from './testing/dongle-program.ts'
import { DriverRig, patience, startWithLamps } from './testing/driver-rig.ts'
import { stateIn } from './testing/formed-dongle.ts'
import { formedNetwork } from './testing/formed-network.ts'
import { Stick } from './testing/stick.ts'

const pendant = deviceId.parse('0x00158d0000000101')
const lit = { kind: 'light', device: pendant, on: true, brightness: 1, transitionMs: 0 } as const

/** SYS_PING, as it is on the wire. */
const ping = Buffer.from([0xfe, 0x00, 0x21, 0x01, 0x20])

async function startBehindLine() {
  const { saved, record } = await formedNetwork()
  const stick = await Stick.plugIn({ saved })
  const line = await CutLine.to(stick.path)
  const rig = await DriverRig.start(line.url, { network: record })
  await rig.ready()
  return { stick, rig, line }
}

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dongle-'))
  try {
    await test(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('a dongle', () => {
  it('may be pulled out and come back: the driver goes on by itself', () =>
    inFolder(async (folder) => {
      const { state, network } = await stateIn(folder)
      let dongle = await DongleProgram.start('--state', state)
      const rig = await DriverRig.start(dongle.url, { network })
      await rig.join(dongle, pendant)
      const port = String(dongle.listen)
      await dongle.end()
      await vi.waitFor(() => expect(rig.latestStatus()?.status.phase).toBe('lost'), patience)
      expect(await rig.send(lit)).toMatchObject({ reason: 'dongle-lost' })
      dongle = await DongleProgram.start('--state', state, '--listen', port)
      await rig.ready()
      expect(await rig.send(lit)).toEqual({ kind: 'confirmed' })
      expect(await dongle.state(pendant)).toMatchObject({ on: true })
      await rig.stop()
      await dongle.end()
    }))

  it('may be at a true serial path', () =>
    inFolder(async (folder) => {
      const { state, network } = await stateIn(folder)
      const dongle = await DongleProgram.start('--state', state)
      const path = join(folder, 'tty')
      const socat = spawn('socat', [`pty,raw,echo=0,link=${path}`, `tcp:127.0.0.1:${dongle.listen}`])
      await vi.waitFor(() => expect(existsSync(path)).toBe(true), patience)
      const rig = await DriverRig.start(path, { network })
      await rig.join(dongle, pendant)
      expect(await rig.send(lit)).toEqual({ kind: 'confirmed' })
      await vi.waitFor(async () => expect(await dongle.state(pendant)).toMatchObject({ on: true }), patience)
      socat.kill()
      await vi.waitFor(() => expect(rig.latestStatus()?.status.phase).toBe('lost'), patience)
      await rig.stop()
      await dongle.end()
    }))

  it('may not be there: staff are told in words, and the driver goes on looking', () =>
    inFolder(async (folder) => {
      const { state, network } = await stateIn(folder)
      const path = join(folder, 'tty')
      const rig = await DriverRig.start(path, { network })
      await vi.waitFor(() => expect(rig.latestStatus()?.notice?.code).toBe('dongle-absent'), patience)
      const dongle = await DongleProgram.start('--state', state, '--pty', path)
      await rig.ready()
      await rig.stop()
      await dongle.end()
    }))

  it('may come back mute: it is opened once more, without the words that wake a bootloader', async () => {
    const { stick, rig, line } = await startBehindLine()
    line.mute = true
    line.cut()
    await vi.waitFor(() => expect(line.unheard.filter(({ over }) => over)).not.toHaveLength(0), patience)
    line.mute = false
    await rig.ready()
    const [first] = line.unheard
    expect(Buffer.concat(first?.bytes ?? [])).toEqual(Buffer.concat([ping, ping]))
    await rig.stop()
    await line.close()
    await stick.discard()
  })

  it('may be opened after a connection of whose devices somebody asks once more', async () => {
    const { stick, rig: before } = await startWithLamps([1])
    await before.driver.stop()
    expect(Device.all()).toHaveLength(2) // Those of the connection that is over.
    const rig = await DriverRig.start(stick.path, { memory: before.folder })
    await rig.ready()
    await rig.stop()
    await before.stop()
    await stick.discard()
  })

  it('may be no dongle at all: staff are told so, and its port is let go again', async () => {
    const sockets = new Set<Socket>()
    const mute = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
      socket.resume()
    })
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const address = mute.address()
    const rig = await DriverRig.start(`tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
    // herdsman asks three times and waits six seconds each.
    await vi.waitFor(() => expect(rig.latestStatus()?.notice?.code).toBe('dongle-not-a-dongle'), patience)
    await rig.stop()
    await vi.waitFor(() => expect(sockets.size).toBe(0), patience)
    mute.close()
  })
})
