import type { MessagePortMain } from 'electron'
import { isPageLinkMessage, newPage, stopService } from '../contract/page-link.ts'
import { consoleLog } from '../platform/console-log.ts'
import { type RunningShowroom, startShowroom } from './build-showroom.ts'
import type { ChannelHost } from './channel.ts'
import { readSettings } from './settings.ts'

/** The service as Electron runs it: the shell sends a port for each page, and says when to end. */
const starting: Promise<RunningShowroom> = startShowroom(readSettings(process.env))

process.parentPort.on('message', ({ data, ports }) => {
  const [port] = ports
  if (isPageLinkMessage(data, newPage) && port !== undefined) {
    void starting.then(({ channels }) => connect(channels, port))
  }
  if (isPageLinkMessage(data, stopService)) {
    void starting.then((running) => running.stop()).finally(() => process.exit(0))
  }
})

function connect(channels: ChannelHost, port: MessagePortMain): void {
  const channel = { send: (message: unknown) => port.postMessage(message) }
  port.on('message', ({ data }) => void channels.receive(channel, data))
  port.on('close', () => channels.close(channel))
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
