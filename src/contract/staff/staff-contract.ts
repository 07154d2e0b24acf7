import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { fixtureId, roomId, sceneId } from '../ids.ts'
import { backupsFound, passphrase, stickInBackup } from './backup.ts'
import { healthReport } from './health-report.ts'
import { nearbyLamp } from './nearby-lamp.ts'
import { networkMap } from './network-map.ts'
import { playlistsReport } from './playlists-report.ts'
import { channelNoise, givenUpNetwork, zigbeeChannel } from './radio-channel.ts'
import { hardwareId } from './staff-device.ts'
import {
  backups,
  nearby,
  noDongle,
  notHere,
  notTaken,
  placing,
  scenes,
  unknownDevice,
  waitMs,
  weakPin,
  wrongPin,
} from './staff-errors.ts'
import { type StaffMeta, staffRole } from './staff-role.ts'
import { sceneWords } from './staff-scene.ts'
import { staffEvent } from './staff-state.ts'
import { statisticsReport } from './statistics.ts'
import { screenHabits } from './store-habits.ts'
import { storeSettings } from './store-settings.ts'

/** What the service knows staff by after they have signed in. Told to nobody else, and written nowhere. */
export const staffSession = z.string().min(20).max(100)
const session = { session: staffSession }

/** So many digits are taken at all; which PINs are good enough says the service. */
const pin = z.string().regex(/^\d{1,16}$/)

const done = z.strictObject({ done: z.literal(true) })

/** Whoever forgets to say what a procedure needs has made one for managers. */
const base = oc.$meta<StaffMeta>({ role: 'manager', logs: [] }).errors({
  /** There is no such session, or it is over. */
  SIGN_IN: { status: 401, message: 'Sign in first.' },
  /** This needs a manager. */
  NOT_ALLOWED: { status: 403, message: 'This needs a manager’s PIN.' },
  /** The disk is full or read-only. Nothing was changed. */
  CANNOT_SAVE: {
    status: 507,
    message: 'It could not be saved, so nothing was changed. Is the disk full, or read-only?',
  },
})
const anyone = base.meta({ role: 'anyone', logs: null })
const looks = base.meta({ role: 'clerk', logs: null })
const clerkChanges = (...logs: string[]) => base.meta({ role: 'clerk', logs })
const managerChanges = (...logs: string[]) => base.meta({ role: 'manager', logs })

const signedIn = z.strictObject({ ...session, role: staffRole })
const device = { ...session, device: hardwareId }
const place = { room: roomId, fixture: fixtureId }
const inRoom = { ...session, room: roomId }
const folder = z.string().max(1000)
/** Zigbee's limit, in seconds. */
const longestJoining = 254

