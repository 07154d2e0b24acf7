import { onMounted, shallowRef } from 'vue'
import type { BackupsFound } from '../../src/contract/staff/backup.ts'
import { useStaff } from './staff-store.ts'

/** Where backups may go, and which there are; null before anybody has looked. */
export function useBackups() {
  const staff = useStaff()
  const found = shallowRef<BackupsFound | null>(null)

  async function look(): Promise<void> {
    if (staff.state?.role !== 'manager') return
    found.value = (await staff.call((client, session) => client.backups({ session }))) ?? found.value
  }
  onMounted(look)

  return { found, look }
}
