/** What a surface is made of. `albedo` is linear Rec. 709 reflectance; a pattern keeps it as its mean. */
export interface Material {
  readonly albedo: readonly [number, number, number]
  /** 0 is a mirror, 1 is chalk. */
  readonly roughness: number
  readonly metalness?: number
  /** A pattern that the screen draws. */
  readonly pattern?: string
  readonly twoSided?: boolean
}

/** The palette: warm whites, oak, moss and rust, so that light of every colour finds something to colour. */
export const materials = {
  wall: { albedo: [0.71, 0.67, 0.6], roughness: 0.95, pattern: 'plaster' },
  ceiling: { albedo: [0.82, 0.81, 0.79], roughness: 0.95 },
  joinery: { albedo: [0.76, 0.74, 0.7], roughness: 0.5 },
  lacquer: { albedo: [0.78, 0.77, 0.74], roughness: 0.42 },
  floor: { albedo: [0.43, 0.29, 0.17], roughness: 0.42, pattern: 'planks' },
  oak: { albedo: [0.5, 0.34, 0.2], roughness: 0.5, pattern: 'wood' },
  'sofa-cloth': { albedo: [0.17, 0.2, 0.135], roughness: 0.95, pattern: 'weave' },
  'rust-cloth': { albedo: [0.5, 0.17, 0.07], roughness: 0.95, pattern: 'weave' },
  'ochre-cloth': { albedo: [0.6, 0.38, 0.12], roughness: 0.95, pattern: 'weave' },
  'cream-cloth': { albedo: [0.68, 0.62, 0.52], roughness: 0.98, pattern: 'wool' },
  'grey-cloth': { albedo: [0.28, 0.28, 0.28], roughness: 0.98, pattern: 'wool' },
  rug: { albedo: [0.62, 0.56, 0.47], roughness: 1, pattern: 'berber' },
  linen: { albedo: [0.6, 0.5, 0.4], roughness: 1, pattern: 'weave' },
  boucle: { albedo: [0.7, 0.66, 0.58], roughness: 1, pattern: 'wool' },
  curtain: { albedo: [0.74, 0.7, 0.63], roughness: 1, pattern: 'linen', twoSided: true },
  blind: { albedo: [0.66, 0.63, 0.57], roughness: 1, pattern: 'linen', twoSided: true },
  shade: { albedo: [0.75, 0.71, 0.64], roughness: 1, pattern: 'linen' },
  opal: { albedo: [0.82, 0.8, 0.76], roughness: 0.35 },
  paper: { albedo: [0.8, 0.77, 0.7], roughness: 1 },
  bulb: { albedo: [0.8, 0.8, 0.78], roughness: 0.3 },
  brass: { albedo: [0.6, 0.43, 0.2], roughness: 0.3, metalness: 0.7 },
  steel: { albedo: [0.5, 0.5, 0.5], roughness: 0.3, metalness: 0.7 },
  metal: { albedo: [0.4, 0.4, 0.4], roughness: 0.45 },
  black: { albedo: [0.035, 0.034, 0.033], roughness: 0.5 },
  vinyl: { albedo: [0.02, 0.02, 0.022], roughness: 0.22, pattern: 'grooves' },
  label: { albedo: [0.55, 0.16, 0.07], roughness: 0.7, pattern: 'label' },
  terracotta: { albedo: [0.48, 0.22, 0.12], roughness: 0.85, pattern: 'plaster' },
  matte: { albedo: [0.6, 0.55, 0.45], roughness: 0.85 },
  leaf: { albedo: [0.075, 0.15, 0.05], roughness: 0.45, pattern: 'leaf', twoSided: true },
  ceramic: { albedo: [0.7, 0.66, 0.6], roughness: 0.35 },
  basket: { albedo: [0.5, 0.35, 0.19], roughness: 0.95, pattern: 'basket' },
  'art-sun': { albedo: [0.55, 0.36, 0.24], roughness: 0.8, pattern: 'art-sun' },
  'art-leaf': { albedo: [0.5, 0.5, 0.42], roughness: 0.8, pattern: 'art-leaf' },
  'art-hills': { albedo: [0.42, 0.42, 0.4], roughness: 0.8, pattern: 'art-hills' },
  view: { albedo: [0, 0, 0], roughness: 1, pattern: 'view' },
  'indicator-lens': { albedo: [0.3, 0.3, 0.3], roughness: 0.4 },
} as const satisfies Record<string, Material>

type Finish = keyof typeof materials

/** A material of the palette, or one in a colour of its own: "sofa-cloth #7d8a6a". */
export type MaterialName = Finish | `${Finish} #${string}`

/** No paint or cloth gives back more of the light. */
const brightest = 0.87

/** A material without its own colour: what is drawn alike, tint apart. */
export function finishOf(name: MaterialName): Finish {
  return name.split(' ', 1)[0] as Finish
}

/** Whether a description's finish is one we have. */
export function isMaterial(name: string): name is MaterialName {
  return Object.hasOwn(materials, name.split(' ', 1)[0] ?? '')
}

export function materialNamed(name: MaterialName): Material {
  const [finish, hex] = name.split(' ') as [Finish, string?]
  const material: Material = materials[finish]
  if (hex === undefined) return material
  const channel = (at: number) =>
    Math.min(brightest, linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return { ...material, albedo: [channel(1), channel(3), channel(5)] }
}

/** IEC 61966-2-1. */
function linear(encoded: number): number {
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4
}
