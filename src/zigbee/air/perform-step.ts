import { Zcl } from 'zigbee-herdsman'
import { endpointWith, type HerdsmanEndpoint, type KnownDevice } from '../definition.ts'
import { frameOptions } from '../send-command.ts'
import type { Pace } from './air-scheduler.ts'
import type { LampStep } from './lamp-steps.ts'

/** What a lamp said to a step. */
export type StepResult =
  | { readonly kind: 'done' }
  /** No room for another scene. */
  | { readonly kind: 'full' }
  /** It does not know transitions in tenths of a second. */
  | { readonly kind: 'no-tenths' }
  | { readonly kind: 'refused'; readonly reason: string }

const done: StepResult = { kind: 'done' }

/** Does one step with one lamp. Rejects when it does not answer. */
export async function performStep(
  known: KnownDevice,
  step: LampStep,
  knowsTenths: boolean,
  pace: Pace,
): Promise<StepResult> {
  const target = endpointWith(known.device, 'genScenes')
  if (target === null || !target.supportsInputCluster('genGroups')) {
    return { kind: 'refused', reason: 'it has no memory for scenes' }
  }
  switch (step.kind) {
    case 'join':
      return join(target, step.group, pace)
    case 'leave':
      return settled(
        await ask(pace, () => target.command('genGroups', 'remove', { groupid: step.group }, frameOptions)),
      )
    case 'forget': {
      const payload = { groupid: step.group, sceneid: step.scene }
      return settled(await ask(pace, () => target.command('genScenes', 'remove', payload, frameOptions)))
    }
    case 'store':
      return store(target, step, knowsTenths, pace)
  }
}

/** Into the group, and rid of what an earlier life may have left under its number. */
async function join(target: HerdsmanEndpoint, group: number, pace: Pace): Promise<StepResult> {
  const add = { groupid: group, groupname: '' }
  const status = await ask(pace, () => target.command('genGroups', 'add', add, frameOptions))
  if (status !== Zcl.Status.SUCCESS && status !== Zcl.Status.DUPLICATE_EXISTS) {
    return refused(`it cannot join group ${group}`, status)
  }
  await ask(pace, () => target.command('genScenes', 'removeAll', { groupid: group }, frameOptions))
  return done
}

async function store(
  target: HerdsmanEndpoint,
  { group, scene, part }: Extract<LampStep, { kind: 'store' }>,
  knowsTenths: boolean,
  pace: Pace,
): Promise<StepResult> {
  const whole = part.tenths % 10 === 0
  const inTenths = !whole && knowsTenths
  const payload = {
    groupid: group,
    sceneid: scene,
    // Rounded to whole seconds where it must be, a fade stays a fade. The recall tells the exact time besides.
    transtime: inTenths ? part.tenths : part.tenths === 0 ? 0 : Math.max(1, Math.round(part.tenths / 10)),
    scenename: '',
    extensionfieldsets: part.fields.map(({ clstId, len, extField }) => ({
      clstId,
      len,
      extField: [...extField],
    })),
  }
  const status = await ask(pace, () =>
    target.command('genScenes', inTenths ? 'enhancedAdd' : 'add', payload, frameOptions),
  )
  if (status === Zcl.Status.SUCCESS) return done
  if (inTenths && status !== Zcl.Status.INSUFFICIENT_SPACE) return { kind: 'no-tenths' }
  return status === Zcl.Status.INSUFFICIENT_SPACE
    ? { kind: 'full' }
    : refused('it does not store scenes', status)
}

/** What was to be removed may be gone already. */
function settled(status: number): StepResult {
  const gone = [Zcl.Status.SUCCESS, Zcl.Status.NOT_FOUND, Zcl.Status.INVALID_FIELD]
  return gone.includes(status) ? done : refused('it does not let go', status)
}

function refused(what: string, status: number): StepResult {
  return { kind: 'refused', reason: `${what} (${Zcl.Status[status] ?? status})` }
}

/** The status of the answer, which lamps give in the cluster's own response or in the default one. */
async function ask(pace: Pace, send: () => Promise<unknown>): Promise<number> {
  try {
    const answer = await pace(send)
    if (typeof answer !== 'object' || answer === null) return Zcl.Status.SUCCESS
    if ('status' in answer && typeof answer.status === 'number') return answer.status
    if ('statusCode' in answer && typeof answer.statusCode === 'number') return answer.statusCode
    return Zcl.Status.SUCCESS
  } catch (error) {
    if (error instanceof Zcl.StatusError) return error.code
    throw error
  }
}
