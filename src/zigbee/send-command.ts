import { Zcl } from 'zigbee-herdsman'
import type { Tz } from 'zigbee-herdsman-converters/lib/types'
import type { DeviceCommand } from '../showroom/device.ts'
import type { Pace } from './air/air-scheduler.ts'
import { endpointWith, type HerdsmanEndpoint, type KnownDevice } from './definition.ts'
import { lampQuirks } from './lamp-quirks.ts'
import { chromaticityOf, levelOf, miredOf, tenthsOf } from './zcl-scale.ts'

type LightCommand = Extract<DeviceCommand, { kind: 'light' }>

/** A frame waits this long for its answer; a lamp that needs longer is taken to be gone. */
export const answerTimeoutMs = 2500

/** Without herdsman's recovery, which would hold everybody else up for seconds for one dead lamp. */
export const frameOptions = { disableRecovery: true, timeout: answerTimeoutMs }

/** The device does not have what the command is for. */
export class WrongDeviceError extends Error {
  readonly code = 'WRONG_DEVICE'
}

/** The device answered, and its answer is no. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Zcl.StatusError || error instanceof WrongDeviceError
}

/** herdsman resolves with what the device answered; only some refusals come as errors. */
function accepted(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) return
  if (answer.statusCode !== 0)
    throw new WrongDeviceError(`the device answered with status ${String(answer.statusCode)}`)
}

/** Sends one command and resolves when the device took it; rejects when it did not answer. */
export async function sendCommand(known: KnownDevice, command: DeviceCommand, pace: Pace): Promise<void> {
  switch (command.kind) {
    case 'light':
      return sendLight({ known, pace, target: endpoint(known, 'genOnOff') }, command)
    case 'plug':
      return switchTo(endpoint(known, 'genOnOff'), command.on, pace)
    case 'blind':
      return pace(() => sendBlind(known, command.openness))
  }
}

async function switchTo(target: HerdsmanEndpoint, on: boolean, pace: Pace): Promise<void> {
  accepted(await pace(() => target.command('genOnOff', on ? 'on' : 'off', {}, frameOptions)))
}

function endpoint(known: KnownDevice, cluster: string): HerdsmanEndpoint {
  const found = endpointWith(known.device, cluster)
  if (found === null) throw new WrongDeviceError(`${known.description.model} has no ${cluster}`)
  return found
}

/** A lamp to be commanded, and who says when its frames may go. */
interface Lamp {
  readonly known: KnownDevice
  readonly target: HerdsmanEndpoint
  readonly pace: Pace
}

async function sendLight(lamp: Lamp, command: LightCommand): Promise<void> {
  if (command.on === false) await putOut(lamp, tenthsOf(command.transitionMs))
  else await lightUp(lamp, command)
  noteLit(lamp.target, command.on !== false)
}

async function putOut(lamp: Lamp, transtime: number): Promise<void> {
  const plain = transtime === 0 || (lampQuirks(lamp.known).plainOffWhenOff && !isLit(lamp.target))
  if (plain || !lamp.target.supportsInputCluster('genLevelCtrl')) {
    await switchTo(lamp.target, false, lamp.pace)
  } else {
    await moveToLevel(lamp, 0, transtime)
  }
}

async function lightUp(lamp: Lamp, command: LightCommand): Promise<void> {
  const transtime = tenthsOf(command.transitionMs)
  if (command.brightness === undefined || !lamp.target.supportsInputCluster('genLevelCtrl')) {
    if (command.on === true) await switchTo(lamp.target, true, lamp.pace)
    return sendColour(lamp, command.colour, transtime)
  }
  const quirks = lampQuirks(lamp.known)
  const level = Math.max(quirks.lowestLevel, levelOf(command.brightness))
  if (!quirks.oneTransitionAtATime) {
    await moveToLevel(lamp, level, transtime)
    return sendColour(lamp, command.colour, transtime)
  }
  // Only one of the two may take its time: colour is set at once, before the level starts to move and while the
  // lamp is lit, since a lamp that is off ignores colour.
  if (command.colour !== undefined && !isLit(lamp.target)) await moveToLevel(lamp, quirks.lowestLevel, 0)
  await sendColour(lamp, command.colour, 0)
  await moveToLevel(lamp, level, transtime)
}

async function moveToLevel({ target, pace }: Lamp, level: number, transtime: number): Promise<void> {
  accepted(
    await pace(() =>
      target.command('genLevelCtrl', 'moveToLevelWithOnOff', { level, transtime }, frameOptions),
    ),
  )
}

/** Sets a lamp that is off to the level at which it shall start, without lighting it (ZCL 8, 3.10.2.2.8). */
export async function setLevelUnseen(known: KnownDevice): Promise<void> {
  const level = lampQuirks(known).lowestLevel
  const payload = { level, transtime: 0, optionsMask: 1, optionsOverride: 1 }
  accepted(
    await endpoint(known, 'genLevelCtrl').command('genLevelCtrl', 'moveToLevel', payload, frameOptions),
  )
}

/** As far as the lamp has told, or was told. */
export function isLit(target: HerdsmanEndpoint): boolean {
  return target.getClusterAttributeValue('genOnOff', 'onOff') === 1
}

/** Remembers what a lamp was told, until it says what it is. */
export function noteLit(target: HerdsmanEndpoint, lit: boolean): void {
  target.saveClusterAttributeKeyValue('genOnOff', { onOff: lit ? 1 : 0 })
}

async function sendColour(
  { known, target, pace }: Lamp,
  colour: LightCommand['colour'],
  transtime: number,
): Promise<void> {
  const ability = known.description.abilities.light
  if (colour?.mode === 'kelvin' && ability?.kelvin != null) {
    const white = { colortemp: miredOf(colour.kelvin), transtime }
    accepted(await pace(() => target.command('lightingColorCtrl', 'moveToColorTemp', white, frameOptions)))
  }
  if (colour?.mode === 'xy' && ability?.colour === true) {
    const point = { colorx: chromaticityOf(colour.x), colory: chromaticityOf(colour.y), transtime }
    accepted(await pace(() => target.command('lightingColorCtrl', 'moveToColor', point, frameOptions)))
  }
}

/** Blinds differ by model in which way round they count and how they are told: the model's converter knows. */
async function sendBlind(known: KnownDevice, openness: number): Promise<void> {
  const { device, definition } = known
  const converter = definition.toZigbee.find((candidate) => candidate.key?.includes('position'))
  const target = endpointWith(device, 'closuresWindowCovering') ?? device.endpoints[0]
  if (converter?.convertSet === undefined || target === undefined) {
    throw new WrongDeviceError(`${known.description.model} has no position`)
  }
  const position = Math.round(openness * 100)
  const meta: Tz.Meta = {
    message: { position },
    device,
    mapped: definition,
    options: {},
    state: {},
    endpoint_name: undefined,
    publish: () => {},
    deviceExposesChanged: () => {},
  }
  await converter.convertSet(target, 'position', position, meta)
}
