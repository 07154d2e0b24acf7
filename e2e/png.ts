import { inflateSync } from 'node:zlib'

/** Of a PNG as browsers write them: its size in pixels, and how bright it is on average, 0..1. */
export function pngFacts(png: Buffer): { width: number; height: number; brightness: number } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const channels = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels)
  let sum = 0
  for (let i = 0; i < pixels.length; i += channels)
    sum += (pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0)
  return { width, height, brightness: sum / (width * height * 3 * 255) }
}

/** Each row begins with the number of its filter (PNG specification, section 9). */
function unfiltered(data: Buffer, stride: number, rows: number, step: number): Buffer {
  const out = Buffer.alloc(stride * rows)
  const at = (row: number, x: number) => (row < 0 || x < 0 ? 0 : (out[row * stride + x] ?? 0))
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const [left, up, corner] = [at(row, x - step), at(row - 1, x), at(row - 1, x - step)]
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[row * stride + x] = (data[row * (stride + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const near = (value: number) => Math.abs(left + up - corner - value)
  if (near(left) <= near(up) && near(left) <= near(corner)) return left
  return near(up) <= near(corner) ? up : corner
}
