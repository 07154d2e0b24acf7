import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { KeptFiles } from '../../platform/backup/kept-files.ts'

/**
 * A kiosk that was just begun has formed a network of its own on its stick. Whoever restores a backup there gives that one
 * up, and only that one: the record names it for the next stick that is taken into use.
 */
const recordName = 'zigbee/given-up.json'
const networkName = 'zigbee/network.json'
const record = z.strictObject({ version: z.literal(1), panId: z.number().int().min(1).max(0xfffe) })
const network = z.looseObject({ panId: z.number(), extendedPanId: z.array(z.number()) })

export function withGivenUpNetwork(restored: KeptFiles, here: KeptFiles): KeptFiles {
  const [theirs, ours] = [restored, here].map((files) => networkIn(files))
  const files = new Map(restored)
  files.delete(recordName)
  const isOther = theirs && ours && `${theirs.extendedPanId}` !== `${ours.extendedPanId}`
  if (isOther) files.set(recordName, JSON.stringify({ version: 1, panId: ours.panId }))
  return files
}

/** The network that the stick may lose, by its PAN id; null for none. */
export function givenUpNetwork(text: string | null): number | null {
  return record.safeParse(jsonOf(text)).data?.panId ?? null
}

export { recordName as givenUpRecord }

/** The stick is in use: no other one loses anything. */
export async function keepNetworksFromNow(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, recordName), { force: true })
}

function networkIn(files: KeptFiles) {
  return network.safeParse(jsonOf(files.get(networkName) ?? null)).data ?? null
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
