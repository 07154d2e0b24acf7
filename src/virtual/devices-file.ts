import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { type Ieee, parseIeee } from './bytes.ts'
import { findModel, knownModels } from './catalogue.ts'

/** A list of devices that cannot be used, with the line that is wrong. */
export class DevicesFileError extends Error {
  readonly code = 'DEVICES_FILE'
}

export interface ListedDevice {
  readonly ieee: Ieee
  readonly model: string
  /** How far it stands from the coordinator; one hop when the list does not say. */
  readonly hops: number
}

/**
 * Reads a list like `scenes/virtual-showroom.yaml`: `version: 1` and `devices` with an address and a model each, and
 * `hops` (1 to 3) where a device stands further away.
 * Other fields, such as the fixture a device is bound to, are somebody else's.
 */
export function readDevicesFile(text: string, fileName: string): ListedDevice[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const fail = (sentence: string, offset: number | undefined): never => {
    const where = offset === undefined ? '' : `:${lines.linePos(offset).line}`
    throw new DevicesFileError(`${fileName}${where}: ${sentence}`)
  }
  const [problem] = document.errors
  if (problem !== undefined) fail(problem.message.split('\n')[0] ?? 'not YAML', problem.pos[0])
  const list = isMap(document.contents) ? document.contents.get('devices', true) : undefined
  if (!isSeq(list)) return fail('needs a list "devices".', document.contents?.range?.[0])
  const seen = new Set<Ieee>()
  return list.items.map((item) => {
    if (!isMap(item)) return fail('each device is a map with "ieee" and "model".', rangeOf(item))
    const model = scalarOf(item, 'model')
    if (typeof model.value !== 'string') return fail('a device needs a "model".', item.range?.[0])
    const entry = findModel(model.value)
    if (entry === null) {
      return fail(
        `there is no model "${model.value}". Known models: ${knownModels().join(', ')}.`,
        model.offset,
      )
    }
    const address = scalarOf(item, 'ieee')
    const ieee = typeof address.value === 'string' ? parseIeee(address.value) : null
    if (ieee === null)
      return fail('a device needs an "ieee" like "0x00158d0000000101", in quotes.', item.range?.[0])
    if (seen.has(ieee)) return fail(`the address ${ieee} is listed twice.`, address.offset)
    seen.add(ieee)
    const hops = scalarOf(item, 'hops')
    const distance = hops.value ?? 1
    if (distance !== 1 && distance !== 2 && distance !== 3) return fail('"hops" are 1, 2 or 3.', hops.offset)
    return { ieee, model: entry.name, hops: distance }
  })
}

function scalarOf(item: YAMLMap, key: string): { value: unknown; offset: number | undefined } {
  const node = item.get(key, true)
  return isScalar(node)
    ? { value: node.value, offset: node.range?.[0] }
    : { value: undefined, offset: undefined }
}

function rangeOf(node: unknown): number | undefined {
  return isScalar(node) ? node.range?.[0] : undefined
}
