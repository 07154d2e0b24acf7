import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { programMade, programVersion } from '../../contract/version.ts'
import { verdictSentence } from '../../playlist/verdict.ts'
import { PublishError } from '../../publish/repository.ts'
import { silentLog } from '../../showroom/log.ts'
import { WallClock } from '../../showroom/wall-clock.ts'
import { nodeDisk } from '../../updates/disk.ts'
import { sourceNamed } from '../../updates/source-named.ts'
import { StoreClock } from '../../updates/store-clock.ts'
import { Updates } from '../../updates/updates.ts'
import { said } from './said.ts'

const verifyUsage = `showroom verify SOURCE [--root head-office/root.json]

Does what a new kiosk does: fetches everything from SOURCE (a web address or a folder), checks every signature and hash,
and says what would play now, and why nothing else does.

  --root FILE       the root that kiosks have (default: head-office/root.json)
  --country XX, --store ID, --tags A,B, --kiosk ID   who the kiosk is
  --time-zone ZONE  where it stands (default: this machine's)
`

/** `showroom verify`. Exit code 1 when a kiosk would refuse it, 2 when it was called wrongly. */
export async function verify(args: string[]): Promise<number> {
  return said(verifyUsage, args, async () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        root: { type: 'string', default: join('head-office', 'root.json') },
        country: { type: 'string' },
        store: { type: 'string' },
        tags: { type: 'string', default: '' },
        kiosk: { type: 'string', default: 'verify' },
        'time-zone': { type: 'string' },
      },
    })
    const [name, ...others] = positionals
    if (name === undefined || others.length > 0) return null
    const root = await readFile(values.root, 'utf8').catch(() => {
      throw new PublishError(`${values.root} cannot be read; name the kiosks' root: --root FILE`)
    })
    const folder = await mkdtemp(join(tmpdir(), 'showroom-verify-'))
    try {
      const updates = new Updates({
        disk: nodeDisk,
        folder: join(folder, 'playlists'),
        memoryFile: join(folder, 'seen.json'),
        root,
        sources: [sourceNamed(/^https?:/i.test(name) ? name : resolve(name))],
        clock: new StoreClock(Date.now, () => performance.now(), Date.parse(programMade)),
        wall: new WallClock(values['time-zone'] ?? null),
        log: silentLog,
      })
      const tags = values.tags.split(',').filter((tag) => tag !== '')
      const kiosk = {
        ...{ id: values.kiosk, store: values.store ?? null, country: values.country ?? null, tags },
        ...{ app: programVersion, hardware: new Set<string>() },
      }
      await updates.start()
      const [result] = await updates.poll(kiosk, new AbortController().signal)
      if (result?.kind === 'refused') throw new PublishError(`a kiosk would refuse it: ${result.why}`)
      if (result?.kind === 'incomplete') throw new PublishError(`not all of it is there: ${result.why}`)
      const { plays, judged } = await updates.judge(kiosk)
      if (plays !== null && (await updates.open(plays)) === null) {
        throw new PublishError(`${plays.key}, revision ${plays.revision}, is genuine but cannot be played`)
      }
      return [
        'Every signature and every hash is right.',
        ...judged.map(
          ({ offered: { key, revision }, verdict }) =>
            `  ${key}, revision ${revision}: ${verdictSentence(verdict)}`,
        ),
        ...(isUnheardOf(kiosk.country, judged)
          ? [`Nothing is published for "${kiosk.country}" alone. Is that the name of its area?`]
          : []),
        plays === null
          ? 'What is built in plays now.'
          : `${plays.key}, revision ${plays.revision}, plays now.`,
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

/** A country that is misspelt is no error to a kiosk: it shows what is for all. */
function isUnheardOf(
  country: string | null,
  judged: readonly { readonly offered: { readonly key: string } }[],
): boolean {
  return country !== null && !judged.some(({ offered }) => offered.key.startsWith(`${country}/`))
}