/** What staff may ask of the showroom. Every procedure says in its `meta` who may call it; the service sees to it. */
export const staffContract = {
  /**
   * Whether the kiosk has a manager's PIN already, and how long nobody may try one; besides what every screen needs to
   * know of the store.
   */
  status: anyone.output(
    z.strictObject({
      hasPin: z.boolean(),
      waitMs,
      ...storeSettings.pick({ language: true, screen: true }).shape,
      habits: screenHabits,
    }),
  ),

  signIn: anyone.input(z.strictObject({ pin })).output(signedIn).errors(wrongPin),

  /** Sets the first PINs; only while there are none. */
  begin: anyone
    .input(z.strictObject({ managerPin: pin, clerkPin: pin.nullable() }))
    .output(signedIn)
    .errors({ HAS_PIN: { status: 409, message: 'This kiosk has a PIN already.' }, WEAK_PIN: weakPin }),

  /** Somebody is still there. */
  stay: looks.input(z.strictObject(session)).output(done),
  leave: looks.input(z.strictObject(session)).output(done),

  /** Follows what staff see: everything first, then what changes, until the session ends. */
  follow: looks.input(z.strictObject(session)).output(eventIterator(staffEvent)),

  /** Lets devices join for so long; what comes is told to followers. */
  openJoining: clerkChanges('seconds')
    .input(z.strictObject({ ...session, seconds: z.number().int().min(1).max(longestJoining) }))
    .output(done)
    .errors({ ...noDongle, ...notTaken }),
  closeJoining: clerkChanges().input(z.strictObject(session)).output(done),

  /** One device shows itself for a minute; null ends it. Not logged: nothing stays different. */
  blink: looks
    .input(z.strictObject({ ...session, device: hardwareId.nullable() }))
    .output(done)
    .errors({ ...unknownDevice, NO_ANSWER: { status: 504, message: 'This device does not answer.' } }),

  nameDevice: clerkChanges('device', 'name')
    .input(z.strictObject({ ...device, name: z.string().trim().max(60) }))
    .output(done)
    .errors(unknownDevice),
  /** Puts a device at a fixture. Whatever was there lies about afterwards. */
  placeDevice: clerkChanges('device', 'room', 'fixture')
    .input(z.strictObject({ ...device, ...place }))
    .output(done)
    .errors(placing),
  /** Takes a device from its fixture. */
  freeDevice: clerkChanges('device').input(z.strictObject(device)).output(done).errors(unknownDevice),
  /** Puts another device where a broken one was, under its name, and forgets the broken one. */
  replaceDevice: clerkChanges('device', 'by')
    .input(z.strictObject({ ...device, by: hardwareId }))
    .output(done)
    .errors(placing),
  /** Sends a device out of the network; one that does not answer is forgotten. */
  removeDevice: clerkChanges('device').input(z.strictObject(device)).output(done).errors(unknownDevice),

  /** Looks who is beside the stick, in whatever network. It takes some fifteen seconds, in which lamps wait. */
  findNearby: clerkChanges()
    .input(z.strictObject(session))
    .output(z.array(nearbyLamp))
    .errors({ ...noDongle, ...nearby }),
  /** One of those found blinks. */
  blinkNearby: looks
    .input(z.strictObject({ ...session, device: hardwareId }))
    .output(done)
    .errors(nearby),
  /** The one that blinked last forgets its network. */
  resetNearby: clerkChanges('device')
    .input(z.strictObject({ ...session, device: hardwareId }))
    .output(done)
    .errors(nearby),

  /** Makes the room as it is into a scene of the store's own. */
  captureScene: managerChanges('room', 'title')
    .input(z.strictObject({ ...inRoom, ...sceneWords.shape }))
    .output(z.strictObject({ scene: sceneId }))
    .errors(scenes),
  /** A scene becomes what its room is now; one of head office's gets the store's own in its place. */
  recaptureScene: managerChanges('room', 'scene')
    .input(z.strictObject({ ...inRoom, scene: sceneId }))
    .output(done)
    .errors(scenes),
  /** Gives a scene of the store's own other words. */
  nameScene: managerChanges('room', 'scene')
    .input(z.strictObject({ ...inRoom, scene: sceneId, ...sceneWords.shape }))
    .output(done)
    .errors(scenes),
  /** Takes a scene of the store's own away; where it stood in place of another, that one is there again. */
  removeScene: managerChanges('room', 'scene')
    .input(z.strictObject({ ...inRoom, scene: sceneId }))
    .output(done)
    .errors(scenes),
  /** In which order a room's tiles stand, and which scenes are not offered. */
  arrangeScenes: managerChanges('room')
    .input(z.strictObject({ ...inRoom, order: z.array(sceneId).max(500), hidden: z.array(sceneId).max(500) }))
    .output(done)
    .errors(scenes),
  /** Takes back the last change of scenes. */
  undoScenes: managerChanges()
    .input(z.strictObject(session))
    .output(done)
    .errors({ ...scenes, NOTHING_TO_UNDO: { status: 409, message: 'There is nothing to take back.' } }),
  /** Writes the store's own scenes into the exchange folder, each as a file, and says where. */
  exportScenes: managerChanges()
    .input(z.strictObject(session))
    .output(z.strictObject({ folder: z.string(), count: z.number().int() })),
  /** Takes over the scenes that lie in the exchange folder: all of them, or none when one has a problem. */
  importScenes: managerChanges()
    .input(z.strictObject(session))
    .output(
      z.strictObject({
        folder: z.string(),
        taken: z.number().int(),
        /** What is wrong with a file, as `showroom check` says it; then nothing was taken. */
        problems: z.array(z.string()),
      }),
    )
    .errors(scenes),

  /** How the kiosk is. */
  health: looks.input(z.strictObject(session)).output(healthReport),
  /** Begins to ask everybody whom they hear; followers are told how far it has come. Nothing stays different. */
  surveyNetwork: looks.input(z.strictObject(session)).output(done).errors(noDongle),
  /** What they have said. */
  networkMap: looks.input(z.strictObject(session)).output(networkMap),
  /** What the stick hears on each channel. It listens for a second or two, in which the lamps are not heard. */
  listenToChannels: looks.input(z.strictObject(session)).output(channelNoise).errors(noDongle),
  /** Begins to move the network to another channel; followers are told how far it has come. */
  changeChannel: managerChanges('channel')
    .input(z.strictObject({ ...session, channel: zigbeeChannel }))
    .output(done)
    .errors({
      ...noDongle,
      MOVING: { status: 409, message: 'The network is moving already.' },
      THERE_ALREADY: { status: 409, message: 'The network is on this channel.' },
    }),
  /**
   * Gives up the network that a foreign stick holds, or this store's own where a blank stick has no backup. Only what a
   * notice asks for can be given up.
   */
  giveUpNetwork: managerChanges('network')
    .input(z.strictObject({ ...session, network: givenUpNetwork }))
    .output(done)
    .errors({ NOTHING_TO_GIVE_UP: { status: 409, message: 'No stick waits for this any more.' } }),
  /** Writes the same into a file of the data folder, and says where. */
  saveReport: clerkChanges()
    .input(z.strictObject(session))
    .output(z.strictObject({ file: z.string() })),

  /** Which playlists are here, which is on the screen, and why no other; null where none are set up. */
  playlists: looks.input(z.strictObject(session)).output(playlistsReport.nullable()),

  /** What was counted, by hour and scene. */
  statistics: looks.input(z.strictObject(session)).output(statisticsReport),
  /** Writes the same into a file of the data folder, and says where. */
  saveStatistics: clerkChanges()
    .input(z.strictObject(session))
    .output(z.strictObject({ file: z.string() })),
  /** Begins or ends counting; what was counted stays. */
  turnStatistics: managerChanges('isOn')
    .input(z.strictObject({ ...session, isOn: z.boolean() }))
    .output(done),
  eraseStatistics: managerChanges().input(z.strictObject(session)).output(done),

  setPin: managerChanges('role')
    .input(z.strictObject({ ...session, role: staffRole, pin }))
    .output(done)
    .errors({ WEAK_PIN: weakPin }),

  /**
   * `before` is what whoever calls was shown: what they changed of it is changed, and nothing that somebody else saved
   * meanwhile is lost. Without it all of `store` is meant.
   */
  saveStore: managerChanges('store')
    .input(z.strictObject({ ...session, before: storeSettings.optional(), store: storeSettings }))
    .output(done),

  /** Where backups may be put, and those that lie there. */
  backups: base.meta({ role: 'manager', logs: null }).input(z.strictObject(session)).output(backupsFound),
  /** Writes all that the kiosk keeps into one file, locked with a passphrase, and says where. */
  saveBackup: managerChanges('folder')
    .input(z.strictObject({ ...session, folder, passphrase }))
    .output(z.strictObject({ path: z.string(), stick: stickInBackup }))
    .errors(backups),
  /** Everything becomes what it was in that backup: the service starts anew, and whoever is signed in signs in again. */
  restoreBackup: managerChanges('folder', 'file')
    .input(z.strictObject({ ...session, folder, file: z.string().max(300), passphrase: z.string().max(200) }))
    .output(done)
    .errors(backups),
  /** The kiosk forgets everything, and is as if nobody had set it up. The manager's PIN is asked for once more. */
  forgetAll: managerChanges()
    .input(z.strictObject({ ...session, pin }))
    .output(done)
    .errors({ ...wrongPin, ...backups }),
  /** Starts the service, or the whole kiosk, anew. Lamps stay as they are. */
  restart: clerkChanges('what')
    .input(z.strictObject({ ...session, what: z.enum(['service', 'kiosk']) }))
    .output(done)
    .errors(notHere),
  /** Ends the kiosk, so that the computer's desktop is there. */
  leaveToDesktop: managerChanges().input(z.strictObject(session)).output(done).errors(notHere),

  /** The newest entries of the audit log, newest first. */
  audit: base
    .meta({ role: 'manager', logs: null })
    .input(z.strictObject(session))
    .output(
      z.array(
        z.strictObject({
          at: z.string(),
          role: staffRole.nullable(),
          what: z.string(),
          about: z.record(z.string(), z.unknown()),
        }),
      ),
    ),
}
