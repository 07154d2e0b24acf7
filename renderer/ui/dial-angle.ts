/** Where a touch falls on a dial's ring, as a share 0..1 of an arc of so many degrees that is open at the bottom. */
export function shareAtAngle(dx: number, dy: number, arc: number): number {
  const fromTop = (Math.atan2(dx, -dy) * 180) / Math.PI
  const along = (fromTop + arc / 2 + 720) % 360
  if (along <= arc) return along / arc
  return along > arc + (360 - arc) / 2 ? 0 : 1
}

/** Clockwise from the top, degrees. */
export function angleOfShare(share: number, arc: number): number {
  return share * arc - arc / 2
}
