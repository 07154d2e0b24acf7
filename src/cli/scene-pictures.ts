import { mkdir } from 'node:fs/promises'
import { serveRoomPage } from '../platform/room-page.ts'
import type { RoomDescription } from '../showroom/room.ts'
import type { Scene } from '../showroom/scene.ts'
import { type Cameras, takeScenes } from './preview-pictures.ts'
import { looksOfScene } from './scene-looks.ts'

/**
 * Writes how a room looks in each of these scenes of it, `<scene>-<camera>.png` into `folder`: one picture for each
 * camera, or a strip of pictures when the scene has moments. Resolves with an exit code.
 */
export async function drawScenes(
  bakedFolder: string,
  room: RoomDescription,
  scenes: readonly Scene[],
  folder: string,
  cameras?: Cameras,
): Promise<number> {
  await mkdir(folder, { recursive: true })
  const strips = scenes.map((scene) => {
    const frames = looksOfScene(room, scene).map((look) => ({
      caption: look.name,
      look: { ...look, name: `${scene.id} ${look.name}` },
    }))
    return { id: scene.id, title: scene.title.en, frames }
  })
  const looks = strips.flatMap(({ frames }) => frames.map(({ look }) => look))
  const server = await serveRoomPage({
    page: 'preview',
    roomFolder: bakedFolder,
    answers: { 'looks.json': looks },
  })
  try {
    return await takeScenes(server.url, strips, folder, cameras)
  } finally {
    await server.close()
  }
}
