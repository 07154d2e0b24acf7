import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isFresh } from '../../bake/bake-room.ts'
import { planProblems } from '../../bake/read-room.ts'
import { programVersion } from '../../contract/version.ts'
import { readContentFolder } from '../../platform/content-folder.ts'
import type { Offered } from '../../playlist/evaluate.ts'
import type { Playlist } from '../../playlist/playlist.ts'
import { readPlaylists } from '../../playlist/playlist-files.ts'
import { forecast, offersOf, type Store, storeList } from '../../publish/forecast.ts'
import { preparePublication, withPublication } from '../../publish/publish-playlist.ts'
import { PublishError } from '../../publish/repository.ts'
import { type Content, readContent, type SourceFile } from '../../showroom/content.ts'
import { problemSentence, readYamlFile } from '../../showroom/yaml-file.ts'
import { sha256Of } from '../../updates/content-store.ts'
import { drawScenes } from '../scene-pictures.ts'
import { officeOptions, openOffice } from './open-office.ts'
import { said } from './said.ts'

const publishUsage = `showroom publish PLAYLIST [--area global] [--ring 1]

Checks playlists/PLAYLIST.yaml and all it is made of as a kiosk does, signs it, and writes it to the folder that the web
server serves, for a share of the kiosks; "showroom rollout" brings it to more.

  --area AREA        "global", or the country whose kiosks shall see it (default: global)
  --ring PERCENT     the share of kiosks that get it first (default: 1)
  --dry-run          signs nothing; says what it would be
  --stores FILE      with --dry-run: says what each store in FILE would show, and when, once
                     all kiosks get it
  --days N           with --stores: for so many days (default: 7)
  --content FOLDER   rooms, scenes and playlists (default: scenes)
  --baked FOLDER     the rooms' baked light (default: out/rooms)
  --pictures FOLDER  draws each of its scenes first (needs Chromium), so that one sees what one publishes
  --office FOLDER, --keys FOLDER, SHOWROOM_PASSPHRASE   as with "showroom keys"
`

/** `showroom publish`. Exit code 1 when it did not work, 2 when it was called wrongly. */
export async function publish(args: string[], pictures = drawScenes): Promise<number> {
  return said(publishUsage, args, async () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        area: { type: 'string', default: 'global' },
        ring: { type: 'string', default: '1' },
        'dry-run': { type: 'boolean', default: false },
        stores: { type: 'string' },
        days: { type: 'string', default: '7' },
        content: { type: 'string', default: 'scenes' },
        baked: { type: 'string', default: join('out', 'rooms') },
        pictures: { type: 'string' },
        ...officeOptions,
      },
    })
    const [id, ...others] = positionals
    if (id === undefined || others.length > 0) return null
    const ring = percent(values.ring)
    const office = openOffice(values)
    const { repository } = office
    const { area } = values
    const { files, content, playlist } = await goodPlaylist(values.content, id)
    const bakedFolder = resolve(values.baked)
    for (const room of playlist.rooms) await assertBaked(resolve(values.content), bakedFolder, room)
    if (values.pictures !== undefined)
      await draw(playlist, content, bakedFolder, resolve(values.pictures), pictures)
    const isDry = values['dry-run']
    const put = (bytes: Buffer) =>
      isDry ? Promise.resolve({ bytes: bytes.length, sha256: sha256Of(bytes) }) : repository.putContent(bytes)
    const publication = await preparePublication(repository, area, playlist, { files, bakedFolder }, put)
    const { revision, files: parts } = publication.manifest
    const mebibytes = (parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 / 1024).toFixed(1)
    const what = `${area}/${id}, revision ${revision}: ${parts.length} files, ${mebibytes} MiB, for ${ring} % of the kiosks`
    if (isDry) {
      const areas = new Map([['global', await repository.entries('global')]])
      if (area !== 'global') areas.set(area, await repository.entries(area))
      // As it will be once it is rolled out to all.
      const offer = {
        key: `${area}/${id}`,
        revision,
        playlist,
        ring: 100,
        stop: false,
        broken: null,
        late: null,
        lacks: null,
      }
      const offers = [...(await offersOf(repository, areas)), offer]
      const stores = values.stores === undefined ? [] : await readStores(values.stores)
      return [`Would publish ${what}.`, ...forecastLines(stores, offers, Number(values.days))]
    }
    const signers = await office.areaKeys(area)
    await repository.writeEntries(area, await withPublication(repository, area, publication, ring), signers)
    await office.release()
    return [
      `Published ${what}.`,
      ring < 100 ? `Next, when these do well: showroom rollout ${id} --area ${area}` : 'All kiosks get it.',
      `Serve ${repository.folder} now.`,
    ]
  })
}

