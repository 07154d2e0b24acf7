import type { PageWords } from './en.ts'

export const de: PageWords = {
  title: 'Zum Mitnehmen',
  from: '{room}, {store}',
  list: 'Für diese Stimmung',
  once: 'Einmal für zu Hause',
  article: 'Artikel',
  aisle: 'Gang',
  bin: 'Fach',
  ask: 'Nach dem heutigen Preis fragen',
  sum: 'Zusammen',
  unpriced: 'ohne das, was hier keinen Preis hat',
  until: 'Preise gültig bis {day}',
  settings: 'So einstellen',
  on: 'An',
  off: 'Aus',
  open: 'Offen',
  closed: 'Geschlossen',
  partlyOpen: '{percent} offen',
  how: 'Was sie zurückbringt',
  hub: 'Ein Hub und seine App. Jeden Wert einmal eingeben; danach bringt ein Druck die Stimmung zurück.',
  moments:
    'Im Laden geht die Stimmung von selbst weiter. Zu Hause braucht das eine Zeitschaltung in der App; nicht jeder Hub hat eine.',
  palettes: 'Im Laden wandern die Farben. Nicht jeder Hub kann das; ohne es stehen sie still.',
  yours: 'Wände, Möbel und Tageslicht sind Ihre eigenen, also wird es auch das Licht sein.',
  private:
    'All das stand in dem Code, den Sie gescannt haben. Diese Seite fragt niemanden und speichert nichts: mit einem Lesezeichen behalten Sie sie.',
  garbled: 'Diese Liste lässt sich nicht lesen',
  garbledStory: 'Unterwegs ging etwas vom Code verloren. Scannen Sie ihn am Kiosk noch einmal.',
  newer: 'Diese Liste ist neuer als diese Seite',
  newerStory: 'Laden Sie die Seite neu, oder scannen Sie den Code noch einmal.',
}
