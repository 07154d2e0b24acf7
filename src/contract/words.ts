import { z } from 'zod'

/** The languages the screen offers, as BCP 47 tags. */
export const languages = ['en', 'sv'] as const
export type Language = (typeof languages)[number]

/** One text in every language the screen offers; a missing language is an error in what people write. */
export const localizedText = z.strictObject({
  en: z.string().min(1).max(400),
  sv: z.string().min(1).max(400),
})
export type LocalizedText = z.infer<typeof localizedText>
