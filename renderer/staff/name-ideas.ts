import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { Language } from '../../src/contract/words.ts'
import { textIn } from '../../src/contract/words.ts'

/**
 * What a screen's keyboard has no letters for is offered instead: whoever wants other words has a keyboard, on which
 * every line takes what its input method composes.
 */
const sceneIdeas: Readonly<Partial<Record<Language, readonly string[]>>> = {
  'zh-Hans': ['温馨', '明亮', '傍晚', '阅读', '聚会', '安静', '早晨', '电影'],
  ja: ['くつろぎ', '明るい', '夕暮れ', '読書', 'おもてなし', '静か', '朝', '映画'],
}

/** Names for a scene; none where the keyboard on the screen can write. */
export function sceneNames(language: Language): readonly string[] {
  return sceneIdeas[language] ?? []
}

/** Names for a device: those of the fixtures that it could stand at, its own first. */
export function deviceNames(
  language: Language,
  fixtures: readonly Pick<FixtureState, 'kind' | 'name'>[],
  kind: string,
): readonly string[] {
  if (sceneIdeas[language] === undefined) return []
  const names = fixtures.filter((fixture) => fixture.kind === kind).map(({ name }) => textIn(name, language))
  return [...new Set(names)]
}
