import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Metadata, MetadataKind, Signature } from '@tufjs/models'
import type { SigningKey } from '../../publish/signing-key.ts'

type Json = Parameters<typeof Metadata.fromJSON>[1]

/**
 * Rewrites the newest list of a role in a repository's folder. These keys sign it; without any the old signatures stay.
 * Our own commands would refuse to.
 */
export async function forge(
  folder: string,
  role: string,
  alter: (signed: Record<string, unknown>) => void,
  signers: readonly SigningKey[] = [],
): Promise<void> {
  const path = join(folder, 'metadata', await newestOf(folder, role))
  const data = JSON.parse(await readFile(path, 'utf8'))
  alter(data.signed)
  if (signers.length > 0) data.signatures = signatures(role, { signed: data.signed, signatures: [] }, signers)
  await writeFile(path, JSON.stringify(data))
}

function signatures(role: string, json: Json, signers: readonly SigningKey[]): unknown {
  const metadata =
    role === 'timestamp'
      ? Metadata.fromJSON(MetadataKind.Timestamp, json)
      : role === 'snapshot'
        ? Metadata.fromJSON(MetadataKind.Snapshot, json)
        : Metadata.fromJSON(MetadataKind.Targets, json)
  for (const key of signers) {
    metadata.sign((bytes) => new Signature({ keyID: key.id, sig: key.sign(bytes) }))
  }
  return metadata.toJSON().signatures
}

/** The file of a role's newest list. */
export async function newestOf(folder: string, role: string): Promise<string> {
  if (role === 'timestamp') return 'timestamp.json'
  const names = (await readdir(join(folder, 'metadata'))).filter((name) => name.endsWith(`.${role}.json`))
  const [newest = ''] = names.toSorted((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
  return newest
}
