import { z } from 'zod'
import type { Storage } from '../showroom/storage.ts'
import { type NetworkRecord, readNetwork } from './network-record.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'i'))
const address = z.string().regex(/^[0-9a-f]{1,4}$/i)

/** The open coordinator backup format, version 1 (github.com/zigpy/open-coordinator-backup), as herdsman writes it. */
const openBackup = z.looseObject({
  metadata: z.looseObject({
    format: z.literal('zigpy/open-coordinator-backup'),
    version: z.literal(1),
    internal: z.looseObject({ date: z.iso.datetime() }),
  }),
  coordinator_ieee: hex(8),
  pan_id: address,
  extended_pan_id: hex(8),
  channel: z.number().int().min(11).max(26),
  channel_mask: z.array(z.number().int()),
  network_key: z.looseObject({ key: hex(16), frame_counter: z.number().int().min(0) }),
  devices: z.array(
    z.looseObject({
      nwk_address: address.nullable(),
      ieee_address: hex(8),
      link_key: z.looseObject({ key: hex(16), tx_counter: z.number().int().min(0) }).optional(),
    }),
  ),
})
export type OpenBackup = z.infer<typeof openBackup>

/** `coordinator-backups.json`: the stick's memory as it was, newest first. It holds the network's keys. */
const backupsRecord = z.strictObject({ version: z.literal(1), backups: z.array(openBackup) })

const kept = 5

const recordName = (folder: string) => `${folder}/coordinator-backups.json`

/** The backups of this network, newest first; a record that cannot be read counts as none. */
export async function loadBackups(
  storage: Storage,
  folder: string,
  network: NetworkRecord,
): Promise<readonly OpenBackup[]> {
  return (await allBackups(storage, folder)).filter((backup) => isOf(network, backup))
}

async function allBackups(storage: Storage, folder: string): Promise<readonly OpenBackup[]> {
  const text = await storage.read(recordName(folder))
  const record = backupsRecord.safeParse(jsonOf(text))
  return record.success ? record.data.backups : []
}

/** The network of the newest backup: all that the kiosk needs to know of it. Null when there is no backup. */
export async function backedUpNetwork(storage: Storage, folder: string): Promise<NetworkRecord | null> {
  const [newest] = await allBackups(storage, folder)
  if (newest === undefined) return null
  const bytes = (hexadecimal: string) => [...Buffer.from(hexadecimal, 'hex')]
  return readNetwork({
    version: 1,
    panId: Number.parseInt(newest.pan_id, 16),
    extendedPanId: bytes(newest.extended_pan_id),
    networkKey: bytes(newest.network_key.key),
    channel: newest.channel,
  })
}

/** Null when it is no backup. */
export function readBackup(text: string | null): OpenBackup | null {
  return openBackup.safeParse(jsonOf(text)).data ?? null
}

/**
 * Adds what herdsman wrote to the record, if it is a backup of this network: a stick that lost its memory must not
 * push the good ones out. Returns the backup, or null when it is none.
 */
export async function keepBackup(
  storage: Storage,
  folder: string,
  network: NetworkRecord,
  text: string,
): Promise<OpenBackup | null> {
  const backup = readBackup(text)
  if (backup === null || !isOf(network, backup)) return null
  const older = await loadBackups(storage, folder, network)
  const record = { version: 1, backups: [backup, ...older].slice(0, kept) }
  await storage.write(recordName(folder), `${JSON.stringify(record, null, 1)}\n`)
  return backup
}

export function backupDate(backup: OpenBackup): Date {
  return new Date(backup.metadata.internal.date)
}

/** As many frames as a busy network sends in a second, and more. */
const framesPerSecond = 50
const secondsPerDay = 86_400
const highestCounter = 0xffff_ffff

/**
 * The backup as it is restored onto a new stick. Lamps ignore frames with counters that they have seen: those sent
 * since the backup must be jumped over, and herdsman's own 2,500 are gone within the hour. The channel is where the
 * network is now.
 */
export function restorable(backup: OpenBackup, network: NetworkRecord, now: Date): OpenBackup {
  const ageSeconds = Math.max(0, (now.getTime() - backupDate(backup).getTime()) / 1000)
  // A day on top, since the kiosk's clock may be wrong.
  const jump = Math.ceil((ageSeconds + secondsPerDay) * framesPerSecond)
  const beyond = (counter: number) => Math.min(highestCounter - jump, counter) + jump
  return {
    ...backup,
    channel: network.channel,
    channel_mask: [network.channel],
    network_key: { ...backup.network_key, frame_counter: beyond(backup.network_key.frame_counter) },
    devices: backup.devices.map((device) =>
      device.link_key === undefined
        ? device
        : { ...device, link_key: { ...device.link_key, tx_counter: beyond(device.link_key.tx_counter) } },
    ),
  }
}

function isOf(network: NetworkRecord, backup: OpenBackup): boolean {
  return (
    Number.parseInt(backup.pan_id, 16) === network.panId &&
    backup.extended_pan_id.toLowerCase() === Buffer.from(network.extendedPanId).toString('hex') &&
    backup.network_key.key.toLowerCase() === Buffer.from(network.networkKey).toString('hex')
  )
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
