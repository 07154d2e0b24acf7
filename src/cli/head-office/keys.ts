import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { regionCode } from '../../playlist/kiosk.ts'
import type { Quorum } from '../../publish/office.ts'
import { PublishError } from '../../publish/repository.ts'
import { officeOptions, openOffice } from './open-office.ts'
import { said } from './said.ts'

const keysUsage = `showroom keys create [--areas se,no] [--root 3/5] [--targets 2/3] [--area 1/2]
showroom keys area AREA          another country, with keys of its own
showroom keys rotate ROLE        new keys for root, targets, snapshot, timestamp or an area
showroom keys renew              says anew that the newest is the newest: daily, for instance by cron

  --office FOLDER   head office's folder (default: head-office)
  --keys FOLDER     where more keys lie, such as a stick from the safe

"3/5" means that three of five keys must sign. Keys are sealed with a passphrase: SHOWROOM_PASSPHRASE, or asked for.
`

/** `showroom keys`: head office's keys. Exit code 1 when it did not work, 2 when it was called wrongly. */
export async function keys(args: string[]): Promise<number> {
  return said(keysUsage, args, async () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...officeOptions,
        areas: { type: 'string', default: 'global' },
        root: { type: 'string', default: '3/5' },
        targets: { type: 'string', default: '2/3' },
        area: { type: 'string', default: '1/2' },
      },
    })
    const [what, name] = positionals
    const office = openOffice(values, what !== 'renew')
    const { folder } = office
    switch (what) {
      case 'create': {
        const areas = [...new Set(['global', ...values.areas.split(',').map((text) => text.trim())])]
        for (const area of areas) if (area !== 'global') assertArea(area)
        await office.create({
          areas,
          root: quorum(values.root),
          targets: quorum(values.targets),
          area: quorum(values.area),
        })
        return [
          `Keys are in ${join(folder, 'keys')}.`,
          '  root-*      rule over all others: copy each to a stick of its own, lock them away, and delete them here',
          '  targets-*   say which areas there are: the same',
          `  global-*, region-*   publish playlists for all (global) or one country (${areas.join(', ')})`,
          '  snapshot-1, timestamp-1   sign daily: they stay on the machine that publishes',
          `Kiosks need ${join(folder, 'root.json')}; any web server can serve ${join(folder, 'repository')}.`,
          'Next: showroom publish PLAYLIST',
        ]
      }
      case 'area': {
        if (name === undefined) return null
        assertArea(name)
        await office.addArea(name, quorum(values.area))
        return [`There is an area "${name}" now, with keys of its own.`]
      }
      case 'rotate': {
        if (name === undefined) return null
        await office.rotate(name)
        return [`"${name}" has new keys. Serve the repository anew; then the old ones count no more.`]
      }
      case 'renew': {
        await office.renew()
        return ['Signed anew. Serve the repository anew.']
      }
      default:
        return null
    }
  })
}

function assertArea(area: string): void {
  const checked = regionCode.safeParse(area)
  if (!checked.success) throw new PublishError(`"${area}": ${checked.error.issues[0]?.message}`)
}

function quorum(text: string): Quorum {
  const match = /^([1-9])\/([1-9])$/.exec(text)
  if (match === null) throw new PublishError(`"${text}": write how many of how many keys must sign, like 2/3`)
  return { threshold: Number(match[1]), keys: Number(match[2]) }
}
