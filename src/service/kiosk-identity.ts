import { randomUUID } from 'node:crypto'
import { programVersion } from '../contract/version.ts'
import type { Kiosk as KioskFacts } from '../playlist/kiosk.ts'
import { Bindings } from '../showroom/bindings.ts'
import type { Storage } from '../showroom/storage.ts'
import { type Place, placeKey } from '../showroom/wish.ts'
import type { OwnStore } from './own-store.ts'
import type { PlaylistSettings } from './playlist-settings.ts'

const idName = 'kiosk-id.txt'

/** Who this kiosk is, as far as playlists ask: by its variables, by what staff have said, and by what stands where. */
export class KioskIdentity {
  private readonly id: string
  private readonly settings: PlaylistSettings
  private readonly own: OwnStore
  private readonly storage: Storage

  private constructor(id: string, settings: PlaylistSettings, own: OwnStore, storage: Storage) {
    this.id = id
    this.settings = settings
    this.own = own
    this.storage = storage
  }

  static async open(settings: PlaylistSettings, own: OwnStore, storage: Storage): Promise<KioskIdentity> {
    return new KioskIdentity(settings.kiosk ?? (await ownId(storage)), settings, own, storage)
  }

  /** `bound` says where devices stand; null before there is a showroom to ask. */
  async facts(bound: readonly Place[] | null): Promise<KioskFacts> {
    const { country, tags } = this.settings
    const hardware = new Set((bound ?? (await this.savedBindings())).map(placeKey))
    return { id: this.id, store: this.own.store.store, country, tags, app: programVersion, hardware }
  }

  private async savedBindings(): Promise<readonly Place[]> {
    const bindings = new Bindings(this.storage)
    await bindings.load().catch(() => false) // The showroom itself tells staff.
    return bindings.all()
  }
}

async function ownId(storage: Storage): Promise<string> {
  const saved = (await storage.read(idName))?.trim()
  if (saved !== undefined && saved !== '') return saved
  const id = randomUUID()
  await storage.write(idName, `${id}\n`)
  return id
}
