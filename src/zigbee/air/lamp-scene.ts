import type { Colour } from '../../contract/colour.ts'
import type { LightAbility } from '../../contract/fixture-state.ts'
import { kelvinToChromaticity } from '../../light/planckian-locus.ts'
import type { DeviceCommand } from '../../showroom/device.ts'
import type { LampQuirks } from '../quirks.ts'
import { chromaticityOf, levelOf, miredOf, tenthsOf } from '../zcl-scale.ts'

export type LightCommand = Extract<DeviceCommand, { kind: 'light' }>

/** An extension field set of ZCL's scenes (ZCL 8, 3.7.2.4.2): what one cluster shall be. */
export interface SceneField {
  readonly clstId: number
  readonly len: number
  readonly extField: readonly number[]
}

/** What one lamp stores under one scene number. */
export interface ScenePart {
  readonly tenths: number
  readonly fields: readonly SceneField[]
  /** Equal texts are equal parts. */
  readonly key: string
}

/**
 * What one lamp does in a scene: its main part, and before it the prelude, for lamps that honour a transition on
 * one attribute at a time: their colour is set at once, then the level takes its time.
 */
export interface LampScene {
  readonly prelude: ScenePart | null
  readonly main: ScenePart
  /** It fades to the bottom and is switched off there: lamps are known to stay on when a scene says "off". */
  readonly thenOff: boolean
}

/** What counts of a lamp when it stores a scene. */
export interface LampTraits {
  readonly ability: LightAbility
  readonly quirks: LampQuirks
}

/**
 * A lamp's part of a scene, or null when it cannot be said in a stored scene. "Off" is never stored: IKEA's white
 * spectrum lamps stay lit at a stored "off" and say that they are off (deconz #3135, zigbee2mqtt #5153).
 */
export function lampScene(command: LightCommand, { ability, quirks }: LampTraits): LampScene | null {
  const tenths = tenthsOf(command.transitionMs)
  if (command.on === false) {
    return { prelude: null, main: part(tenths, [levelField(quirks.lowestLevel)]), thenOff: true }
  }
  if (command.brightness === undefined) return null
  const level = levelField(Math.max(quirks.lowestLevel, levelOf(command.brightness)))
  const colour = colourField(command.colour, ability)
  if (colour === null) return { prelude: null, main: part(tenths, [lit, level]), thenOff: false }
  if (!quirks.oneTransitionAtATime || tenths === 0) {
    return { prelude: null, main: part(tenths, [lit, colour, level]), thenOff: false }
  }
  return {
    prelude: part(0, [colour]),
    main: part(tenths, [lit, level]),
    thenOff: false,
  }
}

function part(tenths: number, fields: readonly SceneField[]): ScenePart {
  return { tenths, fields, key: `${fieldsKey(fields)} in ${tenths}` }
}

const lit: SceneField = { clstId: 6, len: 1, extField: [1] }

function levelField(level: number): SceneField {
  return { clstId: 8, len: 1, extField: [level] }
}

/**
 * White is stored as chromaticity and as colour temperature: lamps before ZCL 7 know only the first (and IKEA's
 * own gateway stores it so, zigbee2mqtt #4926), later ones prefer the second.
 */
function colourField(colour: Colour | undefined, ability: LightAbility): SceneField | null {
  if (colour?.mode === 'kelvin' && ability.kelvin !== null) {
    const { x, y } = kelvinToChromaticity(colour.kelvin)
    const mireds = miredOf(colour.kelvin)
    return {
      clstId: 0x300,
      len: 13,
      extField: [chromaticityOf(x), chromaticityOf(y), 0, 0, 0, 0, 0, mireds],
    }
  }
  if (colour?.mode === 'xy' && ability.colour) {
    return { clstId: 0x300, len: 4, extField: [chromaticityOf(colour.x), chromaticityOf(colour.y)] }
  }
  return null
}

/** Whether two lamps' scenes end alike: a recall says by itself how long they take. */
export function endsAlike(a: LampScene, b: LampScene): boolean {
  const end = ({ prelude, main, thenOff }: LampScene) =>
    `${fieldsKey(prelude?.fields ?? [])}|${fieldsKey(main.fields)}|${thenOff}`
  return end(a) === end(b)
}

function fieldsKey(fields: readonly SceneField[]): string {
  return fields.map(({ clstId, extField }) => `${clstId}:${extField.join('.')}`).join(' ')
}
