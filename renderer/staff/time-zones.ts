export interface TimeZoneGroup {
  /** "Europe"; empty for what belongs to no part of the world. */
  readonly name: string
  readonly options: readonly { readonly value: string; readonly name: string }[]
}

/** All time zones that the browser knows, by part of the world, as IANA names them: "Europe/Stockholm". */
export function timeZoneGroups(zones: readonly string[]): TimeZoneGroup[] {
  const groups = new Map<string, { value: string; name: string }[]>()
  for (const zone of zones) {
    const [part = '', ...rest] = zone.split('/')
    const name = (rest.length === 0 ? part : rest.join(', ')).replaceAll('_', ' ')
    const group = rest.length === 0 ? '' : part
    groups.set(group, [...(groups.get(group) ?? []), { value: zone, name }])
  }
  return [...groups].map(([name, options]) => ({ name, options }))
}
