import type { Price } from '../../src/contract/shop.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { useWords } from '../locales/words.ts'
import { formatDay, formatMoney } from './money.ts'

/** Prices and days in the language chosen, as they are written where the store is. */
export function useMoney() {
  const showroom = useShowroom()
  const { language } = useWords()
  const country = () => showroom.shop?.store?.country ?? null
  return {
    money: (price: Pick<Price, 'amount' | 'currency'>): string =>
      formatMoney(price, language.value, country()),
    day: (day: string): string => formatDay(day, language.value, country()),
  }
}
