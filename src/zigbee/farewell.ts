import type { HerdsmanDevice } from './definition.ts'

/** A device that does not answer is forgotten after this long. */
const patienceMs = 5000

/** Tells a device to leave, and forgets it in any case. False when it did not answer: it may come back until it is reset. */
export async function sendAway(device: HerdsmanDevice): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs)
  })
  const left = device.removeFromNetwork().then(
    () => true,
    () => false,
  )
  const answered = await Promise.race([left, late])
  clearTimeout(timer)
  if (!answered) device.removeFromDatabase()
  return answered
}
