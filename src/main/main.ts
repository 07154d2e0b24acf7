import { join } from 'node:path'
import { app, type BrowserWindow, Menu, session } from 'electron'
import { registerAppScheme, serveApp, serveDevelopment } from './app-protocol.ts'
import { appOrigin, appPage } from './app-scheme.ts'
import { createKioskWindow } from './kiosk-window.ts'
import { lockContents, lockSession } from './lock-down.ts'
import { log } from './log.ts'
import { PageLink } from './page-link.ts'
import { watchPage } from './page-watch.ts'
import { ServiceProcess } from './service-process.ts'
import { readShellSettings, type ShellSettings } from './settings.ts'

/** The shell: a locked window, the service beside it, and a line between the two. It knows nothing of lamps. */
function run(settings: ShellSettings): void {
  const isOurPage = (address: string) => address.startsWith(`${appOrigin}/`)
  const isLoadable = (address: string) => isOurPage(address) || isBuiltIn(address, settings)

  lockContents(isOurPage, settings.kiosk)
  // In memory: what a shopper does in the page leaves nothing on disk.
  const pageSession = session.fromPartition('kiosk')
  lockSession(pageSession, isLoadable)
  if (settings.developmentPage !== null) serveDevelopment(pageSession, settings.developmentPage)
  else {
    const { pageFolder: page, roomsFolder: rooms, playlistRoomsFolder: playlistRooms } = settings
    serveApp(pageSession, { page, rooms, playlistRooms })
  }

  const window = createKioskWindow(settings, pageSession)
  const service = new ServiceProcess({
    file: settings.serviceFile,
    env: { SHOWROOM_DATA: settings.dataFolder, SHOWROOM_SCENES: settings.contentFolder },
    onStarted: () => link.hand(),
    onEnd: (again) => {
      log(again ? 'staff start the kiosk anew' : 'staff leave the kiosk')
      if (again) app.relaunch()
      app.quit()
    },
  })
  const load = () => void window.loadURL(appPage).catch(() => {}) // told by did-fail-load
  const watch = watchPage(window.webContents, load, settings.pageStandsWithinMs)
  const link = new PageLink(window.webContents, service, isOurPage, watch.stands)
  link.start()
  service.start()
  load()

  app.on('second-instance', () => focus(window))
  app.on('child-process-gone', (_event, details) => {
    if (details.type === 'GPU') log(`the graphics process is gone (${details.reason})`)
  })
  app.once('will-quit', (event) => {
    event.preventDefault()
    void service.stop().finally(() => app.exit(0))
  })
}

/** Blobs and data the page itself made; the browser's tools and the page server's socket while developing. */
function isBuiltIn(address: string, settings: ShellSettings): boolean {
  if (/^(blob|data):/.test(address)) return true
  if (settings.kiosk) return false
  return address.startsWith('devtools:') || (settings.developmentPage !== null && address.startsWith('ws:'))
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

const settings = readShellSettings()
// One folder holds all a kiosk keeps, and a second kiosk with other data can run beside it.
if (!app.isPackaged) app.setPath('userData', join(settings.dataFolder, 'browser'))

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  // Else Chromium drops touches until a page that is loaded anew has drawn for the first time.
  app.commandLine.appendSwitch('allow-pre-commit-input')
  // After a few crashes of the graphics process Chromium would refuse WebGL to the page for good.
  app.disableDomainBlockingFor3DAPIs()
  if (settings.developmentPage === null) Menu.setApplicationMenu(null)
  app.on('window-all-closed', () => app.quit())
  // Not awaited: at the top level of an ES module that would never return.
  void app.whenReady().then(() => run(settings))
} else {
  app.quit()
}
