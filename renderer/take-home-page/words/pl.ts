import type { PageWords } from './en.ts'

export const pl: PageWords = {
  title: 'Do domu',
  from: '{room}, {store}',
  list: 'Do tego nastroju',
  once: 'Raz do domu',
  article: 'Artykuł',
  aisle: 'Alejka',
  bin: 'Półka',
  ask: 'Zapytaj o dzisiejszą cenę',
  sum: 'Razem',
  unpriced: 'bez tego, co nie ma tu ceny',
  until: 'Ceny ważne do {day}',
  settings: 'Ustaw tak',
  on: 'Włączone',
  off: 'Wyłączone',
  open: 'Otwarte',
  closed: 'Zamknięte',
  partlyOpen: 'otwarte w {percent}',
  how: 'Co przywróci ten nastrój',
  hub: 'Hub i jego aplikacja. Wpisz każdą wartość raz; potem wystarczy jedno naciśnięcie.',
  moments:
    'W sklepie nastrój zmienia się sam. W domu potrzebny jest do tego czasomierz w aplikacji; nie każdy hub go ma.',
  palettes: 'W sklepie kolory wędrują. Nie każdy hub to potrafi; bez tego stoją w miejscu.',
  yours: 'Ściany, meble i światło dzienne są twoje, więc i światło będzie twoje.',
  private:
    'Wszystko to było w zeskanowanym kodzie. Ta strona nikogo o nic nie pyta i niczego nie zapisuje: dodaj ją do zakładek, by ją zachować.',
  garbled: 'Nie można odczytać tej listy',
  garbledStory: 'Część kodu zginęła po drodze. Zeskanuj go jeszcze raz przy kiosku.',
  newer: 'Ta lista jest nowsza niż ta strona',
  newerStory: 'Odśwież stronę albo zeskanuj kod jeszcze raz.',
}
