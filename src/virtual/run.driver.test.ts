import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SerialPort } from 'serialport'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const ping = Buffer.from('fe00210120', 'hex')
const patience = { timeout: 60_000, interval: 20 }
let folder: string
let running: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'virtual-dongle-run-'))
})
afterEach(async () => {
  // In good order, or what it started outlives it.
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  running = []
  await rm(folder, { recursive: true, force: true })
})

function start(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args])
  running.push(child)
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  return { child, errors: () => errors, ended: once(child, 'exit').then(([code]) => code) }
}

interface Ready {
  listen: number
  control: number | null
  pid: number
  seed: number
}

async function ready(child: ChildProcess): Promise<Ready> {
  const [line] = await once(child.stdout ?? child, 'data')
  return JSON.parse(String(line))
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

async function pinged(socket: Socket): Promise<string> {
  socket.write(ping)
  const [bytes] = await once(socket, 'data')
  return (bytes as Buffer).subarray(0, 4).toString('hex')
}

/** Asks until there is an answer: the line behind a fresh terminal comes up a moment after it is opened. */
async function pingedAt(port: SerialPort): Promise<string> {
  const asking = setInterval(() => port.isOpen && port.write(ping), 50)
  try {
    const gone = once(port, 'close').then(() => {
      throw new Error('the terminal was closed')
    })
    const [bytes] = await Promise.race([once(port, 'data'), gone])
    return (bytes as Buffer).subarray(0, 4).toString('hex')
  } finally {
    clearInterval(asking)
    if (port.isOpen) await new Promise((resolve) => port.close(resolve))
  }
}

describe('the program', () => {
  it('says when it is ready, lets a second client take over, and ends at SIGTERM', async () => {
    const { child, ended } = start('--listen', '0', '--control', '0')
    const { listen, control, pid } = await ready(child)
    expect(pid).toBe(child.pid)
    expect(control).toBeGreaterThan(0)
    const first = await open(listen)
    expect(await pinged(first)).toBe('fe026101')
    const gone = once(first, 'close')
    const second = await open(listen)
    expect(await pinged(second)).toBe('fe026101')
    await gone
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('remembers devices over a restart, and does not touch a damaged memory', async () => {
    const state = join(folder, 'state.json')
    const list = join(folder, 'devices.yaml')
    await writeFile(list, 'version: 1\ndevices:\n  - { ieee: "0x00158d0000000101", model: RODRET Dimmer }\n')
    const first = start('--listen', '0', '--state', state, '--devices', list)
    await ready(first.child)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const saved = await readFile(state, 'utf8')
    expect(JSON.parse(saved).devices).toMatchObject([{ ieee: '0x00158d0000000101', model: 'RODRET Dimmer' }])

    const second = start('--listen', '0', '--control', '0', '--state', state)
    const { control } = await ready(second.child)
    const answer = await fetch(`http://127.0.0.1:${control}/devices`)
    expect(await answer.json()).toMatchObject([{ ieee: '0x00158d0000000101' }])
    second.child.kill('SIGTERM')
    await second.ended

    await writeFile(state, saved.slice(0, saved.length / 2))
    const third = start('--listen', '0', '--state', state)
    expect(await third.ended).toBe(1)
    expect(third.errors()).toMatch(/not one of a virtual dongle. Delete it/)
    expect(await readFile(state, 'utf8')).toHaveLength(Math.floor(saved.length / 2))
  })

  it('repeats a run by its seed: the same stick and the same devices', async () => {
    const stick = async (seed: string): Promise<unknown> => {
      const { child } = start('--listen', '0', '--control', '0', '--seed', seed, '--radio', 'hard')
      const { control, ...told } = await ready(child)
      expect(told.seed).toBe(Number(seed))
      const answer = await fetch(`http://127.0.0.1:${control}/devices`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'RODRET Dimmer' }),
      })
      return answer.json()
    }
    const sticks = await Promise.all(['7', '7', '8'].map(stick))
    expect(sticks[1]).toEqual(sticks[0])
    expect(sticks[2]).not.toEqual(sticks[0])
  })

  it('says what is wrong: a port that is taken, a model nobody knows, a word too many', async () => {
    const list = join(folder, 'devices.yaml')
    await writeFile(list, 'version: 1\ndevices:\n  - ieee: "0x00158d0000000101"\n    model: Torch\n')
    const third = start('--listen', '0', '--devices', list)
    const fourth = start('--listen', 'somewhere')
    const fifth = start('--listen', '0', '--radio', 'perfect')
    const { listen } = await ready(start('--listen', '0').child)
    const second = start('--listen', String(listen))
    expect(await second.ended).toBe(1)
    expect(second.errors()).toMatch(
      new RegExp(`Port ${listen} .* is taken by another program. Choose another`),
    )
    expect(await third.ended).toBe(1)
    expect(third.errors()).toMatch(/devices.yaml:4: there is no model "Torch". Known models: TRADFRI/)
    expect(await fourth.ended).toBe(2)
    expect(await fifth.ended).toBe(2)
    expect(fifth.errors()).toMatch(/--radio takes ideal, showroom, hard, not "perfect"/)
  })

  it('ends by itself when nobody is there, and not while somebody is', async () => {
    const { child, ended } = start('--listen', '0', '--exit-when-idle', '3')
    const { listen } = await ready(child)
    const client = await open(listen)
    await new Promise((resolve) => setTimeout(resolve, 4000))
    expect(await pinged(client)).toBe('fe026101')
    client.destroy()
    expect(await ended).toBe(0)
  })

  it.runIf(existsSync('/usr/bin/socat'))(
    'is a serial device file too, which is there all the while as clients come and go',
    async () => {
      const { SerialPort } = await import('serialport')
      const path = join(folder, 'stick')
      const { child } = start('--listen', '0', '--pty', path)
      await ready(child)
      await vi.waitFor(() => expect(existsSync(path)).toBe(true), patience)
      for (let round = 0; round < 3; round++) {
        // On a busy machine the terminal of the client before may still be there for a moment: then once more.
        await vi.waitFor(async () => {
          expect(existsSync(path), 'there is a file at every moment').toBe(true)
          expect(await pingedAt(new SerialPort({ path, baudRate: 115200 }))).toBe('fe026101')
        }, patience)
      }
    },
  )
})
