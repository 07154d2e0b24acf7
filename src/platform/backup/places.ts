import { open, readdir, readFile, stat, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type BackupPlace,
  type BackupsFound,
  backupEnding,
  type FoundBackup,
} from '../../contract/staff/backup.ts'
import { headOf } from './sealed-file.ts'

/** Desktops and udev mount sticks here (Linux, macOS); servers of people who mount by hand use /mnt. */
const mountFolders = /^(\/media|\/run\/media|\/mnt|\/Volumes)\/.+/
const headBytes = 4608
const mostListed = 50

export interface PlacesParts {
  /** The kiosk's own folder for what people carry away. */
  readonly exchange: string
  /** A folder whose folders count as drives; null looks where this system mounts them. */
  readonly drives: string | null
}

/** Where backups may be put, drives first, and those that lie there. */
export async function findBackups({ exchange, drives }: PlacesParts): Promise<BackupsFound> {
  const folders = drives === null ? await mounted() : await foldersIn(drives)
  const places: BackupPlace[] = []
  for (const folder of folders) {
    places.push({ folder, kind: 'drive', name: basename(folder) || folder, free: await freeAt(folder) })
  }
  places.push({ folder: exchange, kind: 'exchange', name: basename(exchange), free: await freeAt(exchange) })
  const lists = await Promise.all(places.map(({ folder }) => backupsIn(folder)))
  const newest = (one: FoundBackup) => one.head?.made ?? ''
  const backups = lists
    .flat()
    .sort((a, b) => newest(b).localeCompare(newest(a)))
    .slice(0, mostListed)
  return { places, backups }
}

async function backupsIn(folder: string): Promise<FoundBackup[]> {
  const found: FoundBackup[] = []
  for (const file of (await readdir(folder).catch(() => [])).sort().reverse().slice(0, 1000)) {
    if (!file.endsWith(backupEnding) || file.startsWith('.')) continue
    const path = join(folder, file)
    const facts = await stat(path).catch(() => null)
    if (facts?.isFile() !== true) continue
    found.push({ folder, file, bytes: facts.size, head: headOf(await startOf(path)) })
  }
  return found
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return Buffer.alloc(0)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    return Buffer.alloc(0)
  } finally {
    await file.close()
  }
}

async function mounted(): Promise<string[]> {
  if (process.platform === 'win32') return await lettered()
  if (process.platform === 'darwin') return await foldersIn('/Volumes')
  return drivesIn(await readFile('/proc/mounts', 'utf8').catch(() => ''))
}

/** Mounted disks that can be written to, of the kernel's table (proc(5)): its own file systems are no drives. */
export function drivesIn(table: string): string[] {
  return table.split('\n').flatMap((line) => {
    const [device = '', path = '', , options = ''] = line.split(' ')
    const isDrive = device.startsWith('/dev/') && !options.split(',').includes('ro')
    const folder = unescaped(path)
    return isDrive && mountFolders.test(folder) ? [folder] : []
  })
}

/** The kernel writes a space as \040. */
function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
}

/** Every letter but the system's own. */
async function lettered(): Promise<string[]> {
  const own = (process.env.SystemDrive ?? 'C:')[0]
  const roots = [...'DEFGHIJKLMNOPQRSTUVWXYZ']
    .filter((letter) => letter !== own)
    .map((letter) => `${letter}:\\`)
  const there = await Promise.all(
    roots.map((root) =>
      stat(root).then(
        () => true,
        () => false,
      ),
    ),
  )
  return roots.filter((_, index) => there[index])
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
}

async function freeAt(folder: string): Promise<number | null> {
  const disk = await statfs(folder).catch(() => null)
  return disk === null ? null : disk.bavail * disk.bsize
}
