/** A file of a room that came with a playlist: "/rooms/@<what is in it>/room.json". */
export const playlistRoom = /^\/rooms\/@([0-9a-f]{64}\/.+)$/

/** What the page is made of, by file ending; both hosts of the page hand out these and no others. */
export const pageFileTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.bin': 'application/octet-stream',
}
