import { decimalsOf } from '../../src/contract/currency.ts'
import type { Price } from '../../src/contract/shop.ts'

/**
 * An amount as people of a language write it in a country: "599 kr", "54,99 €", "€54.99". `amount` is in the
 * currency's smallest unit.
 */
export function formatMoney(
  { amount, currency }: Pick<Price, 'amount' | 'currency'>,
  language: string,
  country: string | null,
): string {
  const format = new Intl.NumberFormat(localeOf(language, country), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  })
  return format.format(amount / 10 ** decimalsOf(currency))
}

/** A day of the store's calendar, "2026-11-21", in words. */
export function formatDay(day: string, language: string, country: string | null): string {
  const format = new Intl.DateTimeFormat(localeOf(language, country), { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** The language on the screen, with the country's habits where both go together. */
function localeOf(language: string, country: string | null): Intl.Locale {
  return new Intl.Locale(language, country === null ? {} : { region: country })
}
