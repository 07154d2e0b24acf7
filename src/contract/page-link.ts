/**
 * How page and service find each other in Electron. The page asks for a port, the shell makes a channel and
 * hands one end to each; from then on they speak the contract over it and the shell is not in between.
 *
 * page ── wantsPort ──▶ preload ── wantsPort ──▶ main ── page + [port] ──▶ service
 * page ◀── port + [port] ── preload ◀── port + [port] ── main
 */

/** Page → shell: "give me a port". Posted when the page is ready, and again whenever its port closes. */
export const wantsPort = 'showroom-wants-port'
/** Shell → page: the message whose first port leads to the service. */
export const pagePort = 'showroom-port'
/** Shell → service: the message whose first port leads to a page. */
export const newPage = 'showroom-page'
/** Shell → service: end in order. */
export const stopService = 'showroom-stop'

/** Service → shell: staff start the whole kiosk anew, or leave it for the desktop. */
export const restartKiosk = 'showroom-restart-kiosk'
export const leaveKiosk = 'showroom-leave-kiosk'

export type PageLinkKind =
  | typeof wantsPort
  | typeof pagePort
  | typeof newPage
  | typeof stopService
  | typeof restartKiosk
  | typeof leaveKiosk

export interface PageLinkMessage {
  readonly kind: PageLinkKind
}

/** Whether something received is the message named; anything else is not for us. */
export function isPageLinkMessage(data: unknown, kind: PageLinkKind): data is PageLinkMessage {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === kind
}
