import { readYamlFile } from '../../showroom/yaml-file.ts'
import type { Offered } from '../evaluate.ts'
import type { Kiosk } from '../kiosk.ts'
import { playlist } from '../playlist.ts'

/** A playlist offered to everybody, from the YAML that makes it special: "class: base\nshare: 2". */
export function offer(id: string, yaml = '', how: Partial<Offered> = {}): Offered {
  const rooms = yaml.includes('rooms:') ? '' : 'rooms: [den]\n'
  const text = `version: 1\nid: ${id}\ntitle: { en: T, sv: T }\n${rooms}${yaml}\n`
  const result = readYamlFile(`playlists/${id}.yaml`, text, playlist)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '))
  const { value } = result.checked
  const usual = {
    key: `se/${id}`,
    revision: 1,
    ring: 100,
    stop: false,
    broken: null,
    late: null,
    lacks: null,
  }
  return { ...usual, playlist: value, ...how }
}

export const someKiosk: Kiosk = {
  id: 'kiosk-1',
  store: 'se-012',
  country: 'se',
  tags: ['flagship', 'city'],
  app: '1.2.0',
  hardware: new Set(['den/pendant', 'den/blind']),
}
