import { type StoreSettings, storeSettings } from './store-settings.ts'

/**
 * What a store is when somebody who was shown `before` wants `wanted`, and it has become `now` in the meantime, since two
 * may be at it: what they changed is changed, and the rest is as it is now. Where both changed the same, the later one
 * holds; and all of it where the two do not go together.
 */
export function changedStore(
  before: StoreSettings,
  wanted: StoreSettings,
  now: StoreSettings,
): StoreSettings {
  const both = storeSettings.safeParse(merged(before, wanted, now))
  return both.success ? both.data : wanted
}

export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => isSame(each, b[i]))
  if (!isRecord(a) || !isRecord(b)) return a === b
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame(a[key], b[key]))
}

function merged(before: unknown, wanted: unknown, now: unknown): unknown {
  if (isSame(before, wanted)) return now
  if (isSame(before, now)) return wanted
  if (Array.isArray(before) && Array.isArray(wanted) && Array.isArray(now))
    return mergedList(before, wanted, now)
  if (!isRecord(before) || !isRecord(wanted) || !isRecord(now)) return wanted
  return Object.fromEntries(
    Object.keys(wanted).map((key) => [key, merged(before[key], wanted[key], now[key])]),
  )
}

/** Lists of the store are sets: of rooms, languages, days and products. */
function mergedList(
  before: readonly unknown[],
  wanted: readonly unknown[],
  now: readonly unknown[],
): unknown[] {
  const others = now.filter(
    (each) => !has(before, each) && !wanted.some((mine) => isAboutTheSame(mine, each)),
  )
  const kept = wanted.filter((each) => !has(before, each) || has(now, each))
  return [...kept, ...others]
}

function has(list: readonly unknown[], one: unknown): boolean {
  return list.some((each) => isSame(each, one))
}

/** The same day, or the same product, whatever is said of it. */
function isAboutTheSame(a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return isSame(a, b)
  const key = ['date', 'product'].find((each) => each in a && each in b)
  return key !== undefined && a[key] === b[key]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
