import { Zcl } from 'zigbee-herdsman'
import type { Tz } from 'zigbee-herdsman-converters/lib/types'
import type { DeviceCommand } from '../showroom/device.ts'
import { endpointWith, type HerdsmanEndpoint, type KnownDevice } from './definition.ts'
import { quirksOf } from './quirks.ts'
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
export async function sendCommand(known: KnownDevice, command: DeviceCommand): Promise<void> {
  switch (command.kind) {
    case 'light':
      return sendLight(known, command)
    case 'plug':
      return accepted(
        await endpoint(known, 'genOnOff').command('genOnOff', command.on ? 'on' : 'off', {}, frameOptions),
      )
    case 'blind':
      return sendBlind(known, command.openness)
  }
}

function endpoint(known: KnownDevice, cluster: string): HerdsmanEndpoint {
  const found = endpointWith(known.device, cluster)
  if (found === null) throw new WrongDeviceError(`${known.description.model} has no ${cluster}`)
  return found
}

async function sendLight(known: KnownDevice, command: LightCommand): Promise<void> {
  const target = endpoint(known, 'genOnOff')
  if (command.on === false) await putOut(known, target, tenthsOf(command.transitionMs))
  else await lightUp(known, target, command)
  target.saveClusterAttributeKeyValue('genOnOff', { onOff: command.on === false ? 0 : 1 })
}

async function putOut(known: KnownDevice, target: HerdsmanEndpoint, transtime: number): Promise<void> {
  const plain =
    quirksOf(known.device.manufacturerName, known.device.modelID).plainOffWhenOff && !isLit(target)
  if (plain || !target.supportsInputCluster('genLevelCtrl')) {
    accepted(await target.command('genOnOff', 'off', {}, frameOptions))
  } else {
    await moveToLevel(target, 0, transtime)
  }
}

async function lightUp(known: KnownDevice, target: HerdsmanEndpoint, command: LightCommand): Promise<void> {
  const transtime = tenthsOf(command.transitionMs)
  if (command.brightness === undefined || !target.supportsInputCluster('genLevelCtrl')) {
    if (command.on === true) accepted(await target.command('genOnOff', 'on', {}, frameOptions))
    return sendColour(known, target, command.colour, transtime)
  }
  const quirks = quirksOf(known.device.manufacturerName, known.device.modelID)
  const level = Math.max(quirks.lowestLevel, levelOf(command.brightness))
  if (!quirks.oneTransitionAtATime) {
    await moveToLevel(target, level, transtime)
    return sendColour(known, target, command.colour, transtime)
  }
  // Only one of the two may take its time: colour is set at once, before the level starts to move and while the
  // lamp is lit, since a lamp that is off ignores colour.
  if (command.colour !== undefined && !isLit(target)) await moveToLevel(target, quirks.lowestLevel, 0)
  await sendColour(known, target, command.colour, 0)
  await moveToLevel(target, level, transtime)
}

async function moveToLevel(target: HerdsmanEndpoint, level: number, transtime: number): Promise<void> {
  accepted(await target.command('genLevelCtrl', 'moveToLevelWithOnOff', { level, transtime }, frameOptions))
}

/** As far as the lamp has told, or was told. */
function isLit(target: HerdsmanEndpoint): boolean {
  return target.getClusterAttributeValue('genOnOff', 'onOff') === 1
}

async function sendColour(
  known: KnownDevice,
  target: HerdsmanEndpoint,
  colour: LightCommand['colour'],
  transtime: number,
): Promise<void> {
  const ability = known.description.abilities.light
  if (colour?.mode === 'kelvin' && ability?.kelvin != null) {
    const colortemp = miredOf(colour.kelvin)
    accepted(
      await target.command('lightingColorCtrl', 'moveToColorTemp', { colortemp, transtime }, frameOptions),
    )
  }
  if (colour?.mode === 'xy' && ability?.colour === true) {
    const colorx = chromaticityOf(colour.x)
    const colory = chromaticityOf(colour.y)
    accepted(
      await target.command('lightingColorCtrl', 'moveToColor', { colorx, colory, transtime }, frameOptions),
    )
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
