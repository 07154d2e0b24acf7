import {
  type Camera,
  type Group,
  type Intersection,
  type Material,
  Mesh,
  Raycaster,
  Vector2,
  Vector3,
} from 'three'
import type { BakedFixture } from '../../src/light/baked-room.ts'

/** A lamp's middle is within its shade, a sensor's in its case: so much in front of one does not hide it, metres. */
const slack = 0.25

/** What a ray into the room meets: tells whether furniture hides a fixture from where somebody looks. */
export class Sight {
  private readonly meshes: Group
  private readonly raycaster = new Raycaster()

  /** `meshes` carry the id of their fixture, where they have one, as `userData.fixture`. */
  constructor(meshes: Group) {
    this.meshes = meshes
  }

  /** Whether nothing stands between the camera and a fixture's middle. */
  sees(camera: Camera, fixture: BakedFixture): boolean {
    const middle = new Vector3(...fixture.centre)
    const towards = middle.clone().sub(camera.position)
    const distance = towards.length()
    this.raycaster.set(camera.position, towards.normalize())
    this.raycaster.far = distance
    const first = this.first()
    return first === null || isOf(first, fixture) || first.distance > distance - fixture.radius - slack
  }

  /** Whether a touch, given as -1..1 across the picture, falls on a fixture itself or within its ball. */
  falls(at: { x: number; y: number }, camera: Camera, fixture: BakedFixture): boolean {
    this.raycaster.setFromCamera(new Vector2(at.x, at.y), camera)
    this.raycaster.far = Number.POSITIVE_INFINITY
    const first = this.first()
    if (first === null) return false
    return isOf(first, fixture) || first.point.distanceTo(new Vector3(...fixture.centre)) <= fixture.radius
  }

  private first(): Intersection | null {
    return this.raycaster.intersectObject(this.meshes).find(isDrawn) ?? null
  }
}

function isOf({ object }: Intersection, fixture: BakedFixture): boolean {
  return object.userData.fixture === fixture.id
}

/** A raised blind is cut off at its roller; rays do not know of that. */
function isDrawn({ object, point }: Intersection): boolean {
  if (!(object instanceof Mesh)) return false
  const planes = (object.material as Material).clippingPlanes ?? []
  return planes.every((plane) => plane.distanceToPoint(point) >= 0)
}
