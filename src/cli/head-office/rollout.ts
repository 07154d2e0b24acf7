import { parseArgs } from 'node:util'
import type { Rollout } from '../../playlist/manifest.ts'
import { revisionOf, withRollout } from '../../publish/publish-playlist.ts'
import { PublishError } from '../../publish/repository.ts'
import { officeOptions, openOffice } from './open-office.ts'
import { percent } from './publish.ts'
import { said } from './said.ts'

const rolloutUsage = `showroom rollout PLAYLIST [--area global] [--to PERCENT]
showroom stop PLAYLIST [--area global] [--newest]

rollout   brings the newest revision to more kiosks: 1, 10, 50, then 100 %, or what --to says
stop      kiosks stop playing it as soon as they hear of it: all of it, or with --newest only the newest revision, so
          that the one before plays again. "showroom rollout" takes it back, for as many kiosks as before.

  --office FOLDER, --keys FOLDER, SHOWROOM_PASSPHRASE   as with "showroom keys"
`

/** What staff watch for a day or two before the next. */
const steps = [1, 10, 50, 100]

/** `showroom rollout`. Exit code 1 when it did not work, 2 when it was called wrongly. */
export async function rollOut(args: string[]): Promise<number> {
  return change(args, ({ ring, stop: isStopped }, to) => {
    // Whoever takes back a stop has not watched it anywhere yet.
    const further = isStopped ? ring : (steps.find((step) => step > ring) ?? 100)
    const next = to === undefined ? further : percent(to)
    return {
      change: { ring: next, stop: false },
      which: 'newest',
      said: `is for ${next} % of the kiosks ${isStopped ? 'again' : 'now'}`,
    }
  })
}

/** `showroom stop`. Exit code 1 when it did not work, 2 when it was called wrongly. */
export async function stop(args: string[]): Promise<number> {
  return change(args, (_before, _to, newest) => ({
    change: { stop: true },
    which: newest ? 'newest' : 'all',
    said: newest ? 'is stopped; the revision before plays again' : 'is stopped, all of it',
  }))
}

interface Step {
  readonly change: { readonly ring?: number; readonly stop?: boolean }
  readonly which: 'newest' | 'all'
  readonly said: string
}

function change(
  args: string[],
  stepFrom: (before: Rollout, to: string | undefined, newest: boolean) => Step,
): Promise<number> {
  return said(rolloutUsage, args, async () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        area: { type: 'string', default: 'global' },
        to: { type: 'string' },
        newest: { type: 'boolean', default: false },
        ...officeOptions,
      },
    })
    const [id, ...others] = positionals
    if (id === undefined || others.length > 0) return null
    const { area } = values
    const office = openOffice(values)
    const entries = await office.repository.entries(area)
    const newest = [...entries]
      .filter(([path]) => path.startsWith(`${area}/${id}/`))
      .toSorted(([a], [b]) => revisionOf(b) - revisionOf(a))[0]
    const step = stepFrom(newest?.[1].custom ?? { ring: 0, stop: false }, values.to, values.newest)
    const next = withRollout(entries, area, id, step.change, step.which)
    if (newest === undefined) throw new PublishError(`"${area}" has no playlist "${id}"`)
    await office.repository.writeEntries(area, next, await office.areaKeys(area))
    await office.release()
    const revision = step.which === 'all' ? '' : `, revision ${revisionOf(newest[0])},`
    return [`${area}/${id}${revision} ${step.said}.`, `Serve ${office.repository.folder} now.`]
  })
}
