import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { PlaylistsReport } from '../contract/staff/playlists-report.ts'
import { consoleLog } from '../platform/console-log.ts'
import { readContentFolder } from '../platform/content-folder.ts'
import { ExchangeFolder } from '../platform/exchange-folder.ts'
import { FileJournal } from '../platform/file-journal.ts'
import { FileStorage } from '../platform/file-storage.ts'
import { NodeMachine } from '../platform/node-machine.ts'
import { ScryptHasher } from '../platform/scrypt-hasher.ts'
import { storeCalendar } from '../platform/store-calendar.ts'
import { systemClock } from '../platform/system-clock.ts'
import { type Content, readContent } from '../showroom/content.ts'
import { OwnScenes } from '../showroom/own-scenes/own-record.ts'
import { Showroom } from '../showroom/showroom.ts'
import { type Host, noHost } from '../showroom/staff/safekeeping.ts'
import { StaffDesk } from '../showroom/staff/staff-desk.ts'
import { Statistics } from '../showroom/statistics/statistics.ts'
import type { PlaylistContent } from '../updates/playlist-content.ts'
import { ZigbeeDriver } from '../zigbee/zigbee-driver.ts'
import { ChannelHost } from './channel.ts'
import { joinVirtualDevices } from './join-virtual-devices.ts'
import { DongleLocator } from './locate-dongle.ts'
import { OwnStore } from './own-store.ts'
import { createRouter } from './router.ts'
import type { Settings } from './settings.ts'
import { givenUpNetwork, givenUpRecord, keepNetworksFromNow } from './staff/given-up-network.ts'
import { KeptSafe } from './staff/kept-safe.ts'
import { auditFile, recoverPin } from './staff/pin-recovery.ts'
import { bindingsOf, noDevices, readVirtualShowroom } from './virtual-showroom.ts'

export interface RunningShowroom {
  readonly showroom: Showroom
  readonly channels: ChannelHost
  /** Staff are signed in. */
  isAttended(): boolean
  stop(): Promise<void>
}

const noPinYet =
  'Nobody has set a staff PIN yet: hold the top left corner of the screen, then the bottom right one, or press Ctrl+Alt+S.'

/** What outlives the showroom of one playlist, and what it shows. */
export interface KioskParts {
  /** Null for what is built in. */
  readonly playlist: PlaylistContent | null
  readonly own: OwnStore | null
  /** Null to count in memory only. */
  readonly statistics: Statistics | null
  readonly playlists: () => PlaylistsReport | null
  readonly host: Host
}

const alone: KioskParts = { playlist: null, own: null, statistics: null, playlists: () => null, host: noHost }

/** Builds one showroom from its parts and starts it: the same under Electron, under Node and in tests. */
export async function startShowroom(
  settings: Settings,
  { playlist, playlists, host, ...given }: KioskParts = alone,
): Promise<RunningShowroom> {
  const log = consoleLog
  const clock = systemClock
  const storage = new FileStorage(settings.dataFolder)
  const own = given.own ?? (await OwnStore.open(settings, storage, log))
  const content = playlist?.content ?? (await builtIn(settings))
  const virtualFile = join(settings.contentFolder, 'virtual-showroom.yaml')
  const locator = new DongleLocator(settings, storage, virtualFile)
  const driver = new ZigbeeDriver({
    clock,
    storage,
    log,
    dataFolder: settings.dataFolder,
    overwrite: settings.zigbeeOverwrite ?? givenUpNetwork(await storage.read(givenUpRecord)),
    locate: () => locator.locate(),
  })
  const calendar = storeCalendar(() => own.position, own.wall)
  const statistics = given.statistics ?? new Statistics({ storage, clock, calendar, log })
  const epoch = randomUUID().slice(0, 8)
  const { visitTimes, takeHomeUrl } = settings
  const ownScenes = new OwnScenes(storage, log)
  await ownScenes.load()
  const ownScenesAllowed = playlist?.ownScenes ?? true
  const showroom = new Showroom({
    own: ownScenesAllowed ? ownScenes.current : null,
    ...{ content, driver, clock, calendar, storage, log, epoch },
    ...{ visitTimes, takeHomeUrl },
    storeId: own.store.store,
    openingHours: () => own.openingHours,
    habits: () => own.store.habits,
    statistics,
    ...bakesOf(playlist),
  })
  const desk = new StaffDesk({
    ...{ showroom, driver, storage, clock, log, statistics, playlists },
    store: own.record,
    ...{ own: ownScenes, ownScenesAllowed },
    exchange: new ExchangeFolder(join(settings.dataFolder, 'exchange')),
    storeSaved: () => {
      own.saved()
      showroom.setStore(own.store.store)
    },
    machine: new NodeMachine(settings.dataFolder),
    safe: new KeptSafe({
      ...{ dataFolder: settings.dataFolder, drives: settings.drives, log },
      store: () => own.store.name,
      readStick: () => driver.backUp(),
      date: () => new Date(),
    }),
    host,
    date: () => new Date().toISOString(),
    hasher: new ScryptHasher(),
    journal: new FileJournal(join(settings.dataFolder, auditFile)),
    newId: () => randomBytes(24).toString('base64url'),
    idleMs: settings.staffIdleMs,
  })
  const channels = new ChannelHost(createRouter(showroom, clock, desk), log)

  const virtual = await readVirtualShowroom(virtualFile).catch((error: unknown) => {
    log(
      'warning',
      `There are no simulated devices: ${error instanceof Error ? error.message : String(error)}`,
    )
    return noDevices
  })
  const welcome = async () => {
    if (settings.joinSeconds > 0) await driver.openForJoining(settings.joinSeconds)
    const dongle = locator.virtualDongle()
    const known = new Set<string>(showroom.devices().map(({ id }) => id))
    const strangers = virtual.devices.map(({ ieee }) => ieee).filter((ieee) => !known.has(ieee))
    if (dongle !== null) await joinVirtualDevices(strangers, { dongle, driver, log })
  }
  // Heard before the showroom hears it, so that a simulated device is at its fixture when it is asked what it is.
  driver.listen((event) => {
    if (event.kind === 'device') showroom.lendBindings(bindingsOf(virtual, event.device.id))
    if (event.kind !== 'status' || event.status.phase !== 'ready') return
    keepNetworksFromNow(settings.dataFolder).catch((error: unknown) => log('warning', String(error)))
    welcome().catch((error: unknown) => log('error', `Devices could not be let in: ${String(error)}`))
  })

  await recoverPin(settings.dataFolder, log)
  await desk.start()
  if (!desk.status().hasPin) log('info', noPinYet)
  await showroom.start()
  // Who looks at once shall find lamps that have not been read yet, and not lamps that live on the screen only.
  if (await locator.resumesSimulation()) {
    for (const { ieee } of virtual.devices) showroom.lendBindings(bindingsOf(virtual, ieee))
  }
  const stop = async () => {
    await desk.stop()
    await showroom.stop()
  }
  return { showroom, channels, isAttended: () => desk.sessions.areOpen, stop }
}

async function builtIn(settings: Settings): Promise<Content> {
  const { files, unreadable } = await readContentFolder(settings.contentFolder)
  return readContent(files, unreadable)
}

function bakesOf(playlist: PlaylistContent | null): Pick<PlaylistContent, 'bakes'> | undefined {
  return playlist === null ? undefined : { bakes: playlist.bakes }
}
