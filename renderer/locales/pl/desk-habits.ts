import type { Translation } from '../translation.ts'

/** What managers read where they say how the kiosk behaves in their store, in Polish. */
export const deskHabitsPl: NonNullable<Translation['desk']> = {
  habits: {
    title: 'Dla klientów',
    rooms: 'Pokoje, które widzą klienci',
    languages: 'Języki do wyboru',
    idle: 'Wizyta kończy się bez dotyku po',
    idleUsual: 'Jak ustawiono na komputerze',
    brightness: 'Jasność ekranu',
    volume: 'Głośność czytania na głos',
    attract: 'Gdy nikogo nie ma',
    scenes: 'Lampy przechodzą z nastroju w nastrój',
    still: 'Pierwszy nastrój zostaje',
    night: 'Gdy sklep jest zamknięty',
    lamps: 'Lampy',
    off: 'Gasną',
    'first-scene': 'Zostają w pierwszym nastroju',
    screen: 'Ekran',
    room: 'Pokazuje pokój',
    dark: 'Ciemny, aż ktoś go dotknie',
    otherDays: 'Dni z innymi godzinami',
    otherDaysHint: 'Święta i podobne: w te dni zwykłe godziny nie obowiązują.',
    addDay: 'Dodaj ten dzień',
    remove: 'Usuń',
    removeDay: 'Usuń: {day}',
    places: 'Gdzie są produkty',
    placesHint:
      'Alejka i miejsce tak, jak są w tym sklepie. Opróżnij oba, a znów liczy się to, co mówi centrala.',
    placesOpen: 'Zmień miejsca',
    aisle: 'Alejka',
    bin: 'Miejsce',
    placesBoth: 'Położenie ma alejkę i miejsce: wypełnij oba albo żadne.',
  },
}
