import { z } from 'zod'
import { type Language, languages } from '../../contract/words.ts'
import type { SourceFile } from '../content.ts'
import { type DataPath, type FileProblem, readYamlFile } from '../yaml-file.ts'

/** A text of a file, and the languages of the screen that it is not in. */
interface Untranslated {
  readonly path: DataPath
  readonly missing: readonly Language[]
}

/** Which files have texts that are not in every language the screen offers: one piece of advice for each file. */
export function translationAdvice(files: readonly SourceFile[]): FileProblem[] {
  return files.flatMap(({ path, text }) => {
    const read = readYamlFile(path, text, z.unknown())
    if (!read.ok) return []
    const found = untranslated(read.checked.value, [])
    const first = found[0]
    if (first === undefined) return []
    const missing = languages.filter((language) => found.some((one) => one.missing.includes(language)))
    const others = found.length - 1
    const texts = others === 0 ? 'is' : `and ${others} other ${others === 1 ? 'text' : 'texts'} are`
    return [
      read.checked.problemAt(
        first.path,
        `${texts} not in ${missing.join(', ')}: who reads that is shown English`,
        `write ${missing.map((language) => `"${language}: …"`).join(', ')}`,
      ),
    ]
  })
}

function untranslated(value: unknown, path: DataPath): Untranslated[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((inner, index) => untranslated(inner, [...path, index]))
  const keys = Object.keys(value)
  const isText = 'en' in value && keys.every((key) => languages.some((language) => language === key))
  if (!isText) return Object.entries(value).flatMap(([key, inner]) => untranslated(inner, [...path, key]))
  const missing = languages.filter((language) => !keys.includes(language))
  return missing.length === 0 ? [] : [{ path, missing }]
}
