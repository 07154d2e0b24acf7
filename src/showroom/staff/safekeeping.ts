import type { BackupProblem, BackupsFound, StickInBackup } from '../../contract/staff/backup.ts'

export type Saved =
  | { readonly kind: 'saved'; readonly path: string; readonly stick: StickInBackup }
  /** There is no such place any more: the drive was pulled out. */
  | { readonly kind: 'gone' }

/**
 * All that this kiosk keeps, as one locked file, and back again. `src/service/staff/kept-safe.ts` answers. What is
 * restored, or forgotten, holds from the next start of the service on, all of it at once.
 */
export interface Safekeeping {
  find(): Promise<BackupsFound>
  /** `folder` is one of the places found. */
  save(folder: string, passphrase: string): Promise<Saved>
  /** Lays a backup ready for the next start; null when that is done. */
  restore(folder: string, file: string, passphrase: string): Promise<BackupProblem | null>
  /** Lays ready that all is forgotten. */
  forgetAll(): Promise<void>
}

/** The program that this service is part of, as far as staff may end it or start it anew. */
export interface Host {
  /** The shell around the page; a browser's window is not ours to close. */
  readonly kind: 'shell' | 'browser' | 'none'
  /** After what is under way has been answered. */
  restartService(): void
  /** Only a shell can. */
  restartKiosk(): void
  leave(): void
}

/** Nobody would start what is ended. */
export const noHost: Host = { kind: 'none', restartService() {}, restartKiosk() {}, leave() {} }
