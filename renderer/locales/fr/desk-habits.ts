import type { Translation } from '../translation.ts'

/** What managers read where they say how the kiosk behaves in their store, in French. */
export const deskHabitsFr: NonNullable<Translation['desk']> = {
  habits: {
    title: 'Pour les clients',
    rooms: 'Pièces proposées aux clients',
    languages: 'Langues au choix',
    idle: 'Une visite se termine sans toucher après',
    idleUsual: 'Comme réglé sur l’ordinateur',
    brightness: 'Luminosité de l’écran',
    volume: 'Volume de la lecture à voix haute',
    attract: 'Quand personne n’est là',
    scenes: 'Les lampes vont d’ambiance en ambiance',
    still: 'La première ambiance reste',
    night: 'Quand le magasin est fermé',
    lamps: 'Lampes',
    off: 'S’éteignent',
    'first-scene': 'Gardent la première ambiance',
    screen: 'Écran',
    room: 'Montre la pièce',
    dark: 'Noir jusqu’à ce qu’on le touche',
    otherDays: 'Jours à autres horaires',
    otherDaysHint: 'Jours fériés et autres : les horaires habituels n’y comptent pas.',
    addDay: 'Ajouter ce jour',
    remove: 'Retirer',
    removeDay: 'Retirer : {day}',
    places: 'Où sont les produits',
    placesHint:
      'Allée et casier tels qu’ils sont dans ce magasin. Videz les deux, et ce que dit le siège compte de nouveau.',
    placesOpen: 'Changer les emplacements',
    aisle: 'Allée',
    bin: 'Casier',
    placesBoth: 'Un emplacement a une allée et un casier : remplissez les deux, ou aucun.',
  },
}
