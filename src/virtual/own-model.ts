import { z } from 'zod'
import { type CatalogueEntry, findModel } from './catalogue.ts'

const uint16 = z.number().int().min(0).max(0xffff)
const uint8 = z.number().int().min(0).max(0xff)
const clusters = z
  .array(uint16)
  .refine((ids) => new Set(ids).size === ids.length, 'names a cluster twice')
  .default([])

/** Cluster and device numbers of the specifications that tell what an endpoint is. */
const cluster = {
  basic: 0x0000,
  onOff: 0x0006,
  level: 0x0008,
  covering: 0x0102,
  fan: 0x0202,
  colour: 0x0300,
  temperature: 0x0402,
  humidity: 0x0405,
  occupancy: 0x0406,
  zone: 0x0500,
} as const
/** Lamps of ZHA 1.2 and ZLL that carry a colour cluster for all colours, not only for white. */
const colourLamps = [0x0102, 0x010d, 0x0200, 0x0210]
/** On/off light, dimmable light, colour lights, and ZLL's own numbers for them. */
const lampDevices = [0x0100, 0x0101, 0x0102, 0x010c, 0x010d, 0x0200, 0x0210, 0x0220]
const zllProfile = 0xc05e
const zllLampDevices = [...lampDevices, 0x0000]

/** Bits of attribute 0x400a of the colour cluster (ZCL 5.2.2.2.1.16). */
const capability = { hue: 0x01, xy: 0x08, temperature: 0x10 } as const
/** What a lamp does that names no range, and gives that states no light: a 60 W bulb's. */
const usualMireds = { min: 153, max: 500 }
const usualLumens = 806

/** A model as public device databases describe it. What is not named here is somebody else's and left alone. */
const publicModel = z.object({
  modelID: z.string().min(1),
  vendor: z.string().min(1),
  manufacturerCode: uint16,
  type: z.enum(['Router', 'EndDevice']),
  endpoints: z
    .record(
      z.string().regex(/^([1-9]|[1-9]\d|1\d\d|2[0-4]\d)$/, 'is an endpoint from 1 to 249'),
      z.object({ profile: uint16, device: uint16, in: clusters, out: clusters }),
    )
    .refine(
      (endpoints) => Object.values(endpoints).some(({ in: input }) => input.includes(cluster.basic)),
      'needs an endpoint with the basic cluster (0) under "in": nobody could ask the device what it is',
    ),
  product: z.string().optional(),
  powerSource: uint8.optional(),
  macCapability: uint8.optional(),
  kind: z
    .enum(['light', 'plug', 'blind', 'motion', 'contact', 'leak', 'climate', 'remote', 'purifier', 'other'])
    .optional(),
  lumens: z.number().positive().optional(),
  attrs: z
    .object({
      zclVersion: uint8.optional(),
      appVersion: uint8.optional(),
      stackVersion: uint8.optional(),
      hwVersion: uint8.optional(),
      dateCode: z.string().max(16).optional(),
      swBuildId: z.string().max(16).optional(),
      colorCapabilities: uint16.optional(),
      ctMin: uint16.optional(),
      ctMax: uint16.optional(),
    })
    .default({}),
  quirks: z.array(z.string()).default([]),
  confidence: z.string().default('not stated'),
  source: z.string().default('not stated'),
})
type PublicModel = z.infer<typeof publicModel>

/** What is wrong with a model, and where in it. */
export interface ModelProblem {
  readonly sentence: string
  readonly path: readonly PropertyKey[]
}

/** Makes a model of what a public device database says of it. */
export function readOwnModel(value: unknown): { model: CatalogueEntry } | { problem: ModelProblem } {
  const read = publicModel.safeParse(value)
  if (read.success) return { model: entryOf(read.data) }
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const name = path.map(String).join('.')
  const reason = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message
  return {
    problem: { path, sentence: `the model's "${name}" is not right: ${reason}.` },
  }
}

function entryOf(model: PublicModel): CatalogueEntry {
  const known = findModel(model.modelID)
  const router = model.type === 'Router'
  const kind = model.kind ?? known?.kind ?? kindOf(model)
  const { colorCapabilities, ctMin, ctMax, ...attributes } = model.attrs
  return {
    name: known?.name ?? printable(model.modelID),
    product: model.product ?? printable(model.modelID),
    model: model.modelID,
    vendor: model.vendor,
    kind,
    manufacturerCode: model.manufacturerCode,
    router,
    powerSource: model.powerSource ?? (router ? 1 : 3),
    macCapability: model.macCapability ?? (router ? 0x8e : 0x80),
    endpoints: model.endpoints,
    attributes,
    ...(kind === 'light' ? { light: lightOf(model) } : {}),
    quirks: model.quirks,
    confidence: model.confidence,
    source: model.source,
  }
}

/** Some models carry control bytes in their name, which nobody can type. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '').trim()
}

function kindOf({ endpoints, product = '', modelID }: PublicModel): CatalogueEntry['kind'] {
  const all = Object.values(endpoints)
  const has = (id: number) => all.some((endpoint) => endpoint.in.includes(id))
  const text = `${product} ${modelID}`
  const lamp = all.some(({ profile, device }) =>
    (profile === zllProfile ? zllLampDevices : lampDevices).includes(device),
  )
  if (has(cluster.onOff) && (has(cluster.colour) || lamp)) return 'light'
  if (has(cluster.covering)) return 'blind'
  if (has(cluster.occupancy)) return 'motion'
  if (has(cluster.zone)) {
    if (/motion|occupancy|presence|\bpir\b/i.test(text)) return 'motion'
    return /leak|water|flood/i.test(text) ? 'leak' : 'contact'
  }
  if (has(cluster.onOff)) return 'plug'
  if (has(cluster.temperature) || has(cluster.humidity)) return 'climate'
  if (has(cluster.fan)) return 'purifier'
  const sends = (id: number) => all.some((endpoint) => endpoint.out.includes(id))
  return sends(cluster.onOff) || sends(cluster.level) ? 'remote' : 'other'
}

function lightOf({ endpoints, attrs, quirks, lumens }: PublicModel): NonNullable<CatalogueEntry['light']> {
  const all = Object.values(endpoints)
  const coloured = all.some((endpoint) => endpoint.in.includes(cluster.colour))
  const flux = { lumens: lumens ?? usualLumens }
  if (!coloured) return { ...flux, colour: false }
  const { colorCapabilities: can } = attrs
  const colour =
    can === undefined
      ? all.some(({ device }) => colourLamps.includes(device)) && attrs.ctMin === undefined
      : (can & (capability.xy | capability.hue)) !== 0
  const tunable = can === undefined || (can & capability.temperature) !== 0
  if (!tunable) return { ...flux, colour }
  const mireds = { ...usualMireds, ...miredsIn(quirks) }
  return { ...flux, colour, mireds: { min: attrs.ctMin ?? mireds.min, max: attrs.ctMax ?? mireds.max } }
}

/** Databases note the range of white as "250..454 mired". */
function miredsIn(notes: readonly string[]): { min: number; max: number } | null {
  const [, min, max] = /(\d{2,3})\s*(?:\.\.|-|–|to)\s*(\d{2,3})\s*mired/i.exec(notes.join('\n')) ?? []
  return min === undefined || max === undefined ? null : { min: Number(min), max: Number(max) }
}
