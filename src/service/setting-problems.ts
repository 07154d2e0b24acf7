import { z } from 'zod'

export type Variables = Readonly<Record<string, string | undefined>>

/** A variable that the kiosk cannot use. */
export interface SettingProblem {
  readonly name: string
  /** As it was given; empty when it is missing. */
  readonly value: string
  /** What to write instead. */
  readonly hint: string
}

/** Reads variables by a schema in which each has a default or may be missing: one that does not fit counts as not given. */
export function understood<Schema extends z.ZodObject>(
  schema: Schema,
  variables: Variables,
  problems: SettingProblem[],
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0])
    if (!(name in given)) continue
    problems.push({ name, value: given[name] ?? '', hint: message })
    delete given[name]
  }
  return schema.parse(given)
}

export function numberBetween(least: number, most: number) {
  return z.coerce
    .number(`write a number from ${least} to ${most}`)
    .min(least, `write a number from ${least} to ${most}`)
    .max(most, `write a number from ${least} to ${most}`)
}
