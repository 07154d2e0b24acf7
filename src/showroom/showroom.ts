import type { FixtureState } from '../contract/fixture-state.ts'
import type { SceneId } from '../contract/ids.ts'
import type { Intent } from '../contract/intent.ts'
import type { DongleStatus, Notice, RoomCard, Snapshot } from '../contract/showroom-state.ts'
import { type Binding, Bindings } from './bindings.ts'
import { ChangeLog } from './change-log.ts'
import type { Clock } from './clock.ts'
import type { Content } from './content.ts'
import type { DeviceDescription } from './device.ts'
import { DeviceLink } from './device-link.ts'
import type { DeviceDriver, DriverEvent } from './driver.ts'
import { FixtureBoard } from './fixture-board.ts'
import { FlashGuard } from './flash-guard.ts'
import type { Log } from './log.ts'
import { NoticeBoard } from './notice-board.ts'
import { planScene, planTouch } from './scene-engine.ts'
import { recogniseScene } from './scene-recognition.ts'
import type { Storage } from './storage.ts'
import { placeKey } from './wish.ts'
import { problemSentence } from './yaml-file.ts'

export interface ShowroomParts {
  readonly content: Content
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly storage: Storage
  readonly log: Log
  /** Differs from start to start. */
  readonly epoch: string
}

/** What became of an intent at once; what becomes of the lamps arrives as changes. */
export type IntentResult = 'accepted' | 'unknown-target' | 'not-capable'

/** One showroom: turns intents into commands and reports into the picture that screens follow. */
export class Showroom {
  readonly changes: ChangeLog
  private readonly parts: ShowroomParts
  private readonly bindings: Bindings
  private readonly board: FixtureBoard
  private readonly link: DeviceLink
  private readonly guard: FlashGuard
  private readonly notices = new NoticeBoard()
  private readonly activeScenes = new Map<string, SceneId>()
  private dongle: DongleStatus = { phase: 'starting', simulated: false }
  private unlisten: (() => void) | null = null

  constructor(parts: ShowroomParts) {
    const { content, driver, clock, storage } = parts
    this.parts = parts
    this.changes = new ChangeLog(parts.epoch)
    this.bindings = new Bindings(storage)
    this.board = new FixtureBoard(content.rooms, (state) => this.fixtureChanged(state))
    this.link = new DeviceLink({ driver, clock, bindings: this.bindings, board: this.board })
    this.guard = new FlashGuard(clock, (place, wish) => this.link.deliver(place, wish))
    this.link.onOutsideChange = (place, output) => this.guard.observe(place, output)
  }

  async start(): Promise<void> {
    const { content, driver, log } = this.parts
    for (const problem of content.problems) log('warning', `left out: ${problemSentence(problem)}`)
    this.post('content', content.problems.map(contentNotice))
    try {
      await this.bindings.load()
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      log('error', sentence)
      this.post('bindings', [{ code: 'bindings-unreadable', severity: 'error', sentence, values: {} }])
    }
    this.link.rebind()
    this.unlisten = driver.listen((event) => this.heard(event))
    await driver.start()
  }

  async stop(): Promise<void> {
    this.unlisten?.()
    this.guard.stop()
    this.link.stop()
    await this.parts.driver.stop()
  }

  handle(intent: Intent): IntentResult {
    return intent.kind === 'play-scene' ? this.play(intent.scene) : this.touch(intent)
  }

  /** Replaces which device is at which fixture, and asks the newly bound devices what they are. */
  async bind(bindings: readonly Binding[]): Promise<void> {
    await this.bindings.replace(bindings)
    this.link.rebind()
    await this.readAll()
  }

  boundDevices(): readonly Binding[] {
    return this.bindings.all()
  }

  devices(): readonly DeviceDescription[] {
    return this.link.devices()
  }

