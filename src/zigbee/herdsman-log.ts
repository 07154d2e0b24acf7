import { setLogger } from 'zigbee-herdsman'
import { setLogger as setConvertersLogger } from 'zigbee-herdsman-converters'
import type { Log } from '../showroom/log.ts'

type Words = string | (() => string)

/** Sixteen bytes in hexadecimal: herdsman writes the network's key out when it does not fit the stick. */
const keys = /\b[0-9a-f]{32}\b/gi

const say = () => {}
const silence = { debug: say, info: say, warning: say, error: say }

/** herdsman and its converters write of every frame that fails, and so of touches. Nobody asks them to, at any level. */
export function quietHerdsman(): void {
  setLogger(silence)
  setConvertersLogger(silence)
}

/**
 * While a stick starts it answers nobody's touch, and its adapter's words tell a technician why it does not. What herdsman
 * says meanwhile of devices may still be about touches of before. To be ended by what is returned.
 */
export function hearStart(log: Log): () => void {
  const tell = (words: Words, namespace: string) => {
    if (namespace.startsWith('zh:controller')) return
    const text = typeof words === 'function' ? words() : words
    log('debug', `herdsman: ${text.replace(keys, 'KEY')}`)
  }
  setLogger({ debug: say, info: tell, warning: tell, error: tell })
  return quietHerdsman
}
