import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DongleFacts } from '../contract/dongle-facts.ts'
import type { Clock } from '../showroom/clock.ts'
import type { DeviceId } from '../showroom/device.ts'
import type { ChannelChange, ChannelPhase } from '../showroom/driver.ts'
import type { Log } from '../showroom/log.ts'
import type { Storage } from '../showroom/storage.ts'
import { BackupKeeper } from './backup-keeper.ts'
import { changeChannel } from './change-channel.ts'
import { backupDate, keepBackup, loadBackups, type OpenBackup, restorable } from './coordinator-backup.ts'
import { backupFile, type DongleSession } from './dongle-session.ts'
import { type Energies, quietestChannel } from './network-channel.ts'
import { type NetworkRecord, saveNetwork } from './network-record.ts'

/** How often staff's facts follow the counts. */
const factsMs = 30_000

/** Where the records of one network are. */
export interface NetworkPlace {
  readonly storage: Storage
  /** Where `storage` keeps its records. */
  readonly dataFolder: string
  /** The network's own folder in there. */
  readonly folder: string
  readonly network: NetworkRecord
}

/**
 * Lays out for herdsman the newest backup of this network, for the case that the stick turns out to be blank. Its own
 * file may be cut short by a power cut, and it would not start with it: it is always made anew from our record.
 */
export async function layOutBackup(place: NetworkPlace): Promise<void> {
  const { storage, dataFolder, folder, network } = place
  const name = `${folder}/${backupFile}`
  if ((await loadBackups(storage, folder, network)).length === 0) {
    // A kiosk of before had herdsman's file only.
    await keepBackup(storage, folder, network, (await storage.read(name)) ?? '')
  }
  const [newest] = await loadBackups(storage, folder, network)
  if (newest === undefined) await rm(join(dataFolder, name), { force: true })
  else await storage.write(name, `${JSON.stringify(restorable(newest, network, new Date()), null, 2)}\n`)
}

export interface CareParts {
  readonly clock: Clock
  readonly log: Log
  readonly place: NetworkPlace
  readonly session: DongleSession
  readonly facts: (facts: DongleFacts) => void
}

/** Looks after the network of one session: its backups, and what staff may know of it. */
export class NetworkCare {
  private readonly parts: CareParts
  private readonly keeper: BackupKeeper
  private place: NetworkPlace
  private newest: OpenBackup | null = null
  private joinUntilMs = 0
  /** What it said of itself last. */
  private stick: Awaited<ReturnType<DongleSession['facts']>> | null = null
  private callOffFacts: (() => void) | null = null
  private lastFacts = ''
  private stopped = false

  constructor(parts: CareParts) {
    this.parts = parts
    this.place = parts.place
    this.keeper = new BackupKeeper({ clock: parts.clock, log: parts.log, take: () => this.backUp() })
  }

  async start(): Promise<void> {
    const { session, log } = this.parts
    const { place } = this
    const [newest] = await loadBackups(place.storage, place.folder, place.network)
    this.newest = newest ?? null
    if (session.begun === 'restored') {
      log('info', 'The Zigbee network was put onto a new dongle from its backup.')
    }
    // A network that was formed or restored just now differs from its backup.
    const fresh = session.begun === 'resumed' && newest !== undefined
    this.keeper.start(fresh ? Date.now() - backupDate(newest).getTime() : Number.POSITIVE_INFINITY)
    await this.tellFacts()
  }

  stop(): void {
    this.stopped = true
    this.keeper.stop()
    this.callOffFacts?.()
  }

  /** Backs the network up now. */
  async backUp(): Promise<void> {
    const { session } = this.parts
    const { place } = this
    const text = await session.backUp()
    if (text === null) return
    const kept = await keepBackup(place.storage, place.folder, place.network, text)
    if (kept === null) throw new Error('what the dongle told is not this network')
    this.newest = kept
    await this.tellFacts()
  }

  /** A network that was formed just now goes where it is quietest, before anything joins. */
  async chooseChannel(): Promise<void> {
    const { session, log } = this.parts
    const present = this.place.network.channel
    try {
      const energies = await session.scan()
      const channel = quietestChannel(energies, present)
      if (channel !== present) await this.move(channel)
      log('info', `The Zigbee network is on channel ${channel}; heard ${JSON.stringify([...energies])}.`)
    } catch (error) {
      log('warning', `The Zigbee network stays on channel ${present}: ${String(error)}`)
    }
  }

  /** Energy by channel, as the stick hears it now. */
  async listen(): Promise<Energies> {
    return await this.parts.session.scan()
  }

  /** As staff wish: lamps follow, or the network goes back. */
  async changeChannel(
    channel: number,
    answers: (device: DeviceId) => Promise<boolean>,
    phase: (phase: ChannelPhase) => void,
  ): Promise<ChannelChange> {
    const { session, log } = this.parts
    const present = this.place.network.channel
    const devices = session.devices.onMains()
    const move = (to: number) => this.move(to)
    const outcome = await changeChannel({ present, devices, move, answers, phase }, channel)
    log('info', `From Zigbee channel ${present} to ${channel}: ${outcome.kind}.`)
    await this.backUp().catch((error: unknown) => log('warning', `No backup after it: ${String(error)}`))
    await this.tellFacts()
    return outcome
  }

  private async move(channel: number): Promise<void> {
    await this.parts.session.move(channel)
    this.place = { ...this.place, network: { ...this.place.network, channel } }
    await saveNetwork(this.place.storage, this.place.folder, this.place.network)
  }

  deviceJoined(): void {
    this.keeper.deviceJoined()
  }

  shopperWaits(): void {
    this.keeper.shopperWaits()
  }

  joiningUntil(untilMs: number): void {
    this.joinUntilMs = untilMs
    // The stick may be long in answering, and nothing of this is its to say.
    this.tellKnown()
    void this.tellFacts()
  }

  /** Tells the facts when they have changed, now and from time to time. */
  async tellFacts(): Promise<void> {
    const { clock, session, log } = this.parts
    this.callOffFacts?.()
    if (this.stopped) return
    const joinMs = this.joinUntilMs - clock.now()
    const nextMs = joinMs > 0 ? Math.min(factsMs, joinMs) : factsMs
    this.callOffFacts = clock.after(nextMs, () => void this.tellFacts())
    try {
      this.stick = await session.facts()
      this.tellKnown()
    } catch (error) {
      log('debug', `the dongle told no facts: ${String(error)}`)
    }
  }

  private tellKnown(): void {
    const { clock, session, facts } = this.parts
    if (this.stick === null || this.stopped) return
    const current: DongleFacts = {
      ...this.stick,
      lastBackup: this.newest === null ? null : backupDate(this.newest).toISOString(),
      skippedBytes: session.counts?.skippedBytes ?? 0,
      repeatedRequests: session.counts?.repeatedRequests ?? 0,
      joining: this.joinUntilMs > clock.now(),
    }
    if (JSON.stringify(current) === this.lastFacts) return
    this.lastFacts = JSON.stringify(current)
    facts(current)
  }
}
