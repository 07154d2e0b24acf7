import { expect, test } from 'vitest'
import { planProblems } from '../bake/read-room.ts'
import { languages } from '../contract/words.ts'
import { readContentFolder } from '../platform/content-folder.ts'
import { adviceOn } from '../showroom/advice/content-advice.ts'
import { translationAdvice } from '../showroom/advice/translation-advice.ts'
import { readContent } from '../showroom/content.ts'
import { problemSentence } from '../showroom/yaml-file.ts'

const { files, unreadable } = await readContentFolder('scenes')
const content = readContent(files, unreadable, planProblems)

test('what is authored has no problem, in every language that the screen offers, and nothing in it is odd', () => {
  const found = [...content.problems, ...adviceOn(content), ...translationAdvice(files)]
  expect(found.map(problemSentence)).toEqual([])
})

test('the living room has ten scenes and three rules, and the wardrobe the closet’s', () => {
  const inRoom = (of: readonly { id: string; room: string }[], room: string) =>
    of.filter((each) => each.room === room).map(({ id }) => id)
  expect(inRoom(content.scenes, 'living-room')).toHaveLength(10)
  expect(inRoom(content.rules, 'living-room')).toHaveLength(3)
  expect(inRoom(content.rules, 'wardrobe')).toEqual(['walk-in'])
})

test.each([...content.scenes, ...content.rules].map((each) => [each.id, each.story] as const))(
  'the story of %s has two sentences in every language',
  (_, story) => {
    const sentences = languages.map((language) => {
      const segments = [
        ...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(story[language] ?? ''),
      ]
      return [language, segments.filter(({ segment }) => /\p{L}/u.test(segment)).length]
    })
    expect(sentences).toEqual(languages.map((language) => [language, 2]))
  },
)
