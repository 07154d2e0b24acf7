import type { FixtureId } from '../../src/contract/ids.ts'

/** A point on the picture, CSS pixels from its upper left corner. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A fixture that a finger has come down on. */
export interface Grip {
  readonly fixture: FixtureId
  /** Where its level stands, 0..1, 0 for a lamp that is off; null for what has none. */
  readonly level: number | null
  /** The lowest level that a drag leads to: a lamp is put out by a tap only. */
  readonly lowest: number
  /** Whether it has a colour to choose. */
  readonly dial: boolean
}

/** What fingers on the picture mean. */
export type Gesture =
  | { readonly kind: 'tap'; readonly fixture: FixtureId }
  /** `steady` is true while the finger still moves. */
  | { readonly kind: 'level'; readonly fixture: FixtureId; readonly level: number; readonly steady: boolean }
  | { readonly kind: 'dial'; readonly fixture: FixtureId }
  /** By so many radians. */
  | { readonly kind: 'turn'; readonly azimuth: number; readonly tilt: number }
  /** By this factor; above 1 is closer. */
  | { readonly kind: 'closer'; readonly factor: number }
  | { readonly kind: 'home' }

/** The picture that is touched, and the screen it is on, in CSS pixels. */
export interface TouchScale {
  readonly pxPerMm: number
  readonly pictureWidth: number
  readonly screenHeight: number
}

/** Fingers are not still: less than this is a tap, more is a drag. */
const stillMm = 8
/** Two taps this near each other in place and time are one double tap. */
const doubleTapMm = 20
const doubleTapMs = 400
/** A drag over this share of the screen's height runs a lamp's whole range. */
const fullRange = 1 / 3
/** A drag over the whole width of the picture turns the view so far, in radians. */
const fullTurn = Math.PI / 2

type Role =
  /** May still become anything. */
  | { readonly kind: 'undecided' }
  | { readonly kind: 'level'; fromY: number; fromLevel: number; level: number; told: boolean }
  | { readonly kind: 'view' }
  | { readonly kind: 'pinch'; readonly partner: number }
  /** Has done what it came for. */
  | { readonly kind: 'spent' }

interface Finger {
  readonly start: Point
  at: Point
  readonly grip: Grip | null
  role: Role
}

/**
 * Fingers on the picture. Each finger that comes down on a fixture owns it until it lifts, so that two fingers
 * dim two lamps; up and down moves the level, sideways turns the view, two fingers beside the lamps come
 * closer. Fingers are told apart by the browser's pointer ids.
 */
export class PictureTouch {
  private readonly scale: () => TouchScale
  private readonly fingers = new Map<number, Finger>()
  private lastTap: { at: Point; atMs: number } | null = null

  constructor(scale: () => TouchScale) {
    this.scale = scale
  }

  /** `grip` is what lies under the finger, if anything does. */
  down(id: number, at: Point, grip: Grip | null): void {
    const taken = [...this.fingers.values()].some((finger) => finger.grip?.fixture === grip?.fixture)
    const finger: Finger = { start: at, at, grip: taken ? null : grip, role: { kind: 'undecided' } }
    const partner = [...this.fingers].find(([, other]) => canPinch(finger, other))
    this.fingers.set(id, finger)
    if (partner === undefined) return
    finger.role = { kind: 'pinch', partner: partner[0] }
    partner[1].role = { kind: 'pinch', partner: id }
  }

  moved(id: number, to: Point): Gesture[] {
    const finger = this.fingers.get(id)
    if (finger === undefined) return []
    const from = finger.at
    finger.at = to
    switch (finger.role.kind) {
      case 'undecided':
        this.decide(finger)
        return []
      case 'level':
        return this.drag(finger, finger.role)
      case 'view':
        return [this.turn(from, to)]
      case 'pinch':
        return this.pinch(finger.role.partner, from, to)
      case 'spent':
        return []
    }
  }

  lifted(id: number, nowMs: number): Gesture[] {
    const finger = this.remove(id)
    if (finger?.role.kind !== 'undecided') return settled(finger)
    if (finger.grip === null) return this.tappedNothing(finger.start, nowMs)
    this.lastTap = null
    return [{ kind: 'tap', fixture: finger.grip.fixture }]
  }

