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
  /** What takes a moment on the showroom's clock. */
  during<T>(promise: Promise<T>, ms?: number): Promise<T>
}

export async function managerAtDesk(): Promise<ManagerAtDesk> {
  const den = await Den.open()
  const at = testDesk(den.showroom, den.driver, den.clock, den.storage)
  await at.desk.start()
  const client = clientOf(at)
  const { session } = await client.begin({ managerPin: '482139', clerkPin: null })
  const during: ManagerAtDesk['during'] = async (promise, ms = 1000) => {
    promise.catch(() => {})
    await den.clock.advance(ms)
    return promise
  }
  return { den, at, client, session, during }
}

/** What a call comes to, in a word: 'done', or the contract's code with its reason. */
export function outcome(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (error: { code?: string; data?: { why?: string } }) =>
      [error.code, error.data?.why].filter(Boolean).join(' '),
  )
}
