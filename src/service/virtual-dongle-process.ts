import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { replaceFile } from '../platform/file-storage.ts'
import type { Storage } from '../showroom/storage.ts'

const running = z.object({ pid: z.number().int(), listen: z.number().int(), control: z.number().int() })
/** A virtual dongle that runs: its process, its tcp port and the port of its control interface. */
export type RunningDongle = z.infer<typeof running>

export const recordName = 'virtual-dongle.json'
/** With nobody connected for this long, the dongle's process ends; its state is kept in a file. */
const idleSeconds = 60
const startTimeoutMs = 20_000

/**
 * The virtual dongle that belongs to this data folder: the one that an earlier service started and that still
 * runs, or a new one. It is a process of its own, so that a service that dies takes no lamp with it.
 */
export async function ensureVirtualDongle(
  storage: Storage,
  dataFolder: string,
  devicesFile: string,
): Promise<RunningDongle> {
  const recorded = await readRecord(storage)
  if (recorded !== null && (await answers(recorded))) return recorded
  const started = await start(dataFolder, devicesFile)
  await replaceFile(join(dataFolder, recordName), `${JSON.stringify(started)}\n`)
  return started
}

async function readRecord(storage: Storage): Promise<RunningDongle | null> {
  const text = await storage.read(recordName)
  if (text === null) return null
  try {
    return running.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function answers(dongle: RunningDongle): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${dongle.control}/health`, {
      signal: AbortSignal.timeout(1000),
    })
    const health = z.object({ pid: z.number() }).safeParse(await response.json())
    return health.success && health.data.pid === dongle.pid
  } catch {
    return false
  }
}

async function start(dataFolder: string, devicesFile: string): Promise<RunningDongle> {
  const folder = join(dataFolder, 'virtual')
  await mkdir(folder, { recursive: true })
  const log = join(folder, 'dongle.log')
  const logFile = openSync(log, 'w')
  const child = spawn(
    process.execPath,
    [
      program(),
      ...['--listen', '0', '--control', '0', '--devices', devicesFile],
      ...['--state', join(folder, 'state.json'), '--exit-when-idle', String(idleSeconds)],
    ],
    {
      detached: true,
      stdio: ['ignore', 'pipe', logFile],
      // Under Electron the service's executable is Electron; this makes it plain Node.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    },
  )
  closeSync(logFile) // The child has its own.
  let failure: Error | null = null
  child.on('error', (error) => {
    failure = error
  })
  const { stdout } = child
  if (stdout === null) throw new Error('the virtual dongle cannot be listened to')
  const tooLate = setTimeout(() => child.kill(), startTimeoutMs)
  try {
    for await (const line of createInterface({ input: stdout })) {
      const ready = running.safeParse(parseJson(line))
      if (ready.success) return ready.data
    }
    throw new Error(`the virtual dongle ended before it was ready; see ${log}`, { cause: failure })
  } finally {
    clearTimeout(tooLate)
    stdout.destroy()
    child.unref()
  }
}

/** Built beside the service (which the bundler may have put a folder deeper), or the source that Node runs as it is. */
function program(): string {
  const here = import.meta.dirname
  const built = ['virtual-dongle.js', '../virtual-dongle.js'].map((path) => join(here, path))
  return built.find((path) => existsSync(path)) ?? join(here, '../virtual/main.ts')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
