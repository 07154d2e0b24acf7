import type { Controller } from 'zigbee-herdsman'
import { ZnpAdapterManager } from 'zigbee-herdsman/dist/adapter/z-stack/adapter/manager.js'
import { Znp } from 'zigbee-herdsman/dist/adapter/z-stack/znp/index.js'
import { Device, Group } from 'zigbee-herdsman/dist/controller/model/index.js'
import { PendingAnswers } from './pending-answers.ts'
import { guardEmberStick, guardStick, type Ownership } from './stick-network.ts'
import { whenSet } from './when-set.ts'
import { type LineParts, ZnpLine } from './znp-line.ts'

/** What we need of herdsman's inside, found when its adapter is made and before that starts. */
export interface Adapter {
  /** Null for sticks that are not of Texas Instruments' family. */
  readonly line: ZnpLine | null
  /** Gives the port back, whatever state it is in. */
  close(): Promise<void>
  /** Whoever still waits for an answer is told that none will come. */
  end(reason: Error): void
}

/** Has `use` called with the adapter of a controller that is about to start. */
export function onAdapter(
  controller: Controller,
  parts: LineParts,
  ownership: Ownership,
  use: (adapter: Adapter) => void,
): void {
  whenSet(controller, 'adapter', (adapter) => {
    const znp: unknown = Reflect.get(adapter, 'znp')
    let line: ZnpLine | null = null
    let answers: PendingAnswers | null = null
    if (znp instanceof Znp) {
      line = new ZnpLine(znp, parts)
      line.attach()
      answers = new PendingAnswers(Reflect.get(adapter, 'waitress'))
      whenSet(adapter, 'adapterManager', (manager) => {
        if (manager instanceof ZnpAdapterManager) guardStick(manager, znp, ownership)
      })
    } else {
      guardEmberStick(adapter, ownership)
    }
    use({
      line,
      close: () => callQuietly(adapter, 'stop'),
      end: (reason) => {
        line?.end(reason)
        answers?.callOff(reason)
        forgetDebounced(adapter)
      },
    })
  })
}

async function callQuietly(object: object, method: string): Promise<void> {
  const call: unknown = Reflect.get(object, method)
  if (typeof call !== 'function') return
  try {
    await Reflect.apply(call, object, [])
  } catch {
    // It is being closed: there is nothing left to do for it.
  }
}

/** Route discoveries that herdsman puts off hold a timer for a minute each, and with it the whole adapter. */
function forgetDebounced(adapter: object): void {
  const debounced: unknown = Reflect.get(adapter, 'deviceAnnounceRouteDiscoveryDebouncers')
  if (!(debounced instanceof Map)) return
  for (const each of debounced.values()) if (typeof each?.clear === 'function') each.clear()
  debounced.clear()
}

/**
 * herdsman hears messages in asynchronous functions that nobody waits for: one that it cannot bear would end the
 * process. Nothing is written of it: what spoke may be a sensor that somebody walked by.
 */
export function bearBadMessages(controller: Controller): void {
  for (const name of ['onZclPayload', 'onDeviceJoined', 'onAdapterDisconnected']) {
    const hear: unknown = Reflect.get(controller, name)
    if (typeof hear !== 'function') throw new Error(`this zigbee-herdsman has no ${name}`)
    Reflect.set(controller, name, async (...message: unknown[]) => {
      try {
        await Reflect.apply(hear, controller, message)
      } catch {
        // What it did not hear it is asked for.
      }
    })
  }
}

/**
 * herdsman has one list of devices and groups for the whole process. Whoever asks it for one after a connection has
 * ended fills it anew, and no connection would start any more: its coordinator is in no database.
 */
export function forgetEarlierConnections(): void {
  Device.resetCache()
  Group.resetCache()
}

/** Strangers that are asked who they are at the same time. */
const strangersAtOnce = 1

/**
 * herdsman asks every address that it does not know who it is, and waits ten seconds in the queue that all commands
 * go through. On a noisy line addresses are made of chance, and lamps would wait for minutes.
 */
export function limitStrangers(controller: Controller): void {
  const identify: unknown = Reflect.get(controller, 'identifyUnknownDevice')
  const asked: unknown = Reflect.get(controller, 'unknownDevices')
  if (typeof identify !== 'function' || !(asked instanceof Set)) {
    throw new Error('this zigbee-herdsman asks strangers in another way')
  }
  let asking = 0
  Reflect.set(controller, 'identifyUnknownDevice', async (address: number) => {
    if (asking >= strangersAtOnce) return undefined
    asking += 1
    try {
      return await Reflect.apply(identify, controller, [address])
    } finally {
      asking -= 1
      if (asked.size > 100) asked.clear()
    }
  })
}
