import type { Content } from '../content.ts'
import type { FileProblem } from '../yaml-file.ts'
import { ruleAdvice } from './rule-advice.ts'
import { sceneAdvice } from './scene-advice.ts'

/** What works but was hardly meant: every piece of advice about good scenes and rules, in the order of their files. */
export function adviceOn(content: Content): FileProblem[] {
  const { rooms, sources, shop } = content
  const products = new Set(shop.products.keys())
  const roomOf = (id: string) => rooms.find((room) => room.id === id)
  return [
    ...sources.scenes.flatMap((file) => {
      const room = roomOf(file.value.room)
      return room === undefined ? [] : sceneAdvice(file, room, products)
    }),
    ...sources.rules.flatMap((file) => {
      const room = roomOf(file.value.room)
      return room === undefined ? [] : ruleAdvice(file, room, content)
    }),
  ]
}
