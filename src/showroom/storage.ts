/** Small records that outlive a restart, each replaced whole. */
export interface Storage {
  /** The record's text, or null when there is none. */
  read(name: string): Promise<string | null>
  /** Replaces the record; after a power cut there is either the old text or the new one. */
  write(name: string, text: string): Promise<void>
}
