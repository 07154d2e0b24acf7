import type { Metadata, Targets } from '@tufjs/models'
import type { Updater } from 'tuf-js'

interface TrustedSet {
  referenceTime: Date
  getRole(name: string): Metadata<Targets> | undefined
  readonly root: Metadata<Targets>
  readonly timestamp: Metadata<Targets> | undefined
  readonly snapshot: Metadata<Targets> | undefined
}

/**
 * tuf-js has no doors for the time that it compares with and for what it has verified, so we reach into its object,
 * here only; where it is not as we know it, that is an error at once.
 */
export function trustedSetOf(updater: Updater): TrustedSet {
  const set: unknown = Reflect.get(updater, 'trustedSet')
  if (
    typeof set !== 'object' ||
    set === null ||
    !(Reflect.get(set, 'referenceTime') instanceof Date) ||
    typeof Reflect.get(set, 'getRole') !== 'function'
  ) {
    throw new Error('tuf-js is not the version that this program knows')
  }
  return set as TrustedSet
}
