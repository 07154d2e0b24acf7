import { z } from 'zod'

/** Correlated colour temperature in kelvin. */
export const kelvin = z.number().min(1000).max(20000)
/** How far a dimmer is turned, 0..1; perceptual, as Zigbee's level is. 0 is the lowest a lit lamp can do. */
export const brightness = z.number().min(0).max(1)

/** The colour of a light: white of a colour temperature, or a CIE 1931 chromaticity. */
export const colour = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('kelvin'), kelvin }),
  z.strictObject({ mode: z.literal('xy'), x: z.number().min(0).max(1), y: z.number().min(0.001).max(1) }),
])
export type Colour = z.infer<typeof colour>