  /** The browser took the pointer away: what was dragged stays where it is, and nothing was tapped. */
  cancelled(id: number): Gesture[] {
    return settled(this.remove(id))
  }

  /** The finger has been down for as long as a long press takes. */
  held(id: number): Gesture[] {
    const finger = this.fingers.get(id)
    if (finger?.role.kind !== 'undecided' || finger.grip?.dial !== true) return []
    finger.role = { kind: 'spent' }
    return [{ kind: 'dial', fixture: finger.grip.fixture }]
  }

  /** The fixtures that are being dragged, with the level each has come to. */
  get dragged(): readonly { fixture: FixtureId; level: number }[] {
    return [...this.fingers.values()].flatMap(({ grip, role }) =>
      grip !== null && role.kind === 'level' ? [{ fixture: grip.fixture, level: role.level }] : [],
    )
  }

  private decide(finger: Finger): void {
    const x = Math.abs(finger.at.x - finger.start.x)
    const y = Math.abs(finger.at.y - finger.start.y)
    if (Math.hypot(x, y) <= stillMm * this.scale().pxPerMm) return
    const level = finger.grip?.level ?? null
    // What follows counts from here, so that nothing jumps by the width of a tremble.
    finger.role =
      level !== null && y > x
        ? { kind: 'level', fromY: finger.at.y, fromLevel: level, level, told: false }
        : { kind: 'view' }
  }

  private drag(finger: Finger, role: Role & { kind: 'level' }): Gesture[] {
    const { fixture, lowest } = finger.grip ?? { fixture: null, lowest: 0 }
    if (fixture === null) return []
    const range = this.scale().screenHeight * fullRange
    const wanted = role.fromLevel + (role.fromY - finger.at.y) / range
    const asleep = !role.told && role.fromLevel < lowest && wanted <= role.fromLevel
    const level = asleep ? role.fromLevel : Math.min(1, Math.max(lowest, wanted))
    // Past an end the finger takes the scale along, so that turning round is felt at once.
    if (wanted > 1 || wanted < level) {
      role.fromY = finger.at.y
      role.fromLevel = level
    }
    if (asleep) return []
    role.level = level
    role.told = true
    return [{ kind: 'level', fixture, level, steady: true }]
  }

  private turn(from: Point, to: Point): Gesture {
    const { pictureWidth } = this.scale()
    const perPx = fullTurn / Math.max(1, pictureWidth)
    return { kind: 'turn', azimuth: -(to.x - from.x) * perPx, tilt: (to.y - from.y) * perPx }
  }

  private pinch(partner: number, from: Point, to: Point): Gesture[] {
    const other = this.fingers.get(partner)
    if (other === undefined) return []
    const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.at.x, point.y - other.at.y))
    return [{ kind: 'closer', factor: apart(to) / apart(from) }]
  }

  private tappedNothing(at: Point, nowMs: number): Gesture[] {
    const last = this.lastTap
    const near = doubleTapMm * this.scale().pxPerMm
    const double =
      last !== null &&
      nowMs - last.atMs <= doubleTapMs &&
      Math.hypot(at.x - last.at.x, at.y - last.at.y) <= near
    this.lastTap = double ? null : { at, atMs: nowMs }
    return double ? [{ kind: 'home' }] : []
  }

  private remove(id: number): Finger | undefined {
    const finger = this.fingers.get(id)
    this.fingers.delete(id)
    if (finger?.role.kind === 'pinch') {
      const partner = this.fingers.get(finger.role.partner)
      if (partner !== undefined) partner.role = { kind: 'spent' }
    }
    return finger
  }
}

/** Two fingers come closer together unless each has a lamp of its own, or one of them is busy. */
function canPinch(a: Finger, b: Finger): boolean {
  if (a.grip !== null && b.grip !== null) return false
  return b.role.kind === 'undecided' || b.role.kind === 'view'
}

function settled(finger: Finger | undefined): Gesture[] {
  if (finger?.role.kind !== 'level' || finger.grip === null || !finger.role.told) return []
  return [{ kind: 'level', fixture: finger.grip.fixture, level: finger.role.level, steady: false }]
}
