import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { z } from 'zod'
import { DongleProgram } from '../src/zigbee/testing/dongle-program.ts'
import { endProcess, everyLampStands, kioskEnvironment } from './data-folder.ts'
import { type Kiosk, type Lamping, type Picture, pageAddress, pixelScale, portrait } from './kiosk.ts'
import { chromiumProgram, chromiumSwitches, root, withoutSandbox } from './programs.ts'

const ready = z.object({ ready: z.literal(true), url: z.string() })

/** The service under Node, its page in Chromium. */
export async function openInChromium(
  dataFolder: string,
  picture: Picture,
  lamping: Lamping = 'furnished',
  environment: Readonly<Record<string, string>> = {},
): Promise<Kiosk> {
  const dongle = lamping === 'bare' ? await DongleProgram.start('--radio', 'ideal') : null
  const service = await startService(dataFolder, dongle?.url, environment)
  const browser = await chromium.launch({
    executablePath: chromiumProgram(),
    chromiumSandbox: !withoutSandbox(),
    args: chromiumSwitches(picture),
  })
  const page = await browser.newPage({ viewport: portrait, deviceScaleFactor: pixelScale })
  await page.goto(pageAddress(service.url))
  if (dongle === null) await everyLampStands(page)
  return {
    page,
    dataFolder,
    dongle,
    app: null,
    url: service.url,
    log: service.log,
    servicePid: () => Promise.resolve(service.pid),
    resize: (size) => page.setViewportSize(size),
    stop: async () => {
      await browser.close()
      await service.stop()
      await dongle?.end()
    },
  }
}

async function startService(
  dataFolder: string,
  port: string | undefined,
  environment: Readonly<Record<string, string>>,
): Promise<{ url: string; pid: number; log: () => string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['src/service/serve.ts', '--port', '0'], {
    cwd: root,
    env: kioskEnvironment(dataFolder, port, environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const message = ready.safeParse(parseJson(line))
    if (!message.success || child.pid === undefined) continue
    const { pid } = child
    const stop = async () => {
      child.kill('SIGTERM')
      const late = setTimeout(() => endProcess(pid), 5_000)
      await ended
      clearTimeout(late)
    }
    return { url: message.data.url, pid, log: () => said, stop }
  }
  throw new Error(`The service ended before it was ready.\n${said}`)
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
