import { app, type Session, type WebContents } from 'electron'
import { isBlockedKey } from './blocked-keys.ts'
import { log } from './log.ts'

/** Applies to whatever contents ever come to be: our page, and any that something tries to open. */
export function lockContents(isOurPage: (address: string) => boolean, kiosk: boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log(`refused a new window (${schemeOf(url)})`)
      return { action: 'deny' }
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    const refuseOthers = (event: { readonly url: string; preventDefault: () => void }): void => {
      if (isOurPage(event.url)) return
      log(`refused to navigate (${schemeOf(event.url)})`)
      event.preventDefault()
    }
    contents.on('will-frame-navigate', refuseOthers)
    contents.on('will-redirect', refuseOthers)
    if (kiosk) lockKeys(contents)
  })
}

/** No camera, no microphone, no notifications, no devices, no downloads, and no network from the page. */
export function lockSession(session: Session, isAllowed: (address: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log(`refused the permission "${permission}"`)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    log('refused a download')
    event.preventDefault()
  })
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowed(details.url) }))
}

function lockKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (isBlockedKey(input)) event.preventDefault()
  })
  contents.on('context-menu', (event) => event.preventDefault())
  contents.on('did-finish-load', () => void contents.setVisualZoomLevelLimits(1, 1))
}

/** An address may carry what a person typed: logs get its scheme only. */
function schemeOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : 'no address'
}
