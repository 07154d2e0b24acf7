import { type PlaylistsReport, playlistsReport } from '../contract/staff/playlists-report.ts'
import type { Storage } from '../showroom/storage.ts'

const name = 'playlists/status.json'

/** `playlists/status.json`: what this kiosk takes, plays and refuses, for staff's pages and for whoever looks after many. */
export class StatusFile {
  private readonly storage: Storage
  private written = ''
  private newest: PlaylistsReport | null = null
  /** When new playlists came last, by the machine's clock (ISO 8601); null when none ever did. */
  fetchedAt: string | null = null

  constructor(storage: Storage) {
    this.storage = storage
  }

  /** What an earlier start wrote. */
  async load(): Promise<void> {
    const text = await this.storage.read(name)
    const dated = playlistsReport.pick({ fetchedAt: true }).loose()
    try {
      this.fetchedAt = dated.parse(JSON.parse(text ?? '')).fetchedAt
    } catch {
      this.fetchedAt = null
    }
  }

  get report(): PlaylistsReport | null {
    return this.newest
  }

  async write(report: PlaylistsReport): Promise<void> {
    this.newest = report
    const text = `${JSON.stringify(report, null, 2)}\n`
    if (text === this.written) return
    this.written = text
    await this.storage.write(name, text)
  }
}
