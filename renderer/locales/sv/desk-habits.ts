import type { deskHabitsEn } from '../en/desk-habits.ts'

/** What managers read where they say how the kiosk behaves in their store, in Swedish. */
export const deskHabitsSv: typeof deskHabitsEn = {
  habits: {
    title: 'För kunderna',
    rooms: 'Rum som kunderna hittar',
    languages: 'Språk att välja mellan',
    idle: 'Ett besök slutar utan beröring efter',
    idleUsual: 'Som datorn är inställd',
    brightness: 'Skärmens ljusstyrka',
    volume: 'Uppläsningens volym',
    attract: 'När ingen är här',
    scenes: 'Lamporna går från stämning till stämning',
    still: 'Den första stämningen står kvar',
    night: 'När varuhuset är stängt',
    lamps: 'Lampor',
    off: 'Släcks',
    'first-scene': 'Stannar i första stämningen',
    screen: 'Skärm',
    room: 'Visar rummet',
    dark: 'Mörk tills någon rör den',
    otherDays: 'Dagar med andra tider',
    otherDaysHint: 'Helger och liknande: de dagarna gäller inte de vanliga tiderna.',
    addDay: 'Lägg till dagen',
    remove: 'Ta bort',
    removeDay: 'Ta bort: {day}',
    places: 'Var varorna finns',
    placesHint:
      'Gång och fack så som de är i det här varuhuset. Töm båda, så gäller åter vad huvudkontoret säger.',
    placesOpen: 'Ändra platser',
    aisle: 'Gång',
    bin: 'Fack',
    placesBoth: 'En plats har gång och fack: fyll i båda eller ingen.',
  },
}
