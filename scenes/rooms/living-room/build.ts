import { benchHeight, mediaBench } from '../../furniture/bench.ts'
import { coffeeTable, coffeeTableHeight, tableStillLife } from '../../furniture/coffee-table.ts'
import { curtains } from '../../furniture/curtains.ts'
import { panelDoor } from '../../furniture/door.ts'
import {
  domePendant,
  drumFloorLamp,
  globeTableLamp,
  lightStrip,
  paperLantern,
  readingLamp,
} from '../../furniture/lamps.ts'
import { motionSensor } from '../../furniture/motion-sensor.ts'
import { framedPrint } from '../../furniture/pictures.ts'
import { type FixturePlaces, type Piece, place, type RoomModel, together } from '../../furniture/piece.ts'
import { plant } from '../../furniture/plant.ts'
import { recordPlayer } from '../../furniture/record-player.ts'
import { remoteControl } from '../../furniture/remote-control.ts'
import { rollerBlind } from '../../furniture/roller-blind.ts'
import { roomShell } from '../../furniture/room-shell.ts'
import { rug } from '../../furniture/rug.ts'
import { shelf, shelfSize } from '../../furniture/shelf.ts'
import { sofa } from '../../furniture/sofa.ts'
import { casementWindow } from '../../furniture/window.ts'

const size = {
  width: 4.3,
  height: 2.55,
  back: -2.2,
  front: 3.0,
  window: { z: -0.55, width: 1.7, sill: 0.85, top: 2.12 },
} as const
const left = -size.width / 2
const right = size.width / 2

/** A living room of 4.3 by 5.2 metres: window to the left, sofa opposite, shelf and door to the right. */
export function buildRoom(at: FixturePlaces): RoomModel {
  const { parts, emitters } = together([roomShell(size), ...windowWall(at), ...seating(at), ...rightWall(at)])
  const { z, width, sill, top } = size.window
  return {
    parts,
    emitters,
    window: {
      centre: [left - 0.15, (sill + top) / 2, z],
      u: [0, 0, -width / 2],
      v: [0, (top - sill) / 2, 0],
    },
  }
}

function windowWall(at: FixturePlaces): Piece[] {
  const { z, width, sill, top } = size.window
  const bench = left + 0.24
  const [lampX, lampY, lampZ] = at('table-lamp')
  const [playerX, , playerZ] = at('record-player')
  return [
    place(casementWindow({ width, height: top - sill, reveal: 0.16 }), [left, (sill + top) / 2, z]),
    place(rollerBlind('window-blind', width - 0.03, top - sill), at('window-blind')),
    place(curtains(width, 2.33), [left + 0.09, 2.36, z]),
    place(mediaBench(1.6), [bench, 0, -0.6]),
    place(globeTableLamp('table-lamp', lampY - benchHeight), [lampX, lampY, lampZ]),
    place(recordPlayer('record-player'), [playerX, benchHeight, playerZ]),
    place(paperLantern('window-lamp', size.height - at('window-lamp')[1]), at('window-lamp')),
    place(plant(11), [-1.6, 0, -1.74], 0.4),
  ]
}

function seating(at: FixturePlaces): Piece[] {
  const middle = 0.2
  const table = [0.1, 0, 0.35] as const
  const [remoteX, , remoteZ] = at('sofa-remote')
  const reading = at('reading-spot')
  return [
    place(rug(2.5, 1.7), [0.1, 0, 0.2]),
    place(sofa(), [middle, 0, size.back + 0.55]),
    place(coffeeTable(), table),
    place(tableStillLife(), [table[0], coffeeTableHeight, table[2]]),
    place(remoteControl('sofa-remote'), [remoteX, coffeeTableHeight, remoteZ], 0.4),
    place(domePendant('pendant', size.height - at('pendant')[1]), at('pendant')),
    place(drumFloorLamp('floor-lamp', at('floor-lamp')[1]), at('floor-lamp')),
    place(readingLamp('reading-spot', [0.3, -1, 0.3], [-0.08, 0.06, size.back - reading[2]]), reading),
    place(framedPrint('art-sun', 0.54, 0.74), [middle - 0.36, 1.49, size.back]),
    place(framedPrint('art-leaf', 0.42, 0.54), [middle + 0.24, 1.59, size.back]),
    place(framedPrint('art-hills', 0.42, 0.3, 'black'), [middle + 0.24, 1.13, size.back]),
  ]
}

function rightWall(at: FixturePlaces): Piece[] {
  const strip = at('shelf-strip')
  const { width } = shelfSize(4, 4)
  return [
    place(
      shelf(4, [
        ['basket', 'basket', 'books', 'basket'],
        ['books', 'pot', 'books', 'books'],
        ['stack', 'books', 'empty', 'books'],
        ['books', 'books', 'pot', 'stack'],
      ]),
      [right, 0, strip[2]],
    ),
    place(lightStrip('shelf-strip', width - 0.06), strip),
    place(panelDoor(), [right, 0, 0.2]),
    place(motionSensor('doorway-sensor'), at('doorway-sensor')),
  ]
}
