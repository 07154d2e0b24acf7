/** A thing to buy, as the code carries it. What the store did not know of it is null. */
export interface TakeHomeItem {
  readonly name: string
  readonly count: number
  readonly article: string | null
  /** Of one, in the currency's smallest unit, and the last day on which that holds: "2026-11-21". */
  readonly price: { readonly amount: number; readonly until: string } | null
  readonly place: { readonly aisle: string; readonly bin: string } | null
  /** Needed once at home, however many scenes. */
  readonly once: boolean
}

/** What a fixture is set to in the scene; what it has no word for is null. */
export interface TakeHomeSetting {
  readonly name: string
  readonly on: boolean | null
  /** 0..1, in percent steps */
  readonly brightness: number | null
  /** In steps of 10 K. */
  readonly kelvin: number | null
  /** sRGB, "#rrggbb" */
  readonly colour: string | null
  /** 0..1, in percent steps */
  readonly openness: number | null
  /** Its openness is how far up it is. */
  readonly lowers: boolean
}

/** Everything that the code on the card carries: the same for everybody who looks at that scene in that language. */
export interface TakeHome {
  /** In which its words are: BCP 47. */
  readonly language: string
  readonly scene: string
  readonly room: string
  readonly store: { readonly name: string; readonly country: string } | null
  /** ISO 4217; null when nothing has a price. */
  readonly currency: string | null
  readonly items: readonly TakeHomeItem[]
  readonly settings: readonly TakeHomeSetting[]
  readonly beyond: readonly ('moments' | 'palettes')[]
}
