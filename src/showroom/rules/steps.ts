import { type Scene, type SceneTarget, targetsOfScene } from '../scene.ts'
import type { Step } from './rule.ts'

/** Every step of a list, those within others too. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => {
    if ('together' in step) return [step, ...step.together.flatMap(allSteps)]
    return 'if' in step ? [step, ...allSteps([...step.do, ...step.else])] : [step]
  })
}

/** All that steps ask of each fixture, by themselves and by the scenes that they play. */
export function targetsOfSteps(
  steps: readonly Step[],
  scenes: readonly Scene[],
): ReadonlyMap<string, readonly SceneTarget[]> {
  const asked = new Map<string, SceneTarget[]>()
  const note = (id: string, targets: readonly SceneTarget[]) =>
    asked.set(id, [...(asked.get(id) ?? []), ...targets])
  for (const step of allSteps(steps)) {
    if ('set' in step) for (const [id, target] of Object.entries(step.set)) note(id, [target])
    if (!('play' in step)) continue
    const scene = scenes.find(({ id }) => id === step.play)
    if (scene !== undefined) for (const [id, targets] of targetsOfScene(scene)) note(id, targets)
  }
  return asked
}
