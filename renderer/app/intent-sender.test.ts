import { describe, expect, it } from 'vitest'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import type { Intent } from '../../src/contract/intent.ts'
import { IntentSender } from './intent-sender.ts'

const room = roomId.parse('den')
const dim = (brightness: number, steady: boolean, fixture = 'lamp'): Intent => ({
  kind: 'dim',
  room,
  fixture: fixtureId.parse(fixture),
  brightness,
  steady,
})

/** A showroom that answers when it is told to. */
class SlowShowroom {
  readonly heard: Intent[] = []
  private answers: (() => void)[] = []
  readonly sender = new IntentSender((intent) => {
    this.heard.push(intent)
    return new Promise((resolve) => this.answers.push(resolve))
  })

  async answer(): Promise<void> {
    this.answers.shift()?.()
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
}

describe('a drag', () => {
  it('has one call under way, skips what is out of date and always sends the last value', async () => {
    const showroom = new SlowShowroom()
    for (const value of [0.1, 0.2, 0.3]) showroom.sender.ask(dim(value, true))
    showroom.sender.ask(dim(0.4, false))
    expect(showroom.heard).toEqual([dim(0.1, true)])
    await showroom.answer()
    expect(showroom.heard).toEqual([dim(0.1, true), dim(0.4, false)])
    await showroom.answer()
    showroom.sender.ask(dim(0.5, false))
    expect(showroom.heard).toHaveLength(3)
  })

  it('does not hold up another lamp', () => {
    const showroom = new SlowShowroom()
    showroom.sender.ask(dim(0.1, true))
    showroom.sender.ask(dim(0.9, true, 'other'))
    expect(showroom.heard).toHaveLength(2)
  })

  it('goes on after a refusal', async () => {
    const heard: Intent[] = []
    const sender = new IntentSender(async (intent) => {
      heard.push(intent)
      throw new Error('refused')
    })
    sender.ask(dim(0.1, true))
    sender.ask(dim(0.2, false))
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    expect(heard).toEqual([dim(0.1, true), dim(0.2, false)])
  })
})
