import {
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  PerspectiveCamera,
  PointLight,
  Scene,
  Texture,
  WebGLRenderer,
} from 'three'
import { drawingPower } from '../room/drawing-power.ts'
import { composedLook } from '../room/gaze.ts'
import { loadRoomFile } from '../room/room-file.ts'
import { roomUniforms } from '../room/surface-shader.ts'
import { buildSurfaces } from '../room/surfaces.ts'
import { useRoomTone } from '../room/tone.ts'
import { viewPoint } from '../room/view-point.ts'
import { finish } from './frames.ts'

/** What our room is measured against: the same triangles and textures, lit in real time or not at all. */
export type Rival = 'shadows' | 'unlit'

const lights = 6
const shadowTexels = 1024

/** Gives a function that draws one frame on `canvas` and tells the milliseconds it took. */
export async function buildRival(kind: Rival, url: string, canvas: HTMLCanvasElement): Promise<() => number> {
  const loaded = await loadRoomFile(url)
  const { antialias, slant } = drawingPower()
  const renderer = new WebGLRenderer({ canvas, antialias })
  renderer.setSize(canvas.clientWidth, canvas.clientHeight, false)
  useRoomTone(renderer)
  renderer.localClippingEnabled = true
  const scene = new Scene()
  const surfaces = buildSurfaces(loaded, new Texture(), roomUniforms(), slant)
  scene.add(surfaces.all)
  for (const mesh of surfaces.all.children) {
    if (!(mesh instanceof Mesh)) continue
    const { material } = mesh
    const known = material instanceof MeshBasicMaterial
    if (!known) continue
    // What we draw without reflections has to be lit in real time all the same.
    const { map, color, side, vertexColors, clippingPlanes } = material
    const same = { map, color, side, vertexColors, clippingPlanes }
    mesh.material = kind === 'unlit' ? new MeshBasicMaterial(same) : new MeshStandardMaterial(same)
    mesh.castShadow = true
    mesh.receiveShadow = true
  }
  if (kind === 'shadows') {
    renderer.shadowMap.enabled = true
    const lamps = loaded.room.fixtures.filter((fixture) => fixture.kind === 'light').slice(0, lights)
    for (const { centre, lumens } of lamps) {
      const light = new PointLight(0xffffff, lumens / (4 * Math.PI))
      light.position.set(...centre)
      light.castShadow = true
      light.shadow.mapSize.setScalar(shadowTexels)
      scene.add(light)
    }
  }
  const aspect = canvas.clientWidth / canvas.clientHeight
  const view = viewPoint(loaded.room, aspect, composedLook)
  const camera = new PerspectiveCamera(view.fov, aspect, 0.05, 40)
  camera.position.set(...view.from)
  camera.lookAt(...view.to)
  const gl = renderer.getContext() as WebGL2RenderingContext
  return () => {
    const started = performance.now()
    renderer.render(scene, camera)
    finish(gl)
    return performance.now() - started
  }
}
