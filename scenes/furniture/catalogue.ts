import { armchair } from './armchair.ts'
import { mediaBench } from './bench.ts'
import { bookcase } from './bookcase.ts'
import { clothesRack } from './clothes-rack.ts'
import { coffeeTable, stillLife } from './coffee-table.ts'
import { curtains } from './curtains.ts'
import type { Furniture } from './furniture.ts'
import { domePendant, paperLantern } from './hanging-lamps.ts'
import { lightStrip } from './light-strip.ts'
import { motionSensor } from './motion-sensor.ts'
import { framedPrint } from './pictures.ts'
import { plant } from './plant.ts'
import { recordPlayer } from './record-player.ts'
import { remoteControl } from './remote-control.ts'
import { rollerBlind } from './roller-blind.ts'
import { rug } from './rug.ts'
import { shelf } from './shelf.ts'
import {
  bookPile,
  cable,
  jugOnTable,
  shallowBowl,
  sideTable,
  smallPlant,
  socket,
  vaseOnTable,
} from './small-things.ts'
import { cushion, sofa, throwBlanket } from './sofa.ts'
import { candleLamp, drumFloorLamp, floorSpot, globeTableLamp, mushroomLamp } from './standing-lamps.ts'
import { pictureLight, readingLamp } from './wall-lamps.ts'

/** All kinds of furniture, by the names that a room's description calls them. */
export const catalogue: Readonly<Record<string, Furniture>> = {
  armchair,
  bookcase,
  'book-pile': bookPile,
  bowl: shallowBowl,
  cable,
  'candle-lamp': candleLamp,
  'clothes-rack': clothesRack,
  'coffee-table': coffeeTable,
  curtains,
  cushion,
  'dome-pendant': domePendant,
  'drum-floor-lamp': drumFloorLamp,
  'floor-spot': floorSpot,
  'framed-print': framedPrint,
  'globe-table-lamp': globeTableLamp,
  jug: jugOnTable,
  'light-strip': lightStrip,
  'media-bench': mediaBench,
  'motion-sensor': motionSensor,
  'mushroom-lamp': mushroomLamp,
  'paper-lantern': paperLantern,
  'picture-light': pictureLight,
  plant,
  'reading-lamp': readingLamp,
  'record-player': recordPlayer,
  'remote-control': remoteControl,
  'roller-blind': rollerBlind,
  rug,
  shelf,
  'side-table': sideTable,
  'small-plant': smallPlant,
  socket,
  sofa,
  'still-life': stillLife,
  throw: throwBlanket,
  vase: vaseOnTable,
}
