import { computed } from 'vue'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { StaffDevice } from '../../src/contract/staff/staff-device.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { useWords } from '../locales/words.ts'
import { type ListedDevice, listed } from './device-list.ts'
import { useStaff } from './staff-store.ts'

type At = NonNullable<StaffDevice['place']>

/** The devices as staff read them: with the names of fixtures and rooms. */
export function useDevices() {
  const staff = useStaff()
  const showroom = useShowroom()
  const { text, language } = useWords()

  const rooms = computed(() => showroom.snapshot?.rooms ?? [])
  const fixtures = computed(() => showroom.snapshot?.fixtures ?? [])
  const joining = computed(() => staff.state?.joining ?? { untilMs: null, isStuck: false, newcomers: [] })
  const byPlace = computed(
    () => new Map(fixtures.value.map((fixture) => [`${fixture.room}/${fixture.id}`, fixture])),
  )
  const devices = computed<ListedDevice[]>(() =>
    listed(staff.state?.devices ?? [], fixtureName, where, language.value),
  )
  const byId = computed(() => new Map(devices.value.map((each) => [each.device.id, each])))

  function fixtureAt(place: At): FixtureState | null {
    return byPlace.value.get(`${place.room}/${place.fixture}`) ?? null
  }

  function fixtureName(place: At): string {
    const fixture = fixtureAt(place)
    return fixture === null ? place.fixture : text(fixture.name)
  }

  function roomName(room: At['room']): string {
    const card = rooms.value.find(({ id }) => id === room)
    return card === undefined ? room : text(card.name)
  }

  function where(place: At): string {
    return `${roomName(place.room)}, ${fixtureName(place)}`
  }

  return { rooms, fixtures, joining, devices, byId, fixtureAt, fixtureName, roomName, where }
}
