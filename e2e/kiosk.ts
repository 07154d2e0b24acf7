import type { ElectronApplication, Page } from '@playwright/test'
import type { DongleProgram } from '../src/zigbee/testing/dongle-program.ts'

export const shells = ['chromium', 'electron'] as const
export type Shell = (typeof shells)[number]

/** Whether the page draws the room in 3D, or has no 3D and shows its calm wall instead. */
export type Picture = '3d' | 'flat'

/** Which lamps there are: those of the simulated showroom, or none yet, on a stick that passes for a real one. */
export type Lamping = 'furnished' | 'bare'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A running kiosk with simulated lamps, whatever opened it. */
export interface Kiosk {
  readonly page: Page
  /** Where this kiosk keeps everything. */
  readonly dataFolder: string
  /** Only in a bare kiosk: its stick, and the devices around it that have not joined yet. */
  readonly dongle: DongleProgram | null
  /** Only in Electron. */
  readonly app: ElectronApplication | null
  /** Only in Chromium: where the service serves the page. */
  readonly url: string | null
  /** The process of the service. */
  servicePid(): Promise<number>
  /** All that the service and, in Electron, the shell have written to their log. */
  log(): string
  /** In CSS pixels. */
  resize(size: Size): Promise<void>
  /** Page, service and shell; the simulated lamps of a furnished kiosk outlive them. */
  stop(): Promise<void>
}

/** Settings for specs about how a visit ends; one object, so that they share a kiosk. */
export const shortVisits = { SHOWROOM_IDLE_SECONDS: '6', SHOWROOM_NOTICE_SECONDS: '4' }
/** Of specs in which somebody comes and goes; one object as well. */
export const visits = { environment: shortVisits, motion: 'full in Electron' } as const

export const portrait: Size = { width: 1080, height: 1920 }
export const landscape: Size = { width: 1920, height: 1080 }
/** The kiosk's own size in CSS pixels on a picture this much smaller: software draws the room. People look at larger ones. */
export const pixelScale = Number(process.env.SHOWROOM_PICTURE_SCALE ?? 0.4)

/**
 * Where the page is opened, with settings of its own. What moves in the picture ends in the same place with few frames as with
 * many, and the processor that draws them has lamps to answer and screens to compare. Nor does a slow machine take a slow drag
 * for a long press.
 */
export function pageAddress(url: string, settings: Readonly<Record<string, string>> = {}): string {
  return new URL(`?${new URLSearchParams({ framesPerSecond: '0.5', longPressMs: '8000', ...settings })}`, url)
    .href
}
