/** How busy a channel is, in a word. */
export type Traffic = 'quiet' | 'some' | 'busy'

/**
 * An energy scan tells 0 to 255 over a range of 40 dB or more, from 10 dB above what the receiver can hear (IEEE
 * 802.15.4, 6.9.7). Below a third of that nobody is near; above half of it frames get lost.
 */
const [someFrom, busyFrom] = [85, 130]

export function trafficOf(energy: number): Traffic {
  if (energy >= busyFrom) return 'busy'
  return energy >= someFrom ? 'some' : 'quiet'
}
