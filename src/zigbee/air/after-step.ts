import { type LampRecord, sceneKey } from './air-record.ts'
import type { LampStep } from './lamp-steps.ts'
import type { StepResult } from './perform-step.ts'

/** What is known of a lamp after a step. */
export function afterStep(lamp: LampRecord, step: LampStep, result: StepResult): LampRecord {
  if (result.kind === 'refused') return { ...lamp, refusal: result.reason }
  if (result.kind === 'no-tenths') return { ...lamp, knowsTenths: false }
  if (result.kind === 'full') return { ...lamp, room: Object.keys(lamp.scenes).length }
  switch (step.kind) {
    case 'join':
      return { ...lamp, groups: [...lamp.groups, step.group], scenes: without(lamp.scenes, step.group) }
    case 'leave': // A lamp that leaves a group forgets its scenes (ZCL 8, 3.7.2.4.3).
      return {
        ...lamp,
        groups: lamp.groups.filter((group) => group !== step.group),
        scenes: without(lamp.scenes, step.group),
      }
    case 'forget': {
      const { [sceneKey(step.group, step.scene)]: _gone, ...scenes } = lamp.scenes
      return { ...lamp, scenes }
    }
    case 'store': {
      const scenes = { ...lamp.scenes, [sceneKey(step.group, step.scene)]: step.part.key }
      return { ...lamp, scenes }
    }
  }
}

function without(scenes: LampRecord['scenes'], group: number): LampRecord['scenes'] {
  return Object.fromEntries(Object.entries(scenes).filter(([key]) => !key.startsWith(`${group}/`)))
}
