import { css, type PatternRecipe } from './pattern-canvas.ts'

type Draw = PatternRecipe['draw']

/** Boards of random lengths, each a little lighter or darker, with grain and dark joints. */
const planks: Draw = (g, size, next, albedo) => {
  const rows = 8
  const high = size / rows
  for (let row = 0; row < rows; row++) {
    let x = -next() * size * 0.4
    const first = x
    while (x < first + size) {
      const wide = Math.min(size * (0.36 + next() * 0.3), first + size - x)
      const board = {
        tone: 0.8 + 0.4 * next(),
        warm: next(),
        lines: Array.from({ length: 34 }, () => [next(), next(), next(), next()]),
      }
      for (const shift of [0, size]) {
        g.save()
        g.beginPath()
        g.rect(x + shift, row * high, wide, high)
        g.clip()
        g.fillStyle = css(
          [albedo[0] * (1 + 0.06 * board.warm), albedo[1], albedo[2] * (1 - 0.1 * board.warm)],
          board.tone,
        )
        g.fillRect(x + shift, row * high, wide, high)
        for (const [a = 0, b = 0, c = 0, d = 0] of board.lines) {
          g.strokeStyle =
            a < 0.55 ? `rgba(50,24,8,${0.03 + b * 0.09})` : `rgba(240,200,150,${0.03 + b * 0.08})`
          g.lineWidth = 0.5 + c * 1.8
          const y = (row + d) * high
          g.beginPath()
          g.moveTo(x + shift, y)
          g.bezierCurveTo(
            x + shift + wide * 0.3,
            y + (a - 0.5) * 16,
            x + shift + wide * 0.6,
            y + (c - 0.5) * 16,
            x + shift + wide,
            y + (b - 0.5) * 8,
          )
          g.stroke()
        }
        g.fillStyle = 'rgba(25,12,4,0.55)'
        g.fillRect(x + shift, row * high, 1.6, high)
        g.restore()
      }
      x += wide
    }
    g.fillStyle = 'rgba(25,12,4,0.6)'
    g.fillRect(0, row * high, size, 1.6)
  }
}

/** Fine grain along u. */
const wood: Draw = (g, size, next) => {
  for (let i = 0; i < 320; i++) {
    const y = next() * size
    g.strokeStyle =
      next() < 0.5 ? `rgba(50,24,8,${0.03 + next() * 0.08})` : `rgba(245,205,150,${0.03 + next() * 0.07})`
    g.lineWidth = 0.5 + next() * 2
    g.beginPath()
    g.moveTo(0, y)
    g.bezierCurveTo(size * 0.33, y + next() * 14 - 7, size * 0.66, y + next() * 14 - 7, size, y)
    g.stroke()
  }
}

/** Threads over and under, `cell` pixels wide. */
function threads(cell: number, strength: number): Draw {
  return (g, size, next) => {
    for (let y = 0; y < size; y += cell)
      for (let x = 0; x < size; x += cell) {
        const over = ((x + y) / cell) & 1
        g.fillStyle = over
          ? `rgba(255,255,255,${strength * next()})`
          : `rgba(0,0,0,${strength * (0.4 + next())})`
        g.fillRect(x, y, over ? cell : cell - 1, over ? cell - 1 : cell)
      }
  }
}

/** Short loops of yarn in every direction. */
const wool: Draw = (g, size, next) => {
  for (let i = 0; i < 5200; i++) {
    const x = next() * size
    const y = next() * size
    const angle = next() * Math.PI
    const length = 3 + next() * 5
    g.strokeStyle =
      next() < 0.5 ? `rgba(0,0,0,${0.05 + next() * 0.1})` : `rgba(255,255,255,${0.05 + next() * 0.13})`
    g.lineWidth = 1 + next() * 1.6
    for (const sx of [0, x > size - 10 ? -size : size])
      for (const sy of [0, y > size - 10 ? -size : size]) {
        g.beginPath()
        g.moveTo(x + sx, y + sy)
        g.lineTo(x + sx + Math.cos(angle) * length, y + sy + Math.sin(angle) * length)
        g.stroke()
      }
  }
}

