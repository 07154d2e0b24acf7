/** How models differ from the specification, in one readable table. Reports are named where they are known. */
export interface Quirks {
  /** A fade of level or colour ends the fade of the other where it stands (zigbee2mqtt #341, #1810, #27214). */
  readonly oneFadeAtATime: boolean
  /** Commands, even "off", are ignored until a fade of colour is over (zigbee2mqtt #4316). */
  readonly deafDuringColourFade: boolean
  /** "Off" with a transition while already off lights the lamp (zigbee2mqtt #19211, #22030). */
  readonly fadeToOffLightsOffLamp: boolean
  /** A stored scene that is off leaves it lit, and has it say that it is off (zigbee2mqtt #5153, deconz #2892). */
  readonly storedOffStaysLit: boolean
  /** Level 1 is off. */
  readonly offAtLevelOne: boolean
  /** Accepts a binding to a group, and never uses it (deconz pull request 7232). */
  readonly ignoresGroupBinding: boolean
  /** Refuses to configure reporting, and reports what it likes when it likes. */
  readonly ownReportingHabits: boolean
  /** Configured reports are gone after a power cut; bindings stay (zigbee-herdsman-converters, lib/ikea). */
  readonly forgetsReportingWithoutPower: boolean
  /** Scenes that one endpoint can store. */
  readonly roomForScenes: number
}

const none: Quirks = {
  oneFadeAtATime: false,
  deafDuringColourFade: false,
  fadeToOffLightsOffLamp: false,
  storedOffStaysLit: false,
  offAtLevelOne: false,
  ignoresGroupBinding: false,
  ownReportingHabits: false,
  forgetsReportingWithoutPower: false,
  // Of most models nothing is known; 16 is common (zigbee2mqtt #16318, esp-zigbee-sdk #234).
  roomForScenes: 16,
}

const ikeaBulb = { forgetsReportingWithoutPower: true }
const ikeaLamp = { ...ikeaBulb, oneFadeAtATime: true }
const ikeaWhiteSpectrum = { ...ikeaLamp, deafDuringColourFade: true, fadeToOffLightsOffLamp: true }
/** Seen of the white bulbs; of colour bulbs and panels it was said that a stored "off" works. */
const ikeaWhiteBulb = { ...ikeaWhiteSpectrum, storedOffStaysLit: true }
const aqaraSensor = { ownReportingHabits: true }

/** By the model's name in the catalogue; models that are not listed follow the specification. */
const table: Readonly<Record<string, Partial<Quirks>>> = {
  TRADFRIbulbE27WSglobeopal1055lm: ikeaWhiteBulb,
  'TRADFRI bulb E27 WS opal 1000lm': ikeaWhiteBulb,
  'TRADFRI bulb E27 CWS 806lm': { ...ikeaWhiteSpectrum, offAtLevelOne: true },
  // Its answer was seen to say 61 (deconz pull request 3497).
  'TRADFRI bulb GU10 WS 400lm': { ...ikeaWhiteBulb, roomForScenes: 61 },
  'TRADFRI bulb E14 WS opal 600lm': ikeaWhiteBulb,
  'FLOALT panel WS 30x30': { ...ikeaWhiteSpectrum, offAtLevelOne: true },
  'ORMANAS LED Strip': ikeaLamp,
  'TRADFRI bulb GU10 WW 345lm': ikeaBulb,
  'Remote Control N2': { ignoresGroupBinding: true },
  'lumi.sensor_motion.aq2': aqaraSensor,
  'lumi.sensor_magnet.aq2': aqaraSensor,
  'lumi.weather': aqaraSensor,
  'lumi.sensor_switch.aq2': aqaraSensor,
}

export function quirksOf(model: string): Quirks {
  return { ...none, ...table[model] }
}
