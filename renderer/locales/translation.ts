import type { Messages } from './en.ts'

type Part<T> = T extends string ? string : { readonly [K in keyof T]?: Part<T[K]> }

/**
 * Messages in a language that may lag behind English and Swedish: what it lacks is shown in English. A key that English
 * has not is an error here, so nothing stays behind when a message goes.
 */
export type Translation = Part<Messages>