/** Thick knotted wool with thin lines that cross, drawn by a hand that did not measure. */
const berber: Draw = (g, size, next, albedo) => {
  wool(g, size, next, albedo)
  for (let i = 0; i < 16000; i++) {
    const x = next() * size
    const y = next() * size
    g.fillStyle =
      next() < 0.5 ? `rgba(60,40,20,${0.05 + next() * 0.1})` : `rgba(255,250,240,${0.05 + next() * 0.14})`
    g.fillRect(x, y, 2 + next() * 3, 2 + next() * 3)
  }
  const wander = (t: number, seed: number) =>
    size * 0.012 * (Math.sin(t * 6.283 * 2 + seed) + 0.6 * Math.sin(t * 6.283 * 5 + seed * 2))
  for (const [slope, seed] of [
    [1, 0.4],
    [-1, 2.1],
  ] as const)
    for (let step = 0; step <= 220; step++) {
      const t = step / 220
      for (const shift of [-size, 0, size])
        for (let knot = 0; knot < 5; knot++) {
          g.fillStyle = `rgba(62,44,32,${0.35 + 0.3 * next()})`
          const x = t * size + wander(t, seed) + (next() - 0.5) * size * 0.014
          const y = (slope > 0 ? t : 1 - t) * size + shift + (next() - 0.5) * size * 0.02
          g.fillRect(x, y, size * 0.006, size * 0.006)
        }
    }
}

/** Paint from a roller: barely seen, but no wall is one flat colour. */
const plaster: Draw = (g, size, next) => {
  for (let i = 0; i < 2600; i++) {
    const radius = 1 + next() * 4
    g.fillStyle = next() < 0.5 ? 'rgba(0,0,0,0.012)' : 'rgba(255,255,255,0.016)'
    g.beginPath()
    g.arc(next() * size, next() * size, radius, 0, 7)
    g.fill()
  }
}

/** A leaf along v: a pale midrib, veins, a darker middle. */
const leaf: Draw = (g, size) => {
  const shade = g.createLinearGradient(0, 0, size, 0)
  shade.addColorStop(0, 'rgba(255,255,210,0.16)')
  shade.addColorStop(0.5, 'rgba(0,20,0,0.3)')
  shade.addColorStop(1, 'rgba(255,255,210,0.16)')
  g.fillStyle = shade
  g.fillRect(0, 0, size, size)
  g.strokeStyle = 'rgba(220,235,170,0.5)'
  g.lineWidth = size * 0.025
  g.beginPath()
  g.moveTo(size / 2, 0)
  g.lineTo(size / 2, size)
  g.stroke()
  g.lineWidth = size * 0.008
  for (let i = 0; i < 9; i++)
    for (const side of [-1, 1]) {
      const y = size * (0.96 - i * 0.11)
      g.beginPath()
      g.moveTo(size / 2, y)
      g.quadraticCurveTo(
        size * (0.5 + side * 0.25),
        y - size * 0.05,
        size * (0.5 + side * 0.5),
        y - size * 0.16,
      )
      g.stroke()
    }
}

const basket: Draw = (g, size, next) => {
  const cell = size / 16
  for (let row = 0; row < 16; row++)
    for (let column = 0; column < 16; column++) {
      const shade = 0.14 + 0.12 * next()
      const over = (row + column) & 1
      const fill = g.createLinearGradient(0, row * cell, 0, (row + 1) * cell)
      fill.addColorStop(0, `rgba(30,14,2,${shade + 0.2})`)
      fill.addColorStop(0.4, `rgba(255,225,170,${over ? 0.22 : 0.05})`)
      fill.addColorStop(1, `rgba(30,14,2,${shade + 0.25})`)
      g.fillStyle = fill
      g.fillRect(column * cell, row * cell, cell, cell)
      if (!over) {
        g.fillStyle = 'rgba(20,10,2,0.25)'
        g.fillRect(column * cell, row * cell, cell * 0.16, cell)
      }
    }
}

/** A record, seen from above: grooves, and a sheen. */
const grooves: Draw = (g, size, next) => {
  const middle = size / 2
  for (let radius = size * 0.17; radius < middle; radius += 2.2) {
    g.strokeStyle = `rgba(255,255,255,${0.02 + next() * 0.05})`
    g.lineWidth = 1
    g.beginPath()
    g.arc(middle, middle, radius, 0, 7)
    g.stroke()
  }
  g.fillStyle = 'rgba(255,255,255,0.09)'
  for (const angle of [0.4, 3.6]) {
    g.beginPath()
    g.moveTo(middle, middle)
    g.arc(middle, middle, middle, angle, angle + 0.35)
    g.fill()
  }
}

