import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml'
import type { z } from 'zod'
import { type FileVersions, upgraded } from './file-version.ts'
import { hintFor, hintForKey, valueAt } from './hints.ts'

/** Something wrong in a file that a person wrote. Lines and columns count from 1. */
export interface FileProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Where in the file's data, such as "fixtures.pendant.kelvin"; empty for the file as a whole. */
  readonly path: string
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}

export type DataPath = readonly (string | number)[]

/** A file that passed its schema; `problemAt` names a place in it for checks that look further. */
export interface CheckedFile<T> {
  readonly value: T
  problemAt(path: DataPath, message: string, hint: string): FileProblem
}

export type FileResult<T> =
  | { readonly ok: true; readonly checked: CheckedFile<T>; readonly draft: CheckedFile<unknown> }
  | {
      readonly ok: false
      readonly problems: readonly FileProblem[]
      /** What stands in the file, when it could be read at all, for checks that look further all the same. */
      readonly draft: CheckedFile<unknown> | null
    }

export function problemsOf(result: FileResult<unknown>): readonly FileProblem[] {
  return result.ok ? [] : result.problems
}

/** No file that a person writes is larger, in characters; a bigger one is not even parsed. */
export const largestFile = 64 * 1024

/**
 * Reads YAML (JSON is YAML too) against a schema and finds every problem in one pass. A file of an older version is
 * first made what it would be today.
 */
export function readYamlFile<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  versions: FileVersions | null = null,
): FileResult<T> {
  if (text.length > largestFile) {
    const message = `the file is larger than ${largestFile} characters`
    return fail([{ file, line: 1, column: 1, path: '', message, hint: 'divide it into several files' }])
  }
  const lines = new LineCounter()
  // Aliases are not resolved beyond a few, so that a small file cannot unfold into a huge one.
  // Keys are compared below: the parser's own way takes seconds when there are thousands.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error', // What is odd is told as a problem, not printed with the file's words.
  })
  const at = (offset: number, path: DataPath, message: string, hint: string): FileProblem => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col), path: path.join('.'), message, hint }
  }
  if (document.errors.length > 0) {
    // Beyond so many, most follow from the first.
    const told = document.errors.slice(0, mostErrors)
    return fail(told.map((error) => at(error.pos[0], [], ...yamlWords(error))))
  }
  const repeated = repeatedKeys(document).map(({ offset, key }) =>
    at(offset, [], `"${key}" stands here twice`, 'keep one of them'),
  )
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return fail([...repeated, at(0, [], message, 'write out what "&" and "*" stand for')])
  }
  const problemAt = (path: DataPath, message: string, hint: string) =>
    at(offsetOf(document.contents, path), path, message, hint)
  if (isDeeperThan(data, deepest)) {
    const message = `lists and maps lie within each other more than ${deepest} deep`
    return fail([
      ...repeated,
      at(0, [], message, 'leave some levels out; docs/scene-format.md shows examples'),
    ])
  }
  const current = versions === null ? { ok: true as const, data } : upgraded(data, versions)
  if (!current.ok) return fail([...repeated, problemAt(['version'], current.message, current.hint)])
  data = current.data
  const parsed = schema.safeParse(data)
  const draft = { value: data, problemAt }
  if (parsed.success && repeated.length === 0)
    return { ok: true, checked: { value: parsed.data, problemAt }, draft }
  const issues = parsed.success ? [] : parsed.error.issues
  const problems = issues.flatMap((issue) => describeIssue(issue, problemAt, schema, data))
  return { ok: false, problems: [...repeated, ...problems], draft }
}

const mostErrors = 50
function yamlWords({ code, message }: { code: string; message: string }): [message: string, hint: string] {
  if (code === 'MULTIPLE_DOCS') return ['a second document begins here', 'leave out the line "---"']
  if (code === 'TAB_AS_INDENT') return ['a line begins with a tab', 'begin it with spaces']
  return [firstLine(message), yamlHint]
}
const yamlHint = 'mind the indentation, and that each bracket and quote is closed'

