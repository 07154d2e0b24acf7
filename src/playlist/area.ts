/** Who signs an area's playlists: "global", or "region-se" for the area "se". */
export function roleOfArea(area: string): string {
  return area === 'global' ? 'global' : `region-${area}`
}

/** Where the manifest that is listed as "se/winter/8.json" lies in a repository: under the name of its SHA-256. */
export function manifestPlace(path: string, sha256: string): string {
  const cut = path.lastIndexOf('/') + 1
  return `targets/${path.slice(0, cut)}${sha256}.${path.slice(cut)}`
}