export function percent(text: string): number {
  const number = Number(text.replace(/\s*%$/, ''))
  if (text === '' || Number.isNaN(number) || number < 0 || number > 100) {
    throw new PublishError(`"${text}" is no share of the kiosks: write 0 to 100`)
  }
  return number
}

async function goodPlaylist(
  content: string,
  id: string,
): Promise<{
  readonly files: readonly SourceFile[]
  readonly content: Content
  readonly playlist: Playlist
}> {
  const { files, unreadable } = await readContentFolder(resolve(content))
  const read = readContent(files, unreadable, planProblems)
  const { playlists, problems } = readPlaylists(files, read)
  const wrong = [...read.problems, ...problems]
  if (wrong.length > 0) {
    const lines = wrong.map((problem) => `${content}/${problemSentence(problem)}`)
    throw new PublishError(
      [...lines, `Nothing is published; mend this first (showroom check ${content}).`].join('\n'),
    )
  }
  const playlist = playlists.find((one) => one.id === id)
  if (playlist === undefined) {
    const known = playlists.map((one) => one.id).join(', ')
    throw new PublishError(
      `there is no ${content}/playlists/${id}.yaml${known === '' ? '' : ` (there are ${known})`}`,
    )
  }
  return { files, content: read, playlist }
}

async function assertBaked(content: string, folder: string, room: string): Promise<void> {
  const baked = join(folder, room)
  const found = await stat(join(baked, 'room.json')).catch(() => null)
  if (found === null) throw new PublishError(`${baked} has no baked light; make it by: npm run build`)
  if (!(await isFresh(join(content, 'rooms', room), baked))) {
    throw new PublishError(
      `${baked} is the light of "${room}" before it was changed; make it anew by: npm run build`,
    )
  }
}

/** The scenes of a playlist, in the light that is published with it. */
async function draw(
  { rooms, scenes }: Playlist,
  content: Content,
  bakedFolder: string,
  into: string,
  pictures: typeof drawScenes,
): Promise<void> {
  for (const room of content.rooms.filter(({ id }) => rooms.includes(id))) {
    const shown = content.scenes.filter(
      (scene) =>
        scene.room === room.id &&
        (scenes === undefined || scenes.some((one) => one.room === room.id && one.scene === scene.id)),
    )
    const code = await pictures(join(bakedFolder, room.id), room, shown, into).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      throw new PublishError(`the scenes of "${room.id}" could not be drawn: ${why}`)
    })
    if (code !== 0) throw new PublishError(`the scenes of "${room.id}" could not be drawn`)
  }
}

async function readStores(file: string): Promise<readonly Store[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PublishError(`${file} cannot be read`)
  })
  const result = readYamlFile(file, text, storeList)
  if (result.ok) return result.checked.value.stores
  throw new PublishError(result.problems.map(problemSentence).join('\n'))
}

function forecastLines(stores: readonly Store[], offers: readonly Offered[], days: number): string[] {
  if (!Number.isInteger(days) || days < 1 || days > 366) throw new PublishError('--days is 1 to 366')
  return stores.flatMap((store) => {
    const show = new Intl.DateTimeFormat('en-GB', {
      timeZone: store.timeZone,
      ...{ weekday: 'short', day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' },
    })
    const moments = forecast(store, programVersion, offers, Date.now(), days)
    return [
      `${store.id} (${store.timeZone})`,
      ...moments.map(
        ({ atMs, plays }) => `  ${show.format(atMs).replace(',', '')}  ${plays ?? 'what is built in'}`,
      ),
    ]
  })
}
