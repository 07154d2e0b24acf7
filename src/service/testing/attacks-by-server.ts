import { mkdir, rm, symlink } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { sha256Of } from '../../updates/content-store.ts'
import type { Meddler } from '../../updates/testing/file-server.ts'
import { type Attack, dayMs, type Field, instead, nowMs, refused, setClock } from './attack.ts'

const yearMs = 365 * dayMs

/** Answers what matches for as long as anybody listens. */
const endless =
  (path: RegExp): Meddler =>
  (_request, response, asked) => {
    if (!path.test(asked)) return false
    response.writeHead(200)
    const more = () => {
      while (response.writable) {
        if (!response.write(Buffer.alloc(65_536, 0x20))) return void response.once('drain', more)
      }
    }
    more()
    return true
  }

/** The newest list, of which the server says that it has so many bytes more, or fewer, than come. */
const toldLong =
  (more: number): Meddler =>
  ({ socket }, _response, path) => {
    if (!path.endsWith('timestamp.json')) return false
    const list = `{"signatures":[],${' '.repeat(400)}"signed":{}}`
    socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${list.length + more}\r\n\r\n${list}`)
    return true
  }

let elsewhere: Server | null = null
let strays = 0

/** What the web server, the network, the disk and the clock may do, without a key. */
export const attacksByServer: readonly Attack[] = [
  ...[/timestamp/, /root/, /snapshot/, /region-se/, /^targets\//, /^content\//].map((path) => ({
    name: `endless data: ${path}`,
    told: refused('not-genuine', /is larger than/),
    begin: () => endless(path),
  })),
  {
    name: 'indefinite freeze: the server shows for more than two weeks what it showed before',
    told: refused('expired'),
    begin: (field: Field) => {
      setClock(field, 15 * dayMs)
      return field.stale
    },
    end: async (field: Field) => setClock(field, 0),
  },
  {
    name: 'malicious mirror: it has nothing',
    told: refused('unreachable'),
    begin: () => (_request, response) => response.writeHead(404).end() !== undefined,
  },
  {
    name: 'malicious mirror: it hangs up',
    told: refused('unreachable'),
    begin: () => (_request, response) => response.destroy() !== undefined,
  },
  {
    name: 'malicious mirror: it answers 503',
    told: refused('unreachable'),
    begin: () => (_request, response) => response.writeHead(503).end() !== undefined,
  },
  {
    name: 'malicious mirror: a page of another network in place of everything',
    told: refused('not-genuine'),
    begin: () => instead(/./, '<html>Log in to this network</html>'),
  },
  {
    name: 'malicious mirror: one byte a second',
    told: refused('unreachable', /is too slow/),
    begin: () => (_request, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 1000)
      response.once('close', () => clearInterval(timer))
      return true
    },
  },
  {
    name: 'malicious mirror: headers without end, one every half a second',
    told: refused('unreachable', /is too slow/),
    begin:
      () =>
      ({ socket }) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        const timer = setInterval(() => socket.write('x-more: to come\r\n'), 500)
        socket.once('close', () => clearInterval(timer))
        return true
      },
  },
  {
    name: 'malicious mirror: a hundred megabytes of nothing, packed into a hundred kilobytes',
    told: refused('not-genuine', /is larger than/),
    begin: () => {
      const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024))
      return (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb) !== undefined
    },
  },
  {
    name: 'malicious mirror: a list is told to be shorter than it is',
    told: refused('not-genuine'),
    begin: () => toldLong(-100),
  },
  {
    name: 'malicious mirror: a list is told to be longer than it is',
    told: refused('unreachable'),
    begin: () => toldLong(+100),
  },
  {
    name: 'a redirect to another host',
    told: refused('not-genuine', /sends us elsewhere/),
    begin: async () => {
      elsewhere = createServer((_request, response) => {
        strays += 1
        response.end('{}')
      })
      await new Promise<void>((resolve) => elsewhere?.listen(0, '127.0.0.1', resolve))
      const address = elsewhere.address()
      const port = typeof address === 'object' ? address?.port : 0
      return (_request, response, path) =>
        response.writeHead(302, { location: `http://127.0.0.1:${port}/${path}` }).end() !== undefined
    },
    end: async () => {
      expect(strays).toBe(0)
      await new Promise((resolve) => elsewhere?.close(resolve))
    },
  },
  {
    name: 'a disk without a free byte',
    told: refused('disk-full', /ENOSPC/),
    begin: async (field: Field) => {
      const light = sha256Of(Buffer.from(`light ${field.revision}`))
      // Nothing is tidied up meanwhile.
      field.server.meddle = (_request, response) => response.destroy() !== undefined
      await field.kiosk.says(refused('unreachable'))
      await mkdir(join(field.kiosk.dataFolder, 'playlists/partial'), { recursive: true })
      // Every write to it ends as on a full disk: ENOSPC, by the kernel.
      await symlink('/dev/full', join(field.kiosk.dataFolder, 'playlists/partial', light))
      return field.fresh
    },
    end: (field: Field) => rm(join(field.kiosk.dataFolder, 'playlists/partial'), { recursive: true }),
  },
  {
    name: 'a clock twenty years ahead',
    told: { ...refused('expired'), clock: 'ahead' },
    begin: (field: Field) => {
      setClock(field, 20 * yearMs)
      return field.fresh
    },
    end: async (field: Field) => setClock(field, 0),
  },
  {
    name: 'a clock twenty years behind: it is as late as what was signed last, and staff hear of the clock',
    told: { sources: [{ outcome: 'unchanged' }], clock: 'behind' },
    // Not yet by that clock, nor on the day when the program was made.
    yaml: `from: ${new Date(nowMs() - 2 * dayMs).toISOString().slice(0, 10)}`,
    knowsNew: true,
    begin: async (field: Field) => {
      await field.kiosk.stop()
      setClock(field, -20 * yearMs)
      await field.kiosk.start()
      return field.fresh
    },
    end: async (field: Field) => setClock(field, 0),
  },
]
