/** How far light is spread around each surface, in pixels. */
const spreadRounds = 3

/** The pixels of a square light map that surfaces use, row by row, and how they lie to each other. */
export class LightMapPixels {
  readonly size: number
  /** One bit a pixel, lowest bit first. */
  readonly mask: Uint8Array
  readonly count: number
  /** Row times size plus column of each used pixel. */
  readonly pixel: Int32Array
  /** The used pixel to the left, above, and above to the left of each; -1 where there is none. */
  readonly left: Int32Array
  readonly above: Int32Array
  readonly corner: Int32Array
  /** Runs of used pixels, from one to before another, that all have these three neighbours. */
  readonly inner: Int32Array
  /** Which block of two by two each is in; blocks are numbered as they are first met. */
  readonly block: Int32Array
  readonly blocks: number
  private readonly ofPixel: Int32Array

  /** `mask` has a bit for each pixel; bits beyond the last do not count. */
  constructor(size: number, mask: Uint8Array) {
    this.size = size
    const pixels = size * size
    this.mask = mask.subarray(0, Math.ceil(pixels / 8))
    this.ofPixel = new Int32Array(pixels).fill(-1)
    const used = new Int32Array(pixels)
    let count = 0
    for (let at = 0; at < pixels; at++) {
      if ((((mask[at >> 3] as number) >> (at & 7)) & 1) === 0) continue
      this.ofPixel[at] = count
      used[count++] = at
    }
    this.count = count
    this.pixel = used.slice(0, count)
    this.left = new Int32Array(count)
    this.above = new Int32Array(count)
    this.corner = new Int32Array(count)
    this.block = new Int32Array(count)
    const half = Math.ceil(size / 2)
    const blockAt = new Int32Array(half * half).fill(-1)
    let blocks = 0
    for (let t = 0; t < count; t++) {
      const at = used[t] as number
      const x = at % size
      const y = (at - x) / size
      this.left[t] = x > 0 ? (this.ofPixel[at - 1] as number) : -1
      this.above[t] = y > 0 ? (this.ofPixel[at - size] as number) : -1
      this.corner[t] = x > 0 && y > 0 ? (this.ofPixel[at - size - 1] as number) : -1
      const b = (y >> 1) * half + (x >> 1)
      if ((blockAt[b] as number) < 0) blockAt[b] = blocks++
      this.block[t] = blockAt[b] as number
    }
    this.blocks = blocks
    this.inner = this.innerRuns()
  }

  static where(size: number, used: (pixel: number) => boolean): LightMapPixels {
    const mask = new Uint8Array(Math.ceil((size * size) / 8))
    for (let at = 0; at < size * size; at++)
      if (used(at)) mask[at >> 3] = (mask[at >> 3] as number) | (1 << (at & 7))
    return new LightMapPixels(size, mask)
  }

  private innerRuns(): Int32Array {
    const runs: number[] = []
    let within = false
    for (let t = 0; t <= this.count; t++) {
      const inner =
        t < this.count &&
        (this.left[t] as number) >= 0 &&
        (this.above[t] as number) >= 0 &&
        (this.corner[t] as number) >= 0
      if (inner !== within) runs.push(t)
      within = inner
    }
    return Int32Array.from(runs)
  }

  /** Pairs of an unused pixel near a surface and the used pixel whose light it shows. */
  spread(): Int32Array {
    const { size, ofPixel } = this
    const source = new Int32Array(size * size).fill(-1)
    for (const at of this.pixel) source[at] = at
    // Each pixel is given light once at most.
    const pairs = new Int32Array(2 * (source.length - this.count))
    let given = 0
    // Only what has an empty neighbour spreads.
    let edge: ArrayLike<number> = this.pixel.filter(
      (at) =>
        (ofPixel[at + 1] ?? 0) < 0 ||
        (ofPixel[at - 1] ?? 0) < 0 ||
        (ofPixel[at + size] ?? 0) < 0 ||
        (ofPixel[at - size] ?? 0) < 0 ||
        (ofPixel[at + size + 1] ?? 0) < 0 ||
        (ofPixel[at + size - 1] ?? 0) < 0 ||
        (ofPixel[at - size + 1] ?? 0) < 0 ||
        (ofPixel[at - size - 1] ?? 0) < 0,
    )
    const next = new Int32Array(source.length - this.count)
    for (let round = 0; round < spreadRounds; round++) {
      let reached = 0
      for (const [dx, dy] of neighbours)
        for (let i = 0; i < edge.length; i++) {
          const at = edge[i] as number
          const x = (at % size) + dx
          const other = at + dy * size + dx
          if (x < 0 || x >= size || other < 0 || other >= source.length) continue
          if ((source[other] as number) >= 0) continue
          source[other] = source[at] as number
          pairs[given++] = other
          pairs[given++] = source[at] as number
          next[reached++] = other
        }
      edge = next.slice(0, reached)
    }
    return pairs.slice(0, given)
  }
}

/** Straight neighbours first: they are nearer. */
const neighbours = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const