  snapshot(): Snapshot {
    const { rooms, scenes } = this.parts.content
    return {
      rooms: rooms.map((room) => this.roomCard(room.id, room.name)),
      scenes: scenes.map(({ id, room, title, story, icon }) => ({ id, room, title, story, icon })),
      fixtures: this.board.all(),
      dongle: this.dongle,
      notices: this.notices.all(),
    }
  }

  private play(id: SceneId): IntentResult {
    const scene = this.parts.content.scenes.find((candidate) => candidate.id === id)
    if (scene === undefined) return 'unknown-target'
    for (const { place, wish } of planScene(scene, this.board.all())) this.guard.ask(place, wish)
    this.setActiveScene(scene.room, scene.id)
    return 'accepted'
  }

  private touch(intent: Exclude<Intent, { kind: 'play-scene' }>): IntentResult {
    const place = { room: intent.room, fixture: intent.fixture }
    const state = this.board.get(place)
    if (state === null) return 'unknown-target'
    const wish = planTouch(intent, state)
    if (wish === null) return 'not-capable'
    this.guard.ask(place, wish)
    const active = this.activeScenes.get(place.room)
    const scene = this.parts.content.scenes.find((candidate) => candidate.id === active)
    if (scene?.fixtures[place.fixture] !== undefined) this.setActiveScene(place.room, null)
    return 'accepted'
  }

  private heard(event: DriverEvent): void {
    switch (event.kind) {
      case 'status':
        this.dongle = event.status
        this.changes.append({ kind: 'dongle', dongle: event.status })
        this.post('dongle', event.notice === null ? [] : [event.notice])
        if (event.status.phase === 'ready') void this.readAll()
        if (event.status.phase === 'lost') this.link.lost()
        return
      case 'device':
        this.link.met(event.device)
        return
      case 'device-left':
        this.link.left(event.device)
        return
      case 'report':
        this.link.reported(event.device, event.report)
    }
  }

  /** Asks every lamp what it is; then the scene that they show, if any, is the one that is running. */
  private async readAll(): Promise<void> {
    await this.link.readAll()
    for (const room of this.parts.content.rooms) {
      if (this.activeScenes.has(room.id)) continue
      const scenes = this.parts.content.scenes.filter((scene) => scene.room === room.id)
      const scene = recogniseScene(scenes, this.board.all())
      if (scene !== null) this.setActiveScene(room.id, scene.id)
    }
  }

  private setActiveScene(room: RoomCard['id'], scene: SceneId | null): void {
    if ((this.activeScenes.get(room) ?? null) === scene) return
    if (scene === null) this.activeScenes.delete(room)
    else this.activeScenes.set(room, scene)
    const description = this.parts.content.rooms.find((candidate) => candidate.id === room)
    if (description === undefined) return
    this.changes.append({ kind: 'room', room: this.roomCard(room, description.name) })
  }

  private roomCard(id: RoomCard['id'], name: RoomCard['name']): RoomCard {
    return { id, name, activeScene: this.activeScenes.get(id) ?? null }
  }

  private fixtureChanged(state: FixtureState): void {
    this.changes.append({ kind: 'fixture', fixture: state })
    const silent = this.board.all().filter((fixture) => fixture.reach === 'unreachable')
    this.post('reach', this.dongle.phase === 'lost' ? [] : silent.map(silenceNotice))
  }

  private post(source: string, notices: readonly Notice[]): void {
    if (this.notices.post(source, notices)) {
      this.changes.append({ kind: 'notices', notices: this.notices.all() })
    }
  }
}

function contentNotice(problem: Parameters<typeof problemSentence>[0]): Notice {
  const sentence = problemSentence(problem)
  return { code: 'content-left-out', severity: 'warning', sentence, values: { problem: sentence } }
}

function silenceNotice(state: FixtureState): Notice {
  const place = placeKey({ room: state.room, fixture: state.id })
  return {
    code: 'device-unreachable',
    severity: 'warning',
    sentence: `${state.name.en} (${place}) does not answer. Is it switched off at the wall?`,
    values: { place, ...state.name },
  }
}
