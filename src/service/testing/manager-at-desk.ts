import { createRouterClient } from '@orpc/server'
import { Den } from '../../showroom/testing/den.ts'
import { createStaffRouter } from '../staff/staff-router.ts'
import { type TestDesk, testDesk } from './test-desk.ts'

const clientOf = ({ desk }: TestDesk) => createRouterClient(createStaffRouter(desk))

/** A den with its desk, and a manager who has just set the first PIN. */
export interface ManagerAtDesk {
  den: Den
  at: TestDesk
  client: ReturnType<typeof clientOf>
  session: string
}

export async function managerAtDesk(): Promise<ManagerAtDesk> {
  const den = await Den.open()
  const at = testDesk(den.showroom, den.driver, den.clock, den.storage)
  await at.desk.start()
  const client = clientOf(at)
  const { session } = await client.begin({ managerPin: '482139', clerkPin: null })
  return { den, at, client, session }
}
