import type { MessagePortMain } from 'electron'
import { isPageLinkMessage, newPage, stopService } from '../contract/page-link.ts'
import { consoleLog } from '../platform/console-log.ts'
import { Kiosk } from './kiosk.ts'
import { readPlaylistSettings } from './playlist-settings.ts'
import type { Screens } from './screens.ts'
import { readSettings } from './settings.ts'

/** The service as Electron runs it: the shell sends a port for each page, and says when to end. */
const starting = startKiosk()

process.parentPort.on('message', ({ data, ports }) => {
  const [port] = ports
  if (isPageLinkMessage(data, newPage) && port !== undefined) {
    void starting.then(({ screens }) => connect(screens, port))
  }
  if (isPageLinkMessage(data, stopService)) {
    void starting.then((kiosk) => kiosk.stop()).finally(() => process.exit(0))
  }
})

async function startKiosk(): Promise<Kiosk> {
  const kiosk = new Kiosk(readSettings(process.env), readPlaylistSettings(process.env))
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
