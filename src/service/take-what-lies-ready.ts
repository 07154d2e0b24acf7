import { join } from 'node:path'
import { type SwitchedOver, switchOver } from '../platform/backup/switch-over.ts'
import { consoleLog } from '../platform/console-log.ts'
import { FileJournal } from '../platform/file-journal.ts'
import { auditFile } from './staff/pin-recovery.ts'

/** Before anything is opened: puts in place what staff restored, or forgets what they had forgotten, before the last end. */
export async function takeWhatLiesReady(dataFolder: string): Promise<void> {
  try {
    const done = await switchOver(dataFolder)
    if (done !== null) await note(dataFolder, done)
  } catch (error) {
    consoleLog('error', `What was laid ready was not taken, and everything stays as it was: ${String(error)}`)
  }
}

async function note(dataFolder: string, what: SwitchedOver): Promise<void> {
  const deed = what === 'restored' ? 'backupRestored' : 'allForgotten'
  consoleLog('info', what === 'restored' ? 'A backup is in place.' : 'The kiosk has forgotten everything.')
  await new FileJournal(join(dataFolder, auditFile)).add({ role: null, what: deed, about: {} })
}
