/** Sliders count in whole per cent, the contract in 0..1. A lit lamp never says 0 %: its lowest is 1 %. */
export const lowestLampPercent = 1

export function percentOf(share: number, lowest: number): number {
  return Math.min(100, Math.max(lowest, Math.round(share * 100)))
}

export function shareOf(percent: number): number {
  return percent / 100
}
