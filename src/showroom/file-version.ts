type Data = Readonly<Record<string, unknown>>

/** How files of a kind have changed: each entry makes one of that version what it would be in the next. */
export interface FileVersions {
  readonly newest: number
  readonly upgrades: Readonly<Record<number, (old: Data) => Data>>
}

type Upgraded =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly message: string; readonly hint: string }

/** The data of a file as it would be written today. What is no file of any version is left to its schema. */
export function upgraded(data: unknown, { newest, upgrades }: FileVersions): Upgraded {
  if (!isData(data) || typeof data.version !== 'number') return { ok: true, data }
  if (data.version > newest) {
    const message = `this is version ${data.version}, and this kiosk reads up to ${newest}`
    return { ok: false, message, hint: `update the kiosk, or write the file as version ${newest}` }
  }
  let current: Data = data
  for (let version = data.version; version < newest; version++) {
    const upgrade = upgrades[version]
    if (upgrade === undefined) {
      const message = `there never was a version ${data.version}`
      return { ok: false, message, hint: `write "version: ${newest}"` }
    }
    current = { ...upgrade(current), version: version + 1 }
  }
  return { ok: true, data: current }
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