const label: Draw = (g, size) => {
  g.fillStyle = 'rgba(255,240,215,0.9)'
  g.beginPath()
  g.arc(size / 2, size / 2, size / 2, 0.2, 1.6)
  g.lineTo(size / 2, size / 2)
  g.fill()
  g.fillStyle = 'rgba(20,10,8,0.9)'
  g.beginPath()
  g.arc(size / 2, size / 2, size * 0.06, 0, 7)
  g.fill()
}

function disc(g: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  g.fillStyle = colour
  g.beginPath()
  g.arc(x, y, radius, 0, 7)
  g.fill()
}

const artSun: Draw = (g, s) => {
  g.fillStyle = '#ece0cb'
  g.fillRect(0, 0, s, s)
  disc(g, s * 0.56, s * 0.36, s * 0.24, '#cf5f33')
  g.fillStyle = '#d9a24a'
  g.beginPath()
  g.ellipse(s * 0.34, s * 0.92, s * 0.5, s * 0.34, 0, Math.PI, 0)
  g.fill()
  g.fillStyle = '#4a5442'
  g.beginPath()
  g.ellipse(s * 0.82, s * 1.0, s * 0.44, s * 0.36, 0, Math.PI, 0)
  g.fill()
}

const artLeaf: Draw = (g, s) => {
  g.fillStyle = '#e7e1d0'
  g.fillRect(0, 0, s, s)
  g.strokeStyle = '#47553f'
  g.fillStyle = '#66765a'
  g.lineWidth = s * 0.012
  g.beginPath()
  g.moveTo(s * 0.5, s * 0.96)
  g.quadraticCurveTo(s * 0.44, s * 0.5, s * 0.52, s * 0.12)
  g.stroke()
  for (let i = 0; i < 5; i++)
    for (const side of [-1, 1]) {
      const y = s * (0.26 + i * 0.13)
      g.beginPath()
      g.ellipse(s * 0.5 + side * s * 0.15, y, s * 0.15, s * 0.045, side * -0.5, 0, 7)
      g.fill()
    }
}

const artHills: Draw = (g, s) => {
  const sky = g.createLinearGradient(0, 0, 0, s)
  sky.addColorStop(0, '#c9d3d4')
  sky.addColorStop(1, '#efe0c6')
  g.fillStyle = sky
  g.fillRect(0, 0, s, s)
  ;['#8fa3a0', '#5f7a76', '#35504e'].forEach((colour, i) => {
    g.fillStyle = colour
    g.beginPath()
    g.moveTo(0, s)
    for (let x = 0; x <= s; x += 4)
      g.lineTo(x, s * (0.5 + i * 0.15) + Math.sin((x / s) * (5 + i * 2) + i * 2.2) * s * (0.09 - i * 0.015))
    g.lineTo(s, s)
    g.fill()
  })
}

/** What the builders' materials may ask for. */
export const patterns: Readonly<Record<string, PatternRecipe>> = {
  planks: { pixels: 1024, metres: 1.5, draw: planks },
  wood: { pixels: 512, metres: 0.7, draw: wood },
  weave: { pixels: 256, metres: 0.11, draw: threads(4, 0.16) },
  linen: { pixels: 256, metres: 0.16, draw: threads(2, 0.09) },
  wool: { pixels: 512, metres: 0.32, draw: wool },
  berber: { pixels: 1024, metres: 0.62, draw: berber },
  plaster: { pixels: 512, metres: 1.1, draw: plaster },
  leaf: { pixels: 128, metres: null, draw: leaf },
  basket: { pixels: 256, metres: 0.22, draw: basket },
  grooves: { pixels: 256, metres: null, draw: grooves },
  label: { pixels: 64, metres: null, draw: label },
  'art-sun': { pixels: 512, metres: null, draw: artSun },
  'art-leaf': { pixels: 512, metres: null, draw: artLeaf },
  'art-hills': { pixels: 512, metres: null, draw: artHills },
}
