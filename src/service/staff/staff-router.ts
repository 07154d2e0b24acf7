import { implement } from '@orpc/server'
import { staffContract } from '../../contract/staff/staff-contract.ts'
import { deviceId } from '../../showroom/device.ts'
import type { PlacingResult } from '../../showroom/placement.ts'
import type { PinChange } from '../../showroom/staff/pin-door.ts'
import type { SceneChange } from '../../showroom/staff/scene-desk.ts'
import type { StaffSession } from '../../showroom/staff/sessions.ts'
import type { StaffDesk } from '../../showroom/staff/staff-desk.ts'
import { followStaff } from './follow-staff.ts'
import { type StaffContext, staffGuard } from './guard.ts'

const done = { done: true } as const
const auditShown = 200

/** The staff contract, answered by a desk. The guard has let in who may call. */
export function createStaffRouter(desk: StaffDesk) {
  const staff = implement(staffContract).use(staffGuard(desk))
  const { devices, scenes } = desk
  return staff.router({
    status: staff.status.handler(() => desk.status()),

    signIn: staff.signIn.handler(async ({ input, errors }) => {
      const answer = await desk.signIn(input.pin)
      switch (answer.kind) {
        case 'open':
          return signedIn(present(answer.session ?? null))
        case 'wrong':
          throw errors.WRONG_PIN({ data: { waitMs: answer.waitMs } })
        case 'locked':
          throw errors.LOCKED({ data: { waitMs: answer.waitMs } })
        case 'unreadable':
          throw errors.UNREADABLE()
      }
    }),

    begin: staff.begin.handler(async ({ input, errors }) => {
      const answer = await desk.begin(input.managerPin, input.clerkPin)
      if (answer === 'has-pin') throw errors.HAS_PIN()
      if (typeof answer === 'string') throw errors.WEAK_PIN({ data: { why: weakness(answer) } })
      return signedIn(answer)
    }),

    stay: staff.stay.handler(({ context }) => {
      desk.sessions.use(caller(context).id)
      return done
    }),
    leave: staff.leave.handler(({ context }) => {
      desk.sessions.leave(caller(context).id)
      return done
    }),
    follow: staff.follow.handler(({ context, signal }) => followStaff(desk, caller(context), signal)),

    openJoining: staff.openJoining.handler(async ({ input, errors }) => {
      const became = await devices.openJoining(input.seconds)
      if (became === 'no-dongle') throw errors.NO_DONGLE()
      if (became === 'not-taken') throw errors.NOT_TAKEN()
      return done
    }),
    closeJoining: staff.closeJoining.handler(async () => {
      await devices.closeJoining()
      return done
    }),
    blink: staff.blink.handler(async ({ input, errors }) => {
      if (await devices.blink(input.device === null ? null : deviceId.parse(input.device))) return done
      throw errors.NO_ANSWER()
    }),
    nameDevice: staff.nameDevice.handler(async ({ input, errors }) =>
      placed(await devices.name(deviceId.parse(input.device), input.name), errors),
    ),
    placeDevice: staff.placeDevice.handler(async ({ input: { device, room, fixture }, errors }) =>
      placed(await devices.place(deviceId.parse(device), { room, fixture }), errors),
    ),
    freeDevice: staff.freeDevice.handler(async ({ input, errors }) =>
      placed(await devices.free(deviceId.parse(input.device)), errors),
    ),
    replaceDevice: staff.replaceDevice.handler(async ({ input, errors }) =>
      placed(await devices.replace(deviceId.parse(input.device), deviceId.parse(input.by)), errors),
    ),
    removeDevice: staff.removeDevice.handler(async ({ input, errors }) =>
      placed(await devices.remove(deviceId.parse(input.device)), errors),
    ),

    findNearby: staff.findNearby.handler(async ({ errors }) => {
      const found = await desk.nearby.find().catch((cause: unknown) => {
        throw errors.NO_DONGLE({ cause })
      })
      if (typeof found === 'string') throw errors.TOUCHLINK({ data: { why: found } })
      return found
    }),
    blinkNearby: staff.blinkNearby.handler(async ({ input, errors }) => {
      const why = await desk.nearby.blink(deviceId.parse(input.device))
      if (why !== null) throw errors.TOUCHLINK({ data: { why } })
      return done
    }),
    resetNearby: staff.resetNearby.handler(async ({ input, errors }) => {
      const why = await desk.nearby.reset(deviceId.parse(input.device))
      if (why !== null) throw errors.TOUCHLINK({ data: { why } })
      return done
    }),

    captureScene: staff.captureScene.handler(async ({ input: { room, title, story, icon }, errors }) => {
      const made = await scenes.capture(room, { title, story, icon })
      if (typeof made === 'string') throw refused(made, errors)
      return made
    }),
    recaptureScene: staff.recaptureScene.handler(async ({ input: { room, scene }, errors }) =>
      changed(await scenes.recapture(room, scene), errors),
    ),
    nameScene: staff.nameScene.handler(async ({ input: { room, scene, title, story, icon }, errors }) =>
      changed(await scenes.name(room, scene, { title, story, icon }), errors),
    ),
    removeScene: staff.removeScene.handler(async ({ input: { room, scene }, errors }) =>
      changed(await scenes.remove(room, scene), errors),
    ),
    arrangeScenes: staff.arrangeScenes.handler(async ({ input: { room, order, hidden }, errors }) =>
      changed(await scenes.arrange(room, order, hidden), errors),
    ),
    undoScenes: staff.undoScenes.handler(async ({ errors }) => changed(await scenes.undo(), errors)),
    exportScenes: staff.exportScenes.handler(async () => ({
      count: await scenes.export(),
      folder: scenes.folder,
    })),
    importScenes: staff.importScenes.handler(async ({ errors }) => {
      const made = await scenes.import()
      if (typeof made === 'string') throw refused(made, errors)
      return { folder: scenes.folder, taken: made.taken, problems: [...made.problems] }
    }),

    health: staff.health.handler(() => desk.health.report()),
    surveyNetwork: staff.surveyNetwork.handler(async ({ errors }) => {
      if (await desk.survey.begin()) return done
      throw errors.NO_DONGLE()
    }),
    networkMap: staff.networkMap.handler(() => desk.survey.current),
    listenToChannels: staff.listenToChannels.handler(async ({ errors }) => {
      const noise = await desk.radio.listen()
      if (noise === null) throw errors.NO_DONGLE()
      return noise
    }),
    changeChannel: staff.changeChannel.handler(({ input, errors }) => {
      switch (desk.radio.begin(input.channel)) {
        case null:
          return done
        case 'no-dongle':
          throw errors.NO_DONGLE()
        case 'moving':
          throw errors.MOVING()
        case 'there':
          throw errors.THERE_ALREADY()
      }
    }),
    giveUpNetwork: staff.giveUpNetwork.handler(({ input, errors }) => {
      if (desk.radio.giveUp(input.network)) return done
      throw errors.NOTHING_TO_GIVE_UP()
    }),
    saveReport: staff.saveReport.handler(async () => ({ file: await desk.health.save() })),

    playlists: staff.playlists.handler(() => desk.playlists()),
    statistics: staff.statistics.handler(() => desk.counts.report()),
    saveStatistics: staff.saveStatistics.handler(async () => ({ file: await desk.counts.save() })),
    turnStatistics: staff.turnStatistics.handler(async ({ input }) => {
      await desk.counts.turn(input.isOn)
      return done
    }),
    eraseStatistics: staff.eraseStatistics.handler(async () => {
      await desk.counts.erase()
      return done
    }),

    setPin: staff.setPin.handler(async ({ input, errors }) => {
      const change = await desk.setPin(input.role, input.pin)
      if (change !== 'done') throw errors.WEAK_PIN({ data: { why: weakness(change) } })
      return done
    }),
    saveStore: staff.saveStore.handler(async ({ input }) => {
      await desk.saveStore(input.store, input.before)
      return done
    }),
    backups: staff.backups.handler(() => desk.keeping.find()),
    saveBackup: staff.saveBackup.handler(async ({ input: { folder, passphrase }, errors }) => {
      const saved = await desk.keeping.save(folder, passphrase)
      if (saved.kind !== 'saved') throw errors.BACKUP({ data: { why: saved.kind } })
      return { path: saved.path, stick: saved.stick }
    }),
    restoreBackup: staff.restoreBackup.handler(async ({ input: { folder, file, passphrase }, errors }) => {
      const why = await desk.keeping.restore(folder, file, passphrase)
      if (why !== null) throw errors.BACKUP({ data: { why } })
      return done
    }),
    forgetAll: staff.forgetAll.handler(async ({ input, errors }) => {
      const answer = await desk.keeping.forgetAll(input.pin)
      switch (answer.kind) {
        case 'open':
          if (answer.role === 'manager') return done
          throw errors.WRONG_PIN({ data: { waitMs: 0 } })
        case 'wrong':
          await desk.note('manager', 'signInRefused', {})
          throw errors.WRONG_PIN({ data: { waitMs: answer.waitMs } })
        case 'locked':
          throw errors.LOCKED({ data: { waitMs: answer.waitMs } })
        case 'unreadable':
          throw errors.UNREADABLE()
        case 'busy':
          throw errors.BACKUP({ data: { why: 'busy' } })
      }
    }),
    restart: staff.restart.handler(({ input, errors }) => {
      if (desk.keeping.restart(input.what)) return done
      throw errors.NOT_HERE()
    }),
    leaveToDesktop: staff.leaveToDesktop.handler(({ errors }) => {
      if (desk.keeping.restart('desktop')) return done
      throw errors.NOT_HERE()
    }),
    audit: staff.audit.handler(async () => [...(await desk.audit(auditShown))]),
  })
}

