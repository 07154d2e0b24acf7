import { z } from 'zod'
import { catalogue } from '../../scenes/furniture/catalogue.ts'

const described = z.object({
  properties: z.record(
    z.string(),
    z.object({
      description: z.string().optional(),
      default: z.unknown().optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      enum: z.array(z.string()).optional(),
    }),
  ),
})

/** Every kind of furniture, or those whose name has `part` in it, with its parameters, as text to read. */
export function furnitureList(part = ''): string {
  const kinds = Object.entries(catalogue).filter(([name]) => name.includes(part))
  return kinds
    .map(([name, { about, serves, directed, parameters }]) => {
      const body = serves === undefined ? '' : ` (the body of a ${serves}${directed ? ', with a beam' : ''})`
      const { properties } = described.parse(z.toJSONSchema(parameters, { io: 'input' }))
      const lines = Object.entries(properties).map(([key, told]) => {
        const range =
          told.enum?.join(' | ') ??
          (told.minimum === undefined ? '' : `${told.minimum} to ${told.maximum ?? 'any'}`)
        const usual = told.default === undefined ? '' : `; usually ${JSON.stringify(told.default)}`
        return `    ${key}: ${told.description ?? ''}${range === '' ? '' : ` (${range})`}${usual}\n`
      })
      return `${name}: ${about}${body}\n${lines.join('')}`
    })
    .join('')
}
