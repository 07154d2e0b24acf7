import type { Language } from '../../src/contract/words.ts'

/** Everything the page says by itself. `{…}` is filled in. */
const en = {
  title: 'To take home',
  from: '{room}, {store}',
  list: 'For this scene',
  once: 'Once for your home',
  article: 'Article',
  aisle: 'Aisle',
  bin: 'Bin',
  ask: 'Ask for today’s price',
  sum: 'Together',
  unpriced: 'without what has no price here',
  until: 'Prices valid to {day}',
  settings: 'Set it like this',
  on: 'On',
  off: 'Off',
  open: 'Open',
  closed: 'Closed',
  partlyOpen: '{percent} open',
  how: 'What brings it back',
  hub: 'A hub and its app. Enter each value once; from then on one press brings the scene back.',
  moments:
    'In the store the scene goes on by itself. At home that takes a timer in the app; not every hub has one.',
  palettes: 'In the store the colours wander. Not every hub can do that; without it they stand still.',
  yours: 'Walls, furniture and daylight are your own, so the light will be, too.',
  private:
    'All of this was in the code you scanned. This page asks nobody for anything and stores nothing: bookmark it to keep it.',
  garbled: 'This list cannot be read',
  garbledStory: 'Something of the code was lost on the way. Scan it once more at the kiosk.',
  newer: 'This list is newer than this page',
  newerStory: 'Reload the page, or scan the code once more.',
}
export type PageWords = Readonly<typeof en>

const sv: PageWords = {
  title: 'Att ta med hem',
  from: '{room}, {store}',
  list: 'För stämningen',
  once: 'En gång till hemmet',
  article: 'Artikel',
  aisle: 'Gång',
  bin: 'Fack',
  ask: 'Fråga om dagens pris',
  sum: 'Tillsammans',
  unpriced: 'utan det som saknar pris här',
  until: 'Priserna gäller till {day}',
  settings: 'Ställ in så här',
  on: 'På',
  off: 'Av',
  open: 'Öppen',
  closed: 'Stängd',
  partlyOpen: '{percent} öppen',
  how: 'Det här tar tillbaka den',
  hub: 'En hubb och dess app. Skriv in varje värde en gång; sedan räcker ett tryck.',
  moments:
    'I varuhuset går stämningen vidare av sig själv. Hemma behövs en timer i appen; den finns inte i alla hubbar.',
  palettes: 'I varuhuset vandrar färgerna. Det kan inte alla hubbar; utan det står de stilla.',
  yours: 'Väggar, möbler och dagsljus är dina egna, så ljuset blir också ditt eget.',
  private:
    'Allt det här fanns i koden du skannade. Sidan frågar ingen om något och sparar inget: gör ett bokmärke om du vill behålla den.',
  garbled: 'Listan går inte att läsa',
  garbledStory: 'Något av koden kom bort på vägen. Skanna den en gång till vid kiosken.',
  newer: 'Listan är nyare än sidan',
  newerStory: 'Ladda om sidan, eller skanna koden en gång till.',
}

/** What the page speaks. A language that lacks something says it in English. */
const spoken: Readonly<Partial<Record<Language, Partial<PageWords>>>> = { en, sv }

export function wordsIn(language: string): PageWords {
  return { ...en, ...spoken[language as Language] }
}

/** The first language that a phone likes and the page speaks, or that of the list, or English. */
export function languageFor(liked: readonly string[], ofList: string): string {
  const known = Object.keys(spoken)
  const speaks = (tag: string) =>
    known.find((language) => tag === language || tag.split('-')[0] === language.split('-')[0])
  for (const tag of [...liked, ofList]) {
    const language = speaks(tag)
    if (language !== undefined) return language
  }
  return 'en'
}

export function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
