import { sep } from 'node:path'
import type { Notice } from '../contract/showroom-state.ts'

/** Only disks fail so. */
const diskCodes = new Set(['ENOSPC', 'EROFS', 'EDQUOT'])
/** Ports fail so too; then the path tells. ENOENT is what Node says of a folder that it may not make on a read-only disk. */
const pathCodes = new Set(['EACCES', 'EPERM', 'EIO', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOENT'])

/** A start of the network that failed for want of somewhere to write, in words for staff; null for all other reasons. */
export function folderNotice(error: unknown, dataFolder: string): Notice | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const path = 'path' in error && typeof error.path === 'string' ? error.path : ''
  const isInFolder = path === dataFolder || path.startsWith(dataFolder + sep)
  if (!diskCodes.has(error.code) && !(pathCodes.has(error.code) && isInFolder)) return null
  return {
    code: 'dongle-needs-folder',
    severity: 'error',
    sentence: `The kiosk cannot write into its data folder ${dataFolder} (${error.code}), so it cannot use the Zigbee dongle. Is its disk full or read-only, or may only others write there? Once that is mended, the kiosk goes on by itself.`,
    values: { folder: dataFolder, detail: error.message.slice(0, 200) },
  }
}
