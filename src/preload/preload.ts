import { ipcRenderer } from 'electron'
import { isPageLinkMessage, type PageLinkMessage, pagePort, wantsPort } from '../contract/page-link.ts'

// All the page gets of Electron: a port to the service when it asks. Nothing is exposed to it.

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== location.origin) return
  if (isPageLinkMessage(event.data, wantsPort)) ipcRenderer.send(wantsPort)
})

ipcRenderer.on(pagePort, (event) => {
  const message: PageLinkMessage = { kind: pagePort }
  window.postMessage(message, location.origin, event.ports)
})
