import { ORPCError } from '@orpc/client'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { StaffState } from '../../src/contract/staff/staff-state.ts'
import type { ShowroomClient } from '../app/showroom-line.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { applyStaffEvent } from './apply-staff-event.ts'

type StaffClient = ShowroomClient['staff']

/** Touches are told this seldom: the service waits for minutes. */
const stayEveryMs = 5000

/** Why something did not work: `code` is the contract's, or `AWAY` when nobody answered. */
export interface StaffProblem {
  readonly code: string
  readonly waitMs: number
  readonly why: string
}

/** What staff have set going that ends their session. */
export type Farewell = 'restored' | 'forgotten' | 'service' | 'kiosk' | 'desktop'

/** The staff's pages: whether they are open, for whom, and what they know. The session's secret stays in here. */
export const useStaff = defineStore('staff', () => {
  const showroom = useShowroom()
  const page = ref<'closed' | 'pin' | 'guide' | 'desk' | 'farewell'>('closed')
  const state = shallowRef<StaffState | null>(null)
  const problem = ref<StaffProblem | null>(null)
  const hasPin = ref<boolean | null>(null)
  const session = shallowRef<string | null>(null)
  /** Nobody asked for the guide: it waits until somebody comes. */
  const isOffered = ref(false)
  /** What the service goes for: it stays on the screen when the session ends with it. */
  const farewell = ref<Farewell | null>(null)
  let toldMs = Number.NEGATIVE_INFINITY

  /** Somebody knows the way in: a PIN is asked for, or chosen when there is none. */
  async function knock(): Promise<void> {
    if (page.value !== 'closed') return
    problem.value = null
    const status = await ask((staff) => staff.status())
    if (status === null) return
    hasPin.value = status.hasPin
    page.value = status.hasPin ? 'pin' : 'guide'
    if (status.waitMs > 0) problem.value = { code: 'LOCKED', waitMs: status.waitMs, why: '' }
  }

  /** The guide, if there is no PIN yet. False when the service did not answer that: it is to be asked again. */
  async function offerGuide(): Promise<boolean> {
    const status = await ask((staff) => staff.status())
    if (status?.hasPin === false) {
      isOffered.value = true
      await knock()
    }
    return status !== null
  }

  async function signIn(pin: string): Promise<boolean> {
    const given = await ask((staff) => staff.signIn({ pin }))
    if (given === null) return false
    if (!enter(given.session)) return false
    page.value = 'desk'
    return true
  }

  /** The first PINs; the guide stays open. */
  async function begin(managerPin: string, clerkPin: string | null): Promise<boolean> {
    const given = await ask((staff) => staff.begin({ managerPin, clerkPin }))
    if (given === null) return false
    hasPin.value = true
    return enter(given.session)
  }

  /** False for somebody who has closed the pages while the service was thinking: nobody stays signed in unseen. */
  function enter(id: string): boolean {
    if (page.value === 'closed') {
      showroom.client?.staff.leave({ session: id }).catch(() => {})
      return false
    }
    // A session that nobody uses any more would keep the kiosk attended until it ends by itself.
    const before = session.value
    if (before !== null) showroom.client?.staff.leave({ session: before }).catch(() => {})
    session.value = id
    void follow(id)
    return true
  }

  /** Asks something as whoever is signed in; null when it did not work, and `problem` says why. */
  async function call<T>(what: (staff: StaffClient, session: string) => Promise<T>): Promise<T | null> {
    const id = session.value
    return id === null ? null : ask((staff) => what(staff, id))
  }

  async function ask<T>(what: (staff: StaffClient) => Promise<T>): Promise<T | null> {
    const { client } = showroom
    try {
      if (client === null) throw new Error('there is no line')
      const answer = await what(client.staff)
      problem.value = null
      return answer
    } catch (error) {
      problem.value = problemOf(error)
      if (problem.value.code === 'SIGN_IN') over()
      return null
    }
  }

  /** Follows as long as the session lasts, over lines that come and go. */
  async function follow(id: string): Promise<void> {
    while (session.value === id) {
      const { client, lines } = showroom
      try {
        if (client === null) throw new Error('there is no line')
        for await (const event of await client.staff.follow({ session: id })) {
          state.value = applyStaffEvent(state.value, event)
        }
        if (session.value === id) over()
      } catch (error) {
        if (problemOf(error).code === 'SIGN_IN') over()
        else await nextLine(lines)
      }
    }
  }

  function nextLine(before: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = watch(
        () => showroom.lines,
        (lines) => {
          if (lines === before) return
          stop()
          resolve()
        },
      )
      if (showroom.lines !== before) {
        stop()
        resolve()
      }
    })
  }

  /** Somebody is still there. */
  function touched(): void {
    const nowMs = performance.now()
    if (session.value === null || nowMs - toldMs < stayEveryMs) return
    toldMs = nowMs
    void call((staff, id) => staff.stay({ session: id }))
  }

  /** The service goes, and says so by ending the session. */
  function sayFarewell(why: Farewell): void {
    farewell.value = why
    page.value = 'farewell'
  }

  /** The session has ended, by itself or with the service: then it stays said why. */
  function over(): void {
    const why = farewell.value
    close()
    if (why !== null) sayFarewell(why)
  }

  function close(): void {
    const id = session.value
    session.value = null
    state.value = null
    page.value = 'closed'
    farewell.value = null
    isOffered.value = false
    if (id !== null) showroom.client?.staff.leave({ session: id }).catch(() => {})
  }

  return {
    page,
    state,
    problem,
    hasPin,
    session,
    isOffered,
    knock,
    offerGuide,
    signIn,
    begin,
    call,
    farewell,
    sayFarewell,
    touched,
    close,
  }
})

function problemOf(error: unknown): StaffProblem {
  if (!(error instanceof ORPCError)) return { code: 'AWAY', waitMs: 0, why: '' }
  const data: unknown = error.data
  const field = (name: string): unknown =>
    typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
  return { code: error.code, waitMs: Number(field('waitMs') ?? 0), why: String(field('why') ?? '') }
}
