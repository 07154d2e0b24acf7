import { join } from 'node:path'
import { bakeRoom, isFresh } from './bake-room.ts'
import { committedBake, copyBake, roomNames } from './room-folders.ts'
import { bakeQualities } from './settings.ts'

// The build's part: every room's bake into out/rooms. A fresh one that lies beside its room is copied. A room
// that is still being furnished has none: a draft is baked, unless what lies in out/rooms is of the room as it is.
const rooms = join('scenes', 'rooms')
for (const name of await roomNames(rooms)) {
  const roomFolder = join(rooms, name)
  const outFolder = join('out', 'rooms', name)
  const committed = committedBake(roomFolder)
  if (await isFresh(roomFolder, committed)) await copyBake(committed, outFolder)
  else if (!(await isFresh(roomFolder, outFolder)))
    await bakeRoom({ roomFolder, outFolder, ...bakeQualities.draft })
}
