import type { MessagePortMain } from 'electron'
import {
  isPageLinkMessage,
  leaveKiosk,
  newPage,
  type PageLinkKind,
  type PageLinkMessage,
  restartKiosk,
  stopService,
} from '../contract/page-link.ts'
import { consoleLog } from '../platform/console-log.ts'
import type { Host } from '../showroom/staff/safekeeping.ts'
import { Kiosk } from './kiosk.ts'
import { machineTime } from './machine-time.ts'
import type { Screens } from './screens.ts'
import { readSetup } from './setup.ts'

/** The shell starts again what has ended, and ends as a whole when it is asked to. */
const host: Host = {
  kind: 'shell',
  restartService: () => end(),
  restartKiosk: () => tellShell(restartKiosk),
  leave: () => tellShell(leaveKiosk),
}

/** The service as Electron runs it: the shell sends a port for each page, and says when to end. */
const starting = startKiosk()

process.parentPort.on('message', ({ data, ports }) => {
  const [port] = ports
  if (isPageLinkMessage(data, newPage) && port !== undefined) {
    void starting.then(({ screens }) => connect(screens, port))
  }
  if (isPageLinkMessage(data, stopService)) {
    end()
  }
})

function end(): void {
  void starting.then((kiosk) => kiosk.stop()).finally(() => process.exit(0))
}

function tellShell(kind: PageLinkKind): void {
  const message: PageLinkMessage = { kind }
  process.parentPort.postMessage(message)
}

async function startKiosk(): Promise<Kiosk> {
  const { settings, playlists, notices } = readSetup(process.env, consoleLog)
  const kiosk = new Kiosk(settings, playlists, host, machineTime, notices)
  await kiosk.start()
  return kiosk
}

function connect(screens: Screens, port: MessagePortMain): void {
  const channel = { send: (message: unknown) => port.postMessage(message), end: () => port.close() }
  port.on('message', ({ data }) => void screens.receive(channel, data))
  port.on('close', () => screens.close(channel))
  port.start()
}

/** The shell starts the service anew: better a fresh one than one that is half dead. */
function fail(error: unknown): void {
  consoleLog(
    'error',
    `The service failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
  process.exit(1)
}

process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
starting.catch(fail)
