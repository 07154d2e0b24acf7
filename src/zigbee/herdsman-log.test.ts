import { afterEach, expect, it, vi } from 'vitest'
import * as herdsman from 'zigbee-herdsman/dist/utils/logger.js'
import * as converters from 'zigbee-herdsman-converters/lib/logger'
import { hearStart, quietHerdsman } from './herdsman-log.ts'

/** As herdsman's adapters and endpoints write, of a stick and of a touch. */
function speak(): void {
  herdsman.logger.info('Serialport opened', 'zh:zstack:znp')
  herdsman.logger.warning(
    () => `key ${'0123456789abcdef'.repeat(2)} does not fit`,
    'zh:adapter:zstack:manager',
  )
  herdsman.logger.debug('--> SREQ: AF - dataRequest', 'zh:zstack:znp')
  herdsman.logger.error('ZCL command 0x00158d0000000201/1 genOnOff.on({}) failed', 'zh:controller:endpoint')
  converters.logger.warning('Failed to convert a message of a lamp', 'zhc')
}

const levels = ['debug', 'info', 'warn', 'error'] as const
afterEach(() => {
  vi.restoreAllMocks()
  quietHerdsman()
})

it('herdsman is heard while a stick starts, of the stick alone, and never on a console', () => {
  const consoles = levels.map((level) => vi.spyOn(console, level).mockImplementation(() => {}))
  const said: string[] = []
  quietHerdsman()
  speak()
  const quiet = hearStart((level, sentence) => said.push(`${level}: ${sentence}`))
  speak()
  quiet()
  speak()
  expect(said).toEqual(['debug: herdsman: Serialport opened', 'debug: herdsman: key KEY does not fit'])
  for (const each of consoles) expect(each).not.toHaveBeenCalled()
})
