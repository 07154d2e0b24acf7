import { createHash } from 'node:crypto'
import { isMap, isNode, isSeq, LineCounter, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { formatIeee, type Ieee, parseIeee } from './bytes.ts'
import { type CatalogueEntry, Models } from './catalogue.ts'
import { readOwnModel } from './own-model.ts'

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

export interface DevicesFile {
  readonly devices: readonly ListedDevice[]
  /** Models that the file describes itself. */
  readonly models: readonly CatalogueEntry[]
}

/** Addresses of devices that are listed without one: locally administered, so nobody's. */
const inventedPrefix = '02158d'

/**
 * Reads a list of devices like `scenes/virtual-showroom.yaml`: `devices` with an address and a model each, and
 * `hops` (1 to 3) where a device stands further away. A file may describe models of its own, under `models` or in
 * the list itself, as public device databases do (`own-model.ts`). Other fields, such as the fixture a device is
 * bound to, are somebody else's.
 */
export function readDevicesFile(text: string, fileName: string): DevicesFile {
  return new Reader(text, fileName).read()
}

class Reader {
  private readonly fileName: string
  private readonly lines = new LineCounter()
  private readonly document
  private readonly own = new Map<YAMLMap, CatalogueEntry>()

  constructor(text: string, fileName: string) {
    this.fileName = fileName
    this.document = parseDocument(text, { lineCounter: this.lines })
  }

  read(): DevicesFile {
    const [problem] = this.document.errors
    if (problem !== undefined) this.fail(problem.message.split('\n')[0] ?? 'not YAML', problem.pos[0])
    const root = this.document.contents
    const list = isMap(root) ? root.get('devices', true) : undefined
    if (!isMap(root) || !isSeq(list)) return this.fail('needs a list "devices".', offsetOf(root))
    const described = root.get('models', true)
    if (described !== undefined && !isSeq(described)) {
      return this.fail('"models" is a list of models.', offsetOf(described))
    }
    const items = this.maps(list, 'each device is a map with "ieee" and "model".')
    const models = described === undefined ? [] : this.maps(described, 'each model is a map.')
    for (const item of [...models, ...items.filter((item) => item.has('endpoints'))]) this.describe(item)
    const known = new Models([...this.own.values()])
    const seen = new Set<Ieee>()
    const devices = items.map((item) => {
      const model = this.modelOf(item, known)
      const ieee = this.addressOf(item, model)
      if (seen.has(ieee))
        return this.fail(`the address ${ieee} is listed twice.`, offsetOf(item.get('ieee', true)))
      seen.add(ieee)
      return { ieee, model, hops: this.hopsOf(item) }
    })
    return { devices, models: [...this.own.values()] }
  }

  private maps(list: YAMLSeq, otherwise: string): YAMLMap[] {
    return list.items.map((item) => (isMap(item) ? item : this.fail(otherwise, offsetOf(item))))
  }

  private describe(item: YAMLMap): void {
    const read = readOwnModel(item.toJS(this.document))
    if ('problem' in read) {
      this.fail(read.problem.sentence, offsetOf(nearest(item, read.problem.path)))
    }
    const twin = [...this.own.values()].find((model) => model.name === read.model.name)
    if (twin !== undefined) this.fail(`the model "${twin.name}" is described twice.`, offsetOf(item))
    this.own.set(item, read.model)
  }

  private modelOf(item: YAMLMap, known: Models): string {
    const own = this.own.get(item)
    if (own !== undefined) return own.name
    const model = item.get('model') ?? item.get('modelID')
    const where = offsetOf(item.get('model', true) ?? item.get('modelID', true) ?? item)
    if (typeof model !== 'string') return this.fail('a device needs a "model".', where)
    const entry = known.find(model)
    if (entry !== null) return entry.name
    return this.fail(`there is no model "${model}". Known models: ${known.names().join(', ')}.`, where)
  }

  /** A model that the list describes may stand there without an address: its name gives it the same one always. */
  private addressOf(item: YAMLMap, model: string): Ieee {
    if (this.own.has(item) && !item.has('ieee')) {
      const digest = createHash('sha256').update(model).digest('hex')
      return formatIeee(Buffer.from(inventedPrefix + digest.slice(0, 10), 'hex').reverse())
    }
    const address = item.get('ieee')
    const ieee = typeof address === 'string' ? parseIeee(address) : null
    if (ieee !== null) return ieee
    const where = offsetOf(item.get('ieee', true) ?? item)
    return this.fail('a device needs an "ieee" like "0x00158d0000000101", in quotes.', where)
  }

  private hopsOf(item: YAMLMap): number {
    const hops = item.get('hops') ?? 1
    if (hops === 1 || hops === 2 || hops === 3) return hops
    return this.fail('"hops" are 1, 2 or 3.', offsetOf(item.get('hops', true)))
  }

  private fail(sentence: string, offset: number | undefined): never {
    const where = offset === undefined ? '' : `:${this.lines.linePos(offset).line}`
    throw new DevicesFileError(`${this.fileName}${where}: ${sentence}`)
  }
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

/** The part of a map that a path leads to, or where it ends too early. */
function nearest(from: YAMLMap, path: readonly PropertyKey[]): unknown {
  let node: unknown = from
  for (const step of path) {
    const key = String(step)
    const next: unknown =
      isMap(node) || isSeq(node) ? (node.get(key, true) ?? node.get(Number(key), true)) : undefined
    if (next === undefined) return node
    node = next
  }
  return node
}
