import type { TreeArrays } from './triangle-tree-build.ts'

/** Shorter than any gap in a room, longer than rounding errors: metres. */
const nearest = 1e-5

/**
 * Finds what a ray hits. The innermost loop of the baker: it works on flat arrays and allocates nothing. The
 * casts `as number` say what the arrays' lengths guarantee and the compiler cannot know.
 */
export class TriangleTree {
  /** Of the last ray that hit: distance in metres. */
  distance = 0
  /** The soup's number of the triangle. */
  triangle = -1
  /** Where in the triangle: weights of its second and third corner. */
  u = 0
  v = 0
  /** Whether its front was hit: the side from which its corners run anticlockwise. */
  front = true

  private readonly boxes: Float32Array
  private readonly links: Int32Array
  private readonly corners: Float32Array
  private readonly order: Int32Array
  private readonly stack = new Int32Array(128)
  /** Where along the ray the box of each waiting node begins. */
  private readonly begins = new Float64Array(128)
  /** What blocked the last ray: the next one of a shadow mostly meets it again. */
  private blocker = 0

  constructor(tree: TreeArrays) {
    this.boxes = tree.boxes
    this.links = tree.links
    this.corners = tree.corners
    this.order = tree.order
  }

  /** Whether anything lies on the ray before `far` metres; the direction has length 1. */
  blocked(x: number, y: number, z: number, dx: number, dy: number, dz: number, far: number): boolean {
    const { blocker } = this
    if (blocker < this.order.length && this.meet(blocker, x, y, z, dx, dy, dz) < far) return true
    this.blocker = this.trace(x, y, z, dx, dy, dz, far, true)
    if (this.blocker >= 0) return true
    this.blocker = blocker
    return false
  }

  /** Finds the closest triangle on the ray, whichever way it faces, and remembers it in the fields above. */
  closest(x: number, y: number, z: number, dx: number, dy: number, dz: number, far = 1e9): boolean {
    const found = this.trace(x, y, z, dx, dy, dz, far, false)
    if (found < 0) return false
    this.triangle = this.order[found] as number
    return true
  }

  /** The closest triangle on the ray, or any when that will do, in the tree's order; -1 where there is none. */
  private trace(
    x: number,
    y: number,
    z: number,
    dx: number,
    dy: number,
    dz: number,
    far: number,
    any: boolean,
  ): number {
    const { boxes, links, stack, begins } = this
    const ix = 1 / dx
    const iy = 1 / dy
    const iz = 1 / dz
    // Which side of a box the ray comes to first.
    const nearX = ix < 0 ? 3 : 0
    const nearY = iy < 0 ? 4 : 1
    const nearZ = iz < 0 ? 5 : 2
    let waiting = 0
    let best = far
    let found = -1
    let node = 0
    for (;;) {
      const link = node * 4
      const left = links[link] as number
      if (left < 0) {
        const start = links[link + 1] as number
        const end = start + (links[link + 2] as number)
        for (let i = start; i < end; i++) {
          const t = this.meet(i, x, y, z, dx, dy, dz)
          if (t >= best) continue
          if (any) return i
          best = t
          found = i
          this.distance = t
          this.u = metU
          this.v = metV
          this.front = metFront
        }
      } else {
        // Slabs (Kay and Kajiya 1986), of both children.
        const box = node * 12
        let enter = ((boxes[box + nearX] as number) - x) * ix
        let leave = ((boxes[box + 3 - nearX] as number) - x) * ix
        const enterY = ((boxes[box + nearY] as number) - y) * iy
        const leaveY = ((boxes[box + 5 - nearY] as number) - y) * iy
        if (enterY > enter) enter = enterY
        if (leaveY < leave) leave = leaveY
        const enterZ = ((boxes[box + nearZ] as number) - z) * iz
        const leaveZ = ((boxes[box + 7 - nearZ] as number) - z) * iz
        if (enterZ > enter) enter = enterZ
        if (leaveZ < leave) leave = leaveZ
        const missesLeft = leave < enter || leave < 0 || enter > best

        let other = ((boxes[box + 6 + nearX] as number) - x) * ix
        leave = ((boxes[box + 9 - nearX] as number) - x) * ix
        const otherY = ((boxes[box + 6 + nearY] as number) - y) * iy
        const leaveOtherY = ((boxes[box + 11 - nearY] as number) - y) * iy
        if (otherY > other) other = otherY
        if (leaveOtherY < leave) leave = leaveOtherY
        const otherZ = ((boxes[box + 6 + nearZ] as number) - z) * iz
        const leaveOtherZ = ((boxes[box + 13 - nearZ] as number) - z) * iz
        if (otherZ > other) other = otherZ
        if (leaveOtherZ < leave) leave = leaveOtherZ
        const missesRight = leave < other || leave < 0 || other > best

        const right = links[link + 3] as number
        if (!missesLeft) {
          if (missesRight) node = left
          else {
            // The one whose middle comes first.
            const apartX =
              (boxes[box] as number) +
              (boxes[box + 3] as number) -
              (boxes[box + 6] as number) -
              (boxes[box + 9] as number)
            const apartY =
              (boxes[box + 1] as number) +
              (boxes[box + 4] as number) -
              (boxes[box + 7] as number) -
              (boxes[box + 10] as number)
            const apartZ =
              (boxes[box + 2] as number) +
              (boxes[box + 5] as number) -
              (boxes[box + 8] as number) -
              (boxes[box + 11] as number)
            const leftFirst = apartX * dx + apartY * dy + apartZ * dz < 0
            stack[waiting] = leftFirst ? right : left
            begins[waiting++] = leftFirst ? other : enter
            node = leftFirst ? left : right
          }
          continue
        }
        if (!missesRight) {
          node = right
          continue
        }
      }
      do {
        if (waiting === 0) return found
        node = stack[--waiting] as number
      } while ((begins[waiting] as number) > best)
    }
  }

  /** How far along the ray a triangle lies, by its number in the tree's order; endless where it is missed. */
  private meet(i: number, x: number, y: number, z: number, dx: number, dy: number, dz: number): number {
    const { corners } = this
    // Möller and Trumbore 1997.
    const q = i * 9
    const e1x = corners[q + 3] as number
    const e1y = corners[q + 4] as number
    const e1z = corners[q + 5] as number
    const e2x = corners[q + 6] as number
    const e2y = corners[q + 7] as number
    const e2z = corners[q + 8] as number
    const px = dy * e2z - dz * e2y
    const py = dz * e2x - dx * e2z
    const pz = dx * e2y - dy * e2x
    const determinant = e1x * px + e1y * py + e1z * pz
    if (determinant > -1e-12 && determinant < 1e-12) return Number.POSITIVE_INFINITY
    const inverse = 1 / determinant
    const sx = x - (corners[q] as number)
    const sy = y - (corners[q + 1] as number)
    const sz = z - (corners[q + 2] as number)
    const u = (sx * px + sy * py + sz * pz) * inverse
    if (u < 0 || u > 1) return Number.POSITIVE_INFINITY
    const qx = sy * e1z - sz * e1y
    const qy = sz * e1x - sx * e1z
    const qz = sx * e1y - sy * e1x
    const v = (dx * qx + dy * qy + dz * qz) * inverse
    if (v < 0 || u + v > 1) return Number.POSITIVE_INFINITY
    const t = (e2x * qx + e2y * qy + e2z * qz) * inverse
    if (t <= nearest) return Number.POSITIVE_INFINITY
    metU = u
    metV = v
    metFront = determinant > 0
    return t
  }
}

/** Where in the triangle the last ray met it, and from which side. */
let metU = 0
let metV = 0
let metFront = true
