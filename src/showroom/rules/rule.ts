import { z } from 'zod'
import { fixtureId, roomId, ruleId, sceneId } from '../../contract/ids.ts'
import { localizedText } from '../../contract/words.ts'
import { duration } from '../duration.ts'
import { sceneTarget } from '../scene.ts'
import { type Condition, condition } from './condition.ts'
import { ending, trigger } from './trigger.ts'

type Targets = Readonly<Record<string, z.infer<typeof sceneTarget>>>

export type Step =
  /** Fixtures of the rule's room are set; lamps take `transition` milliseconds. */
  | { readonly set: Targets; readonly transition: number }
  | { readonly play: z.infer<typeof sceneId> }
  | { readonly wait: number }
  /** Goes on when the condition holds; when it does not within `atMost` milliseconds, goes on or stops. */
  | { readonly waitFor: Condition; readonly atMost: number; readonly otherwise: 'go-on' | 'stop' }
  /** Lists of steps side by side; over when all are. */
  | { readonly together: readonly (readonly Step[])[] }
  | { readonly if: Condition; readonly do: readonly Step[]; readonly else: readonly Step[] }

const steps = z.array(z.lazy(() => step)).max(50)

const step: z.ZodType<Step> = z.union([
  z.strictObject({
    set: z
      .record(z.string(), sceneTarget)
      .refine((all) => Object.keys(all).length > 0, 'set at least one fixture'),
    transition: duration(400, 3_600_000).prefault('1s'),
  }),
  z.strictObject({ play: sceneId }),
  z.strictObject({ wait: duration(0) }),
  z.strictObject({
    waitFor: condition,
    atMost: duration(100),
    otherwise: z.enum(['go-on', 'stop']).default('go-on'),
  }),
  z.strictObject({ together: z.array(steps.min(1)).min(1).max(10) }),
  z.strictObject({ if: condition, do: steps.min(1), else: steps.default([]) }),
])

/** `<room>/rules/<rule>.yaml`: when … if … do … until …, and the words a shopper reads. */
export const rule = z.strictObject({
  version: z.literal(1),
  id: ruleId,
  room: roomId,
  title: localizedText,
  story: localizedText,
  icon: z.enum(['walk', 'button', 'clock', 'sunrise', 'door', 'moon', 'sparkles']),
  order: z.number().int().min(0).max(1000).default(500),
  /** Any of these starts it. */
  when: z.array(trigger).min(1).max(10),
  if: condition.optional(),
  do: z.array(step).min(1).max(50),
  /** Any of these ends it, once its steps are done or not; without it, it ends with its last step. */
  until: z.array(ending).max(10).default([]),
  /** What becomes of the fixtures at its end: what was before comes back (as a rule with `until` does), or they stay. */
  afterwards: z.enum(['restore', 'stay']).optional(),
  /** Started again while it runs: `single` goes on as it is, `restart` begins anew. */
  mode: z.enum(['single', 'restart']).default('restart'),
  /** By sensor or button: what the rule wants to know of it, in a shopper's words, for the ledger. */
  facts: z.partialRecord(fixtureId, localizedText).default({}),
})
export type Rule = z.infer<typeof rule>