type PlacingErrors = Readonly<Partial<Record<'UNKNOWN_DEVICE' | 'UNKNOWN_PLACE' | 'UNFIT', () => Error>>>

function placed(result: PlacingResult, errors: PlacingErrors): typeof done {
  if (result === 'done') return done
  const codes = {
    'unknown-device': 'UNKNOWN_DEVICE',
    'unknown-place': 'UNKNOWN_PLACE',
    unfit: 'UNFIT',
  } as const
  throw errors[codes[result]]?.() ?? new Error(`This cannot be refused so: ${result}`)
}

type SceneErrors = Readonly<Partial<Record<(typeof sceneCodes)[keyof typeof sceneCodes], () => Error>>>

const sceneCodes = {
  'not-allowed': 'SCENES_NOT_ALLOWED',
  unknown: 'UNKNOWN_SCENE',
  'too-many': 'TOO_MANY_SCENES',
  'nothing-to-undo': 'NOTHING_TO_UNDO',
} as const

function changed(change: SceneChange, errors: SceneErrors): typeof done {
  if (change === 'done') return done
  throw refused(change, errors)
}

function refused(change: Exclude<SceneChange, 'done'>, errors: SceneErrors): Error {
  return errors[sceneCodes[change]]?.() ?? new Error(`This cannot be refused so: ${change}`)
}

function caller({ session }: StaffContext): StaffSession {
  return present(session)
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('The guard let somebody in without a session.')
  return value
}

function signedIn({ id, role }: StaffSession) {
  return { session: id, role }
}

function weakness(change: Exclude<PinChange, 'done'>) {
  return change === 'has-pin' ? 'taken' : change
}
