/** What one run has found out. Times are medians in milliseconds. */
export interface Measured {
  readonly standing: { readonly one: number; readonly twelve: number }
  readonly changing: { readonly one: number; readonly twelve: number }
  readonly shadows: number
  readonly unlit: number
  readonly drawCalls: number
  readonly triangles: number
  readonly idleFrames: number
  readonly firstPictureMs: number
  readonly drawnMs: number
  readonly interactiveMs: number
  readonly decodeMs: number
  /** Of the light as it lies in the repository, zipped. */
  readonly lightMegabytes: number
  readonly layerMegabytes: number
  /** Null when it was left out. */
  readonly bakeSeconds: number | null
}

export interface Bound {
  readonly what: string
  readonly value: number
  readonly most: number
  readonly kept: boolean
}

/** What was promised of the room, and whether this run kept it. */
export function bounds(found: Measured): Bound[] {
  const { standing, changing, shadows, unlit } = found
  const bound = (what: string, value: number, most: number): Bound => ({
    what,
    value,
    most,
    kept: value <= most,
  })
  return [
    bound('standing, 12 lamps / six shadow-casting lights', standing.twelve / shadows, 0.16),
    bound('standing, 12 lamps / unlit', standing.twelve / unlit, 2.5),
    bound('standing, 12 lamps / 1 lamp', standing.twelve / standing.one, 1.05),
    bound('changing, 12 lamps / six shadow-casting lights', changing.twelve / shadows, 0.2),
    bound('changing, 12 lamps / unlit', changing.twelve / unlit, 3.3),
    bound('changing, 12 lamps / 1 lamp', changing.twelve / changing.one, 1.3),
    bound('frames drawn in 10 s of idling', found.idleFrames, 0),
    bound('draw calls', found.drawCalls, 60),
    bound('triangles', found.triangles, 250_000),
    bound('layers on the graphics card, MB', found.layerMegabytes, 60),
    bound('first picture (a photograph) after navigation, ms', found.firstPictureMs, 1500),
    bound('the room itself after navigation, ms', found.drawnMs, 1500),
    bound('a touch is taken after navigation, ms', found.interactiveMs, 2500),
    bound('decoding of the light by itself, ms', found.decodeMs, 500),
    bound('light in the repository, MB', found.lightMegabytes, 8),
    ...(found.bakeSeconds === null ? [] : [bound('bake, s', found.bakeSeconds, 180)]),
  ]
}

export function table(rows: readonly Bound[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length))
  return rows
    .map(({ what, value, most, kept }) => {
      const shown = Number.isInteger(value) ? String(value) : value.toPrecision(3)
      return `${what.padEnd(width)}  ${shown.padStart(8)}  ≤ ${String(most).padEnd(7)} ${kept ? 'kept' : 'NOT KEPT'}`
    })
    .join('\n')
}
