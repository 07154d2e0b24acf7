import { describe, expect, it } from 'vitest'
import { type DeviceCommand, type DeviceId, deviceId } from '../../showroom/device.ts'
import type { CommandPlan } from '../../showroom/driver.ts'
import { quirksOf } from '../quirks.ts'
import { type AirRecord, emptyAirRecord, emptyLamp, sceneKey } from './air-record.ts'
import { type Allotment, allot } from './allotment.ts'
import { dispatch } from './dispatch.ts'
import type { LampTraits } from './lamp-scene.ts'
import { holds, nextStep } from './lamp-steps.ts'

const lamps = Array.from({ length: 20 }, (_, index) => deviceId.parse(`lamp-${index}`))
const some = (...indices: number[]) => lamps.filter((_, index) => indices.includes(index))
const ability = { kelvin: { min: 2200, max: 4000 }, colour: true }
const plain: LampTraits = { ability, quirks: quirksOf('Signify', 'x') }
const quirky: LampTraits = { ability, quirks: quirksOf('IKEA of Sweden', 'x') }

const light = (device: DeviceId, brightness: number): DeviceCommand => ({
  kind: 'light',
  device,
  on: true,
  brightness,
  colour: { mode: 'kelvin', kelvin: 2700 },
  transitionMs: 1200,
})
const off = (device: DeviceId): DeviceCommand => ({ kind: 'light', device, on: false, transitionMs: 1200 })
const plan = (name: string, brightness: number, devices: readonly DeviceId[]): CommandPlan => ({
  name,
  commands: devices.map((device) => light(device, brightness)),
})

/** Does in the record what lamps would do, until nothing is left to do. */
function carryOut(allotment: Allotment, before: AirRecord, room: number | null = null): AirRecord {
  const record = structuredClone({ ...before, groups: [...allotment.groups] })
  for (const device of lamps) {
    const lamp = structuredClone(record.lamps[device] ?? { ...emptyLamp, room })
    record.lamps[device] = lamp
    for (let turn = 0; turn < 200; turn++) {
      const step = nextStep(device, allotment, allotment.scenes, record)
      if (step === null) break
      if (step.kind === 'join') lamp.groups.push(step.group)
      if (step.kind === 'leave') lamp.groups = lamp.groups.filter((group) => group !== step.group)
      if (step.kind === 'forget') delete lamp.scenes[sceneKey(step.group, step.scene)]
      if (step.kind === 'store') lamp.scenes[sceneKey(step.group, step.scene)] = step.part.key
    }
  }
  return record
}

describe('groups and scenes', () => {
  const day = plan('day', 1, some(0, 1, 2, 3))
  const night = plan('night', 0.1, some(0, 1))
  const hall = plan('hall', 1, some(7, 8, 9))

  it('are one group per room, found by the lamps that scenes share', () => {
    const { groups, scenes } = allot([day, night, hall], () => plain, emptyAirRecord)
    expect(groups.map(({ members }) => members)).toEqual([some(0, 1, 2, 3), some(7, 8, 9)])
    expect(new Set(groups.map(({ id }) => id)).size).toBe(2)
    expect(scenes.map(({ group }) => group)).toEqual([groups[0]?.id, groups[0]?.id, groups[1]?.id])
    expect(new Set(scenes.slice(0, 2).map(({ main }) => main)).size).toBe(2)
  })

  it('give lamps that several scenes share a group of their own', () => {
    const { groups } = allot([day, night, plan('late', 0.2, some(0, 1))], () => plain, emptyAirRecord)
    expect(groups.map(({ members }) => members)).toEqual([some(0, 1, 2, 3), some(0, 1)])
  })

  it('keep their numbers from start to start', () => {
    const first = allot([day, night, hall], () => plain, emptyAirRecord)
    const record = carryOut(first, emptyAirRecord)
    expect(allot([hall, night, day], () => plain, record).groups).toEqual(
      expect.arrayContaining([...first.groups]),
    )
  })

  it('leave nothing to do once it is done', () => {
    const allotment = allot([day, night, hall], () => quirky, emptyAirRecord)
    const record = carryOut(allotment, emptyAirRecord)
    for (const scene of allotment.scenes) {
      for (const lamp of scene.lamps.keys()) expect(holds(lamp, scene, record)).toBe(true)
    }
    const again = allot([day, night, hall], () => quirky, record)
    for (const lamp of lamps) expect(nextStep(lamp, again, again.scenes, record)).toBeNull()
  })

  it('give a changed scene a new number, so that no lamp shows the old one meanwhile', () => {
    const first = allot([day, night], () => plain, emptyAirRecord)
    const record = carryOut(first, emptyAirRecord)
    const changed = allot([plan('day', 0.5, some(0, 1, 2, 3)), night], () => plain, record)
    expect(changed.scenes[0]?.main).not.toBe(first.scenes[0]?.main)
    expect(changed.scenes[1]?.main).toBe(first.scenes[1]?.main)
    const done = carryOut(changed, record)
    expect(Object.keys(done.lamps[lamps[0] ?? '']?.scenes ?? {})).toHaveLength(2)
  })

  it('stay for the others when one lamp is replaced', () => {
    const first = allot([day], () => plain, emptyAirRecord)
    const record = carryOut(first, emptyAirRecord)
    const second = allot([plan('day', 1, some(0, 1, 2, 9))], () => plain, record)
    expect(second.groups[0]?.id).toBe(first.groups[0]?.id)
    expect(second.scenes[0]?.main).toBe(first.scenes[0]?.main)
    const [kept, gone, fresh] = [some(1)[0], some(3)[0], some(9)[0]]
    if (kept === undefined || gone === undefined || fresh === undefined) throw new Error('no lamps')
    expect(nextStep(kept, second, second.scenes, record)).toBeNull()
    expect(nextStep(gone, second, second.scenes, record)).toMatchObject({ kind: 'leave' })
    expect(nextStep(fresh, second, second.scenes, record)).toMatchObject({ kind: 'join' })
  })

  it('fill a lamp that has little room with what is used most', () => {
    const plans = Array.from({ length: 6 }, (_, index) => plan(`scene ${index}`, index / 10, some(0, 1)))
    const allotment = allot(plans, () => quirky, emptyAirRecord)
    const record = carryOut(allotment, emptyAirRecord, 5)
    const device = lamps[0] ?? deviceId.parse('none')
    expect(
      allotment.scenes.filter((scene) => holds(device, scene, record)).map(({ plan }) => plan.name),
    ).toEqual(['scene 0', 'scene 1'])
    const byUse = [...allotment.scenes].reverse()
    expect(nextStep(device, allotment, byUse, record)).toMatchObject({ kind: 'forget' })
  })
})

