import { z } from 'zod'
import type { Numbered } from '../air/journal.ts'
import type { VirtualDongle } from '../virtual-dongle.ts'

const number = z.coerce.number().int().min(0).default(0)

/** Numbers of the first entries that the asker has not seen. */
export const airQuery = z.strictObject({ frames: number, applied: number })

/** What went over the air, as GET /air shows it. Times are milliseconds of the dongle's own clock. */
export function viewAir(
  { clock, radio, random }: VirtualDongle,
  { frames, applied }: z.infer<typeof airQuery>,
) {
  const { journal, channel } = radio
  return {
    nowMs: clock.now(),
    seed: random.seed,
    busyMs: channel.busyMs,
    counts: journal.counts,
    next: { frames: journal.frames.count, applied: journal.applied.count },
    frames: journal.frames.since(frames).map(flat),
    applied: journal.applied.since(applied).map(flat),
  }
}

function flat<T extends object>({ number, entry }: Numbered<T>) {
  return { number, ...entry }
}
