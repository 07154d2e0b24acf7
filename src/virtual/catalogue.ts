import { z } from 'zod'
import file from './catalogue.json' with { type: 'json' }

const clusterIds = z.array(z.number().int().min(0).max(0xffff))

const catalogueEntry = z.strictObject({
  /** What people write: the model as reported, without control bytes. */
  name: z.string().min(1),
  product: z.string(),
  /** The model exactly as the device reports it. */
  model: z.string(),
  vendor: z.string(),
  kind: z.enum([
    'light',
    'plug',
    'blind',
    'motion',
    'contact',
    'leak',
    'climate',
    'remote',
    'purifier',
    'other',
  ]),
  manufacturerCode: z.number().int(),
  router: z.boolean(),
  /** As attribute 7 of the basic cluster counts: 1 mains, 3 battery. */
  powerSource: z.number().int(),
  macCapability: z.number().int(),
  endpoints: z.record(
    z.string().regex(/^\d+$/),
    z.strictObject({ profile: z.number(), device: z.number(), in: clusterIds, out: clusterIds }),
  ),
  attributes: z.strictObject({
    zclVersion: z.number().optional(),
    appVersion: z.number().optional(),
    stackVersion: z.number().optional(),
    hwVersion: z.number().optional(),
    dateCode: z.string().optional(),
    swBuildId: z.string().optional(),
  }),
  light: z
    .strictObject({
      lumens: z.number().positive(),
      colour: z.boolean(),
      mireds: z.strictObject({ min: z.number(), max: z.number() }).optional(),
    })
    .optional(),
  note: z.string().optional(),
  quirks: z.array(z.string()),
  confidence: z.string(),
  source: z.string(),
})
export type CatalogueEntry = z.infer<typeof catalogueEntry>

/** Every device that can be simulated, as read from public device databases; each entry names its source. */
export const catalogue: readonly CatalogueEntry[] = z
  .strictObject({ devices: z.array(catalogueEntry) })
  .parse(file).devices

/** Looks a model up by its name, or by the model as reported; null when it is not known. */
export function findModel(name: string): CatalogueEntry | null {
  return catalogue.find((entry) => entry.name === name || entry.model === name) ?? null
}

/** The models of the catalogue, and before them those that somebody brings himself. */
export class Models {
  private readonly own: readonly CatalogueEntry[]

  constructor(own: readonly CatalogueEntry[] = []) {
    this.own = own
  }

  find(name: string): CatalogueEntry | null {
    return this.own.find((entry) => entry.name === name || entry.model === name) ?? findModel(name)
  }

  names(): string[] {
    return [...new Set([...this.own, ...catalogue].map((entry) => entry.name))]
  }
}
