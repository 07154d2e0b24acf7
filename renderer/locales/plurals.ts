/** The order in which the forms of a message stand: "one lamp | {n} lamps" (Unicode CLDR's names and order). */
const order: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other']

/** The forms that a language counts in, and so how many alternatives its counting messages have. */
export function pluralForms(language: string): readonly Intl.LDMLPluralRule[] {
  const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return order.filter((form) => known.includes(form))
}

/** Which of a message's alternatives a number takes; of a message with fewer, the last one. */
export function pluralForm(language: string): (count: number, alternatives: number) => number {
  const rules = new Intl.PluralRules(language)
  const forms = pluralForms(language)
  return (count, alternatives) => Math.min(forms.indexOf(rules.select(count)), alternatives - 1)
}
