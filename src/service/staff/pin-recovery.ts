import { access, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileJournal } from '../../platform/file-journal.ts'
import type { Log } from '../../showroom/log.ts'

/** Some editors cannot save a file without an ending. */
const names = ['forget-staff-pin', 'forget-staff-pin.txt']
const records = ['staff/pins.json', 'staff/attempts.json']

export const auditFile = 'staff/audit.jsonl'

/**
 * Whoever can put a file into the data folder has the machine, and with it the kiosk: they get a new start with the
 * PIN. The file goes last, so that a power cut on the way does it all again.
 */
export async function recoverPin(dataFolder: string, log: Log): Promise<boolean> {
  const there: string[] = []
  for (const name of names) {
    const path = join(dataFolder, name)
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      there.push(path)
  }
  if (there.length === 0) return false
  for (const record of records) await rm(join(dataFolder, record), { force: true })
  await new FileJournal(join(dataFolder, auditFile)).add({ role: null, what: 'pinForgotten', about: {} })
  for (const path of there) await rm(path, { force: true })
  log('warning', 'The staff’s PINs were forgotten, as a file in the data folder asked for. Set new ones.')
  return true
}
