import '../platform/quiet-libraries.ts'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { consoleLog } from '../platform/console-log.ts'
import { noHost } from '../showroom/staff/safekeeping.ts'
import { Kiosk } from './kiosk.ts'
import { machineTime } from './machine-time.ts'
import { PageServer, PortTakenError } from './page-server.ts'
import type { Screens } from './screens.ts'
import { SettingsError } from './settings.ts'
import { readSetup } from './setup.ts'

const root = join(import.meta.dirname, '../..')

/** `npm run serve`: the service and its page for browsers of this machine, without a window. */
async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } })
  const port = Number(values.port)
  if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingsError(`--port ${values.port} is no port`)
  const { settings, playlists, notices } = readSetup(process.env, consoleLog)
  const open = () =>
    new Kiosk(
      settings,
      playlists,
      { ...noHost, kind: 'browser', restartService: () => void restart() },
      machineTime,
      notices,
    )
  let kiosk = open()
  let changing = kiosk.start()
  const restart = () => {
    changing = changing.then(async () => {
      const before = kiosk
      // Whoever calls from now on waits for the next.
      kiosk = open()
      await before.stop()
      await kiosk.start()
    })
    changing.catch(fail)
  }
  await changing
  const server = new PageServer({
    port,
    pageFolder: join(root, 'out/renderer'),
    roomsFolder: join(root, 'out/rooms'),
    playlistRoomsFolder: Kiosk.roomsFolder(settings),
    channels: whicheverRuns(() => kiosk.screens),
    log: consoleLog,
    ...fromEnvironment('extraOrigin', 'SHOWROOM_DEV_ORIGIN'),
    ...fromEnvironment('token', 'SHOWROOM_DEV_TOKEN'),
  })
  const url = await server.start()
  process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`)

  const stop = () => {
    void Promise.all([server.stop(), changing.then(() => kiosk.stop())]).then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** The page's server stays while the service behind it starts anew. */
function whicheverRuns(screens: () => Screens): Screens {
  return {
    receive: (channel, data) => screens().receive(channel, data),
    close: (channel) => screens().close(channel),
  }
}

function fromEnvironment<Key extends string>(key: Key, variable: string): { [K in Key]?: string } {
  const value = process.env[variable]
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [K in Key]?: string })
}

/** Nobody restarts this program: it ends with a message instead of going on half dead. */
function fail(error: unknown): void {
  const expected = error instanceof SettingsError || error instanceof PortTakenError
  process.stderr.write(`${expected ? error.message : `The service failed: ${reasonOf(error)}`}\n`)
  process.exit(1)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
serve().catch(fail)
