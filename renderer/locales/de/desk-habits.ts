import type { Translation } from '../translation.ts'

/** What managers read where they say how the kiosk behaves in their store, in German. */
export const deskHabitsDe: NonNullable<Translation['desk']> = {
  habits: {
    title: 'Für Gäste',
    rooms: 'Räume, die Gäste finden',
    languages: 'Sprachen zur Auswahl',
    idle: 'Ein Besuch endet ohne Berührung nach',
    idleUsual: 'Wie am Computer eingestellt',
    brightness: 'Helligkeit des Bildschirms',
    volume: 'Lautstärke beim Vorlesen',
    attract: 'Wenn niemand da ist',
    scenes: 'Lampen gehen von Stimmung zu Stimmung',
    still: 'Die erste Stimmung bleibt',
    night: 'Wenn das Haus geschlossen ist',
    lamps: 'Lampen',
    off: 'Gehen aus',
    'first-scene': 'Bleiben in der ersten Stimmung',
    screen: 'Bildschirm',
    room: 'Zeigt den Raum',
    dark: 'Dunkel bis zur Berührung',
    otherDays: 'Tage mit anderen Zeiten',
    otherDaysHint: 'Feiertage und Ähnliches: An diesen Tagen gelten die üblichen Zeiten nicht.',
    addDay: 'Diesen Tag hinzufügen',
    remove: 'Entfernen',
    removeDay: 'Entfernen: {day}',
    places: 'Wo Produkte liegen',
    placesHint:
      'Gang und Fach, wie sie in diesem Haus sind. Leere beide, dann gilt wieder, was die Zentrale sagt.',
    placesOpen: 'Plätze ändern',
    aisle: 'Gang',
    bin: 'Fach',
    placesBoth: 'Ein Platz hat Gang und Fach: Fülle beide aus oder keines.',
  },
}
