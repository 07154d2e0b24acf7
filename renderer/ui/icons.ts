/** Icons, drawn for this page: strokes in a 24 by 24 box. Scenes name the first eight. */
export const icons = {
  sunrise: [
    'M3 18h18',
    'M6.5 18a5.5 5.5 0 0 1 11 0',
    'M12 3v5',
    'M9.5 5.5 12 3l2.5 2.5',
    'M4 11.5l1.6 1.2',
    'M20 11.5l-1.6 1.2',
    'M8 21.5h8',
  ],
  sun: [
    'M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
    'M12 2v2',
    'M12 20v2',
    'M2 12h2',
    'M20 12h2',
    'M4.9 4.9l1.4 1.4',
    'M17.7 17.7l1.4 1.4',
    'M4.9 19.1l1.4-1.4',
    'M17.7 6.3l1.4-1.4',
  ],
  utensils: [
    'M7 2.5v19',
    'M4 2.5v5a3 3 0 0 0 6 0v-5',
    'M17 21.5v-7',
    'M17 14.5c-2 0-3-1.6-3-5 0-4 1.4-6.6 3-7z',
  ],
  film: [
    'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5z',
    'M10.3 9v6l5-3z',
  ],
  book: ['M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2z', 'M12 6.5v14'],
  moon: ['M20.5 14.2A8.5 8.5 0 1 1 9.8 3.5a7 7 0 0 0 10.7 10.7z'],
  sparkles: ['M11 4l1.7 4.8L17.5 10.5l-4.8 1.7L11 17l-1.7-4.8L4.5 10.5l4.8-1.7z', 'M19 15v5', 'M16.5 17.5h5'],
  power: ['M12 3v8', 'M6.7 6.7a7.5 7.5 0 1 0 10.6 0'],
  lamp: ['M9.5 18.5h5', 'M10.5 21.5h3', 'M9.5 18.5c0-2.5-3-3.6-3-7.5a5.5 5.5 0 0 1 11 0c0 3.9-3 5-3 7.5z'],
  blind: ['M3.5 3.5h17', 'M5 3.5v11.5h14V3.5', 'M5 7.3h14', 'M5 11.1h14', 'M12 15v4', 'M12 21.2v.1'],
  plug: ['M9 2.5v5', 'M15 2.5v5', 'M6 7.5h12v3.5a6 6 0 0 1-12 0z', 'M12 17v4.5'],
  motion: [
    'M13.5 5.2a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8z',
    'M7.5 11.5l3-3.5 3 1-1.5 5 3 3 .5 4.5',
    'M11.5 14.5l-1.5 3.5-3 2.5',
    'M13.5 9l1.5 2.5 3 .5',
  ],
  remote: [
    'M9 2.5h6a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z',
    'M12 6.5v3',
    'M10.5 8h3',
    'M10.5 13.5h3',
  ],
  hand: [
    'M9 12.5V5a1.6 1.6 0 0 1 3.2 0v6',
    'M12.2 11V9.7a1.6 1.6 0 0 1 3.1 0V12',
    'M15.3 11.3a1.5 1.5 0 0 1 3 0V15a6.5 6.5 0 0 1-6.5 6.5c-3 0-4.5-1.5-6-4.3L4.2 14a1.6 1.6 0 0 1 2.6-1.8L9 14.5',
  ],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
} as const satisfies Record<string, readonly string[]>

export type IconName = keyof typeof icons

/** The icon of that name; scenes written for a newer page may name one that is not here. */
export function iconNamed(name: string): IconName {
  return Object.hasOwn(icons, name) ? (name as IconName) : 'sparkles'
}
