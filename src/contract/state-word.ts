import { z } from 'zod'

/** What a fixture can be found to be, in words: of motion, of a contact or blind, of a lamp or plug. */
export const stateWords = ['occupied', 'clear', 'open', 'closed', 'on', 'off'] as const
export const stateWord = z.enum(stateWords)
export type StateWord = z.infer<typeof stateWord>
