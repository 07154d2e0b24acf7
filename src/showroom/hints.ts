import { z } from 'zod'

/** Longer words than this were not mistyped. */
const longestWord = 40

/** The word of `known` that was most likely meant, or null when none is near. */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > longestWord) return null
  let best: string | null = null
  // Of a word of three letters two make another word.
  let least = word.length <= 3 ? 1 : 1 + Math.floor(word.length / 3)
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > least) continue
    const wrong = editsBetween(word.toLowerCase(), candidate.toLowerCase())
    if (wrong < least || (wrong === least && best === null)) {
      least = wrong
      best = candidate
    }
  }
  return best
}

/** Letters to add, drop, change, or swap with the next, to make one word the other. */
function editsBetween(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** What helps where nothing nearer is known. */
const lookItUp = 'docs/scene-format.md and docs/rooms.md show examples'

/** What to do about a value that does not pass its schema; `data` is the whole file's. */
export function hintFor(issue: z.core.$ZodIssue, data: unknown): string {
  const key = issue.path.at(-1)
  switch (issue.code) {
    case 'invalid_type': {
      if (valueAt(data, issue.path) !== undefined) {
        // A message of its own says what to write.
        const isUsual = issue.message.startsWith('Invalid input')
        return (isUsual ? typeHints[issue.expected] : undefined) ?? lookItUp
      }
      if (key === 'en') return 'write the text in English too: it stands in for languages that are missing'
      return key === undefined ? 'the file is empty' : `add "${String(key)}"`
    }
    case 'invalid_value': {
      const value = valueAt(data, issue.path)
      const meant = typeof value === 'string' ? nearest(value, issue.values.map(String)) : null
      if (value === undefined && key !== undefined) return `add "${String(key)}"`
      if (meant !== null) return `did you mean "${meant}"?`
      return issue.values.length === 1 ? `write ${String(issue.values[0])}` : 'choose one of those'
    }
    case 'invalid_union':
      return issue.discriminator === undefined ? waysHint(issue, data) : 'choose one of those'
    case 'too_big':
      return `${issue.origin === 'number' ? 'write' : 'keep to'} ${String(issue.maximum)} at most`
    case 'too_small':
      return `${issue.origin === 'number' ? 'write' : 'give'} ${String(issue.minimum)} at least`
    case 'custom':
      return typeof issue.params?.hint === 'string' ? issue.params.hint : lookItUp
    default:
      return lookItUp
  }
}

const typeHints: Readonly<Record<string, string>> = {
  number: 'write a number without quotes, such as 0.5',
  string: 'put the text in quotes',
  boolean: 'write true or false',
  array: 'write a list: [a, b], or one entry a line, each after "- "',
  record: 'write a map: one "name: value" a line',
  object: 'write a map: one "name: value" a line',
}

/** Where something can be written in several ways, and was written in none: the word by which each begins. */
function waysHint(issue: z.core.$ZodIssueInvalidUnion, data: unknown): string {
  const value = valueAt(data, issue.path)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return lookItUp
  const begins = new Set(
    issue.errors.flatMap((branch) => {
      const lacking = branch.find(({ path }) => path.length === 1 && valueAt(value, path) === undefined)
      return lacking === undefined ? [] : [String(lacking.path[0])]
    }),
  )
  const meant = Object.keys(value)
    .map((key) => nearest(key, begins))
    .find((key) => key !== null)
  if (meant !== undefined) return `did you mean "${meant}"?`
  return begins.size === 0 ? lookItUp : `write one of ${[...begins].join(', ')}`
}

/** For a key that nobody knows. */
export function hintForKey(key: string, schema: z.ZodType): string {
  const meant = nearest(key, keysOf(schema))
  return meant === null ? 'leave it out, or look it up in docs/scene-format.md' : `did you mean "${meant}"?`
}

const keysBySchema = new WeakMap<z.ZodType, ReadonlySet<string>>()

/** All keys that a schema knows, wherever. */
export function keysOf(schema: z.ZodType): ReadonlySet<string> {
  const known = keysBySchema.get(schema)
  if (known !== undefined) return known
  const keys = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    for (const [name, inner] of Object.entries(part)) {
      if (name === 'properties' && typeof inner === 'object' && inner !== null)
        for (const key of Object.keys(inner)) keys.add(key)
      look(inner)
    }
  }
  look(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  keysBySchema.set(schema, keys)
  return keys
}

export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  )
}