describe('a batch', () => {
  const scene = plan('day', 0.5, some(0, 1, 2, 3))
  const allotment = allot([scene], () => quirky, emptyAirRecord)
  const means = (...holders: number[]) => ({
    scenes: allotment.scenes.map((wanted) => ({ scene: wanted, holders: new Set(some(...holders)) })),
    groups: allotment.groups,
    traitsOf: () => quirky,
  })

  it('that is a stored scene is its recall', () => {
    const { recalls, alike, singles } = dispatch(scene.commands, { ...means(0, 1, 2, 3), groups: [] })
    expect(recalls[0]?.commands).toEqual(scene.commands)
    expect([...alike, ...singles]).toEqual([])
  })

  it('may take another time than the stored scene', () => {
    const slower = scene.commands.map((command) => ({ ...command, transitionMs: 5000 }))
    expect(dispatch(slower, means(0, 1, 2, 3)).recalls).toHaveLength(1)
  })

  it('goes by unicast to lamps that could not store it', () => {
    const { recalls, singles } = dispatch(scene.commands, means(0, 1))
    expect(recalls[0]?.commands.map(({ device }) => device)).toEqual(some(0, 1))
    expect(singles.map(({ device }) => device)).toEqual(some(2, 3))
  })

  it('with plugs and others besides is the recall, and they by themselves', () => {
    const plug = { kind: 'plug', device: deviceId.parse('plug'), on: true } as const
    const { recalls, singles } = dispatch([plug, ...scene.commands], means(0, 1, 2, 3))
    expect(recalls).toHaveLength(1)
    expect(singles).toEqual([plug])
  })

  it('that lacks a lamp of the scene reaches none but its own', () => {
    const { recalls, alike, singles } = dispatch(scene.commands.slice(1), means(0, 1, 2, 3))
    expect([...recalls, ...alike]).toEqual([])
    expect(singles).toEqual(scene.commands.slice(1))
  })

  it('that differs in one lamp is not the scene', () => {
    const commands = [light(lamps[0] ?? deviceId.parse('none'), 0.9), ...scene.commands.slice(1)]
    expect(dispatch(commands, means(0, 1, 2, 3)).singles).toEqual(commands)
  })

  it('that wants the same of a whole group is one command to it', () => {
    const commands = some(0, 1, 2, 3).map(off)
    const { alike, singles } = dispatch(commands, means())
    expect(alike).toEqual([{ group: allotment.groups[0]?.id, commands }])
    expect(singles).toEqual([])
  })

  it('that wants the same of part of a group goes one by one', () => {
    const commands = some(0, 1, 2).map(off)
    expect(dispatch(commands, means()).singles).toEqual(commands)
  })
})