/** No file that means something nests deeper. */
const deepest = 30

function isDeeperThan(data: unknown, limit: number): boolean {
  if (typeof data !== 'object' || data === null) return false
  return limit === 0 || Object.values(data).some((part) => isDeeperThan(part, limit - 1))
}

function repeatedKeys(document: Document): { offset: number; key: string }[] {
  const found: { offset: number; key: string }[] = []
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) found.push({ offset: key.range?.[0] ?? 0, key: String(key.value) })
        seen.add(key.value)
      }
    },
  })
  return found
}

function fail(problems: readonly FileProblem[]): Extract<FileResult<never>, { ok: false }> {
  return { ok: false, problems, draft: null }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}

function describeIssue(
  issue: z.core.$ZodIssue,
  problemAt: CheckedFile<unknown>['problemAt'],
  schema: z.ZodType,
  data: unknown,
): FileProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problemAt([...path, key], `"${key}" is not known here`, hintForKey(key, schema)),
    )
  }
  if (issue.code === 'invalid_union') {
    const meant = meantBranch(issue)
    if (meant !== null && knowsAnyOf(meant, valueAt(data, issue.path))) {
      return meant.flatMap((inner) =>
        describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, problemAt, schema, data),
      )
    }
  }
  return [problemAt(path, messageOf(issue), hintFor(issue, data))]
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') return 'means nothing here'
  // What is wrong with a name says more than that it is wrong.
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    if (issue.message.endsWith('received undefined')) return 'is missing'
    const [, found = ''] = /received (\w+)$/.exec(issue.message) ?? []
    return `expected ${kindWords[issue.expected] ?? issue.expected}, and found ${kindWords[found] ?? found}`
  }
  const isUsual = /^Too (big|small)/.test(issue.message)
  const verb = 'origin' in issue && issue.origin === 'number' ? 'is' : 'has'
  if (isUsual && issue.code === 'too_big') return `${verb} more than ${issue.maximum}`
  if (isUsual && issue.code === 'too_small') return `${verb} less than ${issue.minimum}`
  return issue.message.replace(/^Invalid (input|option|discriminator value)[:.] ?/, '')
}

const kindWords: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
  NaN: 'what is no number',
}

/** Whether a branch knows any of the keys that stand there. */
function knowsAnyOf(branch: readonly z.core.$ZodIssue[], value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true
  const strange = branch.flatMap((inner) =>
    inner.code === 'unrecognized_keys' && inner.path.length === 0 ? inner.keys : [],
  )
  return strange.length < Object.keys(value).length
}

/** Of several ways to write something, the one that was meant: the one whose keys are known and mostly right. */
function meantBranch(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | null {
  const wrongness = (branch: readonly z.core.$ZodIssue[]) =>
    branch.reduce((sum, inner) => {
      if (inner.path.length > 0) return sum + 1
      return sum + (inner.code === 'unrecognized_keys' ? 10 * inner.keys.length : 100)
    }, 0)
  const sorted = issue.errors.toSorted((a, b) => wrongness(a) - wrongness(b))
  const [best] = sorted
  return best === undefined || best.length === 0 || wrongness(best) >= 100 ? null : best
}

/** The offset of the key or element that `path` ends in, or of the nearest parent that exists. */
function offsetOf(root: ParsedNode | null, path: DataPath): number {
  let node: unknown = root
  let offset = isNode(root) ? (root.range?.[0] ?? 0) : 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.findLast((item) => isPair(item) && String(item.key) === String(step))
      if (pair === undefined) return offset
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)]
      if (isNode(node)) offset = node.range?.[0] ?? offset
    } else {
      return offset
    }
  }
  return offset
}

/** One line a person can act on: "scenes/movie.yaml:7:3 fixtures.pendant.kelvin: …". */
export function problemSentence(problem: FileProblem): string {
  const where = `${problem.file}:${problem.line}:${problem.column}`
  return problem.path === '' ? `${where} ${problem.message}` : `${where} ${problem.path}: ${problem.message}`
}
