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
  /** Three a node: from the middle of its right child to the middle of its left one, twice as long. */
  private readonly apart: Float64Array
  private readonly stack = new Int32Array(128)

  constructor(tree: TreeArrays) {
    this.boxes = tree.boxes
    this.links = tree.links
    this.corners = tree.corners
    this.order = tree.order
    this.apart = betweenChildren(tree)
  }

  /** Whether anything lies on the ray before `far` metres; the direction has length 1. */
  blocked(x: number, y: number, z: number, dx: number, dy: number, dz: number, far: number): boolean {
    return this.trace(x, y, z, dx, dy, dz, far, true)
  }

  /** Finds the closest triangle on the ray, whichever way it faces, and remembers it in the fields above. */
  closest(x: number, y: number, z: number, dx: number, dy: number, dz: number, far = 1e9): boolean {
    return this.trace(x, y, z, dx, dy, dz, far, false)
  }

  private trace(
    x: number,
    y: number,
    z: number,
    dx: number,
    dy: number,
    dz: number,
    far: number,
    any: boolean,
  ): boolean {
    const { boxes, links, corners, stack, apart } = this
    const ix = 1 / dx
    const iy = 1 / dy
    const iz = 1 / dz
    // Which side of a box the ray comes to first.
    const nearX = ix < 0 ? 3 : 0
    const nearY = iy < 0 ? 4 : 1
    const nearZ = iz < 0 ? 5 : 2
    let waiting = 1
    let best = far
    let found = -1
    stack[0] = 0
    while (waiting > 0) {
      const node = stack[--waiting] as number
      const box = node * 6
      // Slabs (Kay and Kajiya 1986).
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
      if (leave < enter || leave < 0 || enter > best) continue

      const link = node * 4
      const left = links[link] as number
      if (left < 0) {
        const start = links[link + 1] as number
        const end = start + (links[link + 2] as number)
        for (let i = start; i < end; i++) {
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
          if (determinant > -1e-12 && determinant < 1e-12) continue
          const inverse = 1 / determinant
          const sx = x - (corners[q] as number)
          const sy = y - (corners[q + 1] as number)
          const sz = z - (corners[q + 2] as number)
          const u = (sx * px + sy * py + sz * pz) * inverse
          if (u < 0 || u > 1) continue
          const qx = sy * e1z - sz * e1y
          const qy = sz * e1x - sx * e1z
          const qz = sx * e1y - sy * e1x
          const v = (dx * qx + dy * qy + dz * qz) * inverse
          if (v < 0 || u + v > 1) continue
          const t = (e2x * qx + e2y * qy + e2z * qz) * inverse
          if (t > nearest && t < best) {
            if (any) return true
            best = t
            found = i
            this.u = u
            this.v = v
            this.front = determinant > 0
          }
        }
        continue
      }
      // The nearer child goes on the stack last, so that it is looked into first.
      const right = links[link + 3] as number
      const middle = node * 3
      const towards =
        (apart[middle] as number) * dx +
        (apart[middle + 1] as number) * dy +
        (apart[middle + 2] as number) * dz
      stack[waiting++] = towards < 0 ? right : left
      stack[waiting++] = towards < 0 ? left : right
    }
    if (found < 0) return false
    this.distance = best
    this.triangle = this.order[found] as number
    return true
  }
}

function betweenChildren({ boxes, links }: TreeArrays): Float64Array {
  const apart = new Float64Array(boxes.length / 2)
  for (let node = 0; node < links.length / 4; node++) {
    const left = (links[node * 4] as number) * 6
    const right = (links[node * 4 + 3] as number) * 6
    if (left < 0) continue
    for (let axis = 0; axis < 3; axis++)
      apart[node * 3 + axis] =
        (boxes[left + axis] as number) +
        (boxes[left + 3 + axis] as number) -
        (boxes[right + axis] as number) -
        (boxes[right + 3 + axis] as number)
  }
  return apart
}
