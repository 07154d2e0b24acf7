import { ipcMain, type WebContents } from 'electron'
import { pagePort, wantsPort } from '../contract/page-link.ts'
import { log } from './log.ts'
import type { ServiceProcess } from './service-process.ts'

/** Hands the page its port to the service, and a new one whenever it asks or the service starts again. */
export class PageLink {
  private readonly contents: WebContents
  private readonly service: ServiceProcess
  private readonly isOurPage: (address: string) => boolean
  private readonly onAsked: () => void
  private wanted = false

  /** `onAsked`: the page has asked for a port, so it stands. */
  constructor(
    contents: WebContents,
    service: ServiceProcess,
    isOurPage: (address: string) => boolean,
    onAsked: () => void,
  ) {
    this.contents = contents
    this.service = service
    this.isOurPage = isOurPage
    this.onAsked = onAsked
  }

  start(): void {
    ipcMain.on(wantsPort, (event) => {
      const frame = event.senderFrame
      if (event.sender !== this.contents || frame !== this.contents.mainFrame || !this.isOurPage(frame.url)) {
        log('refused a port to something that is not the page')
        return
      }
      this.wanted = true
      this.onAsked()
      this.hand()
    })
    // A new document has not asked yet; a port it does not listen for would be lost.
    this.contents.on('did-start-navigation', (event) => {
      if (event.isMainFrame && !event.isSameDocument) this.wanted = false
    })
  }

  /** To be called when the service stands. */
  hand(): void {
    if (!this.wanted || this.contents.isDestroyed()) return
    const port = this.service.connect()
    if (port !== null) this.contents.postMessage(pagePort, null, [port])
  }
}
