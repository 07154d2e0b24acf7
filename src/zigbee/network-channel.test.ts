import { describe, expect, it } from 'vitest'
import { lightChannels, quietestChannel } from './network-channel.ts'

const heard = (energies: Record<number, number>) =>
  new Map(Object.entries(energies).map(([channel, energy]) => [Number(channel), energy]))

describe('the channel', () => {
  it('is the quietest of those for lights', () => {
    expect(quietestChannel(heard({ 11: 120, 15: 40, 20: 130, 25: 90 }), 20)).toBe(15)
    expect(lightChannels).toContain(quietestChannel(heard({ 11: 1, 12: 0, 26: 0 }), 20))
  })

  it('stays when another is hardly better', () => {
    expect(quietestChannel(heard({ 11: 70, 15: 62, 20: 70, 25: 65 }), 20)).toBe(20)
  })

  it('of equals is the one farthest from Wi-Fi', () => {
    expect(quietestChannel(heard({ 11: 20, 15: 20, 20: 90, 25: 20 }), 20)).toBe(25)
  })

  it('stays when nothing was heard', () => {
    expect(quietestChannel(new Map(), 20)).toBe(20)
  })
})
