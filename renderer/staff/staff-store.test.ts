import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import type { ShowroomClient } from '../app/showroom-line.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { useStaff } from './staff-store.ts'

beforeEach(() => setActivePinia(createPinia()))

/** A line on which only one thing can be asked: whether there is a PIN. */
const lineThatSays = (hasPin: boolean) => {
  const staff = { status: async () => ({ hasPin, waitMs: 0 }) }
  return { staff } as unknown as ShowroomClient
}

test('the guide comes by itself while there is no PIN, and is asked for again when the line broke', async () => {
  const [showroom, staff] = [useShowroom(), useStaff()]
  expect(await staff.offerGuide()).toBe(false)
  expect(staff.page).toBe('closed')
  showroom.lineIs(lineThatSays(false))
  expect(await staff.offerGuide()).toBe(true)
  expect([staff.page, staff.isOffered]).toEqual(['guide', true])
})

test('where somebody has chosen a PIN nothing comes by itself', async () => {
  const [showroom, staff] = [useShowroom(), useStaff()]
  showroom.lineIs(lineThatSays(true))
  expect(await staff.offerGuide()).toBe(true)
  expect([staff.page, staff.isOffered]).toEqual(['closed', false])
})
