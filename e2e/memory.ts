import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import type { Kiosk } from './kiosk.ts'

const run = promisify(execFile)
const found = z.array(z.string())

/** What the page's memory holds, as text. */
export async function pageMemory(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot')
  await devtools.detach()
  return chunks.join('')
}

/** The service's debugger listens on a port that is free; a setting of the kiosk whose memory is to be read. */
export const anyDebuggerPort = { NODE_OPTIONS: '--inspect-port=0' }

const reader = join(import.meta.dirname, 'read-memory.ts')

/**
 * Which of these texts, or numbers in decimal digits, the memory of the service's process holds. It is read by a process
 * of its own: a hundred megabytes at once are more than Node bears every time beside a browser's, and it is asked again.
 */
export async function inServiceMemory(kiosk: Kiosk, names: readonly string[]): Promise<string[]> {
  const address = await debuggerOf(kiosk)
  for (let tries = 3; ; tries--) {
    try {
      const { stdout } = await run(process.execPath, [reader, address, ...names])
      return found.parse(JSON.parse(stdout))
    } catch (error) {
      if (tries === 1) throw error
    }
  }
}

/** What was logged, without what the debugger says of itself. */
export function withoutDebugger(log: string): string {
  return log.replace(/^(Debugger (listening|attached|ending)|For help, see:).*\n/gm, '')
}

/** Where the service's debugger listens, which Node begins at this signal. */
async function debuggerOf(kiosk: Kiosk): Promise<string> {
  const said = () => [...kiosk.log().matchAll(/Debugger listening on (ws:\S+)/g)].at(-1)?.[1]
  // A busy process may miss the signal.
  const asked = async () => {
    if (said() === undefined) process.kill(await kiosk.servicePid(), 'SIGUSR1')
    return said()
  }
  await expect.poll(asked, { intervals: [200, 3_000] }).toBeDefined()
  return said() ?? ''
}
