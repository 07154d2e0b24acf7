import { BrowserWindow, type Session } from 'electron'
import type { ShellSettings } from './settings.ts'

/** The one window. It shows itself when there is something to see, so that no white flash greets anyone. */
export function createKioskWindow(settings: ShellSettings, session: Session): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    backgroundColor: '#14110f',
    title: 'Showroom',
    kiosk: settings.kiosk,
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: settings.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: settings.kiosk,
      devTools: !settings.kiosk,
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}
