import type { PageWords } from './en.ts'

export const sv: PageWords = {
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
