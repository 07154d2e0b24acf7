import { readFile } from 'node:fs/promises'
import { net, protocol, type Session } from 'electron'
import { type AppFolders, appScheme, resolveAppUrl } from './app-scheme.ts'

/** Nothing but our own files, no inline script, no eval; the room's picture needs blobs and data for images. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page and the baked rooms to one session, and nothing else. */
export function serveApp(session: Session, folders: AppFolders): void {
  session.protocol.handle(appScheme, async (request) => {
    const file = request.method === 'GET' ? resolveAppUrl(request.url, folders) : null
    const bytes = file === null ? null : await readFile(file.path).catch(() => null)
    if (file === null || bytes === null) {
      return new Response('Not found.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
    }
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': file.type,
        'content-length': String(bytes.length),
        'cache-control': 'no-store',
        'content-security-policy': contentSecurityPolicy,
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** While one develops, the page keeps its scheme and origin, and its files come from the page server. */
export function serveDevelopment(session: Session, pageServer: string): void {
  session.protocol.handle(appScheme, (request) => {
    const { pathname, search } = new URL(request.url)
    return net.fetch(new URL(pathname + search, pageServer).href)
  })
}
