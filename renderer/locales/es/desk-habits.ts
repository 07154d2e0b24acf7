import type { Translation } from '../translation.ts'

/** What managers read where they say how the kiosk behaves in their store, in Spanish. */
export const deskHabitsEs: NonNullable<Translation['desk']> = {
  habits: {
    title: 'Para los clientes',
    rooms: 'Salas que ven los clientes',
    languages: 'Idiomas para elegir',
    idle: 'Una visita termina sin tocar tras',
    idleUsual: 'Como está en el ordenador',
    brightness: 'Brillo de la pantalla',
    volume: 'Volumen de la lectura en voz alta',
    attract: 'Cuando no hay nadie',
    scenes: 'Las lámparas pasan de ambiente en ambiente',
    still: 'Se queda el primer ambiente',
    night: 'Cuando la tienda está cerrada',
    lamps: 'Lámparas',
    off: 'Se apagan',
    'first-scene': 'Siguen en el primer ambiente',
    screen: 'Pantalla',
    room: 'Muestra la sala',
    dark: 'Oscura hasta que alguien la toque',
    otherDays: 'Días con otro horario',
    otherDaysHint: 'Festivos y similares: esos días no vale el horario habitual.',
    addDay: 'Añadir este día',
    remove: 'Quitar',
    removeDay: 'Quitar: {day}',
    places: 'Dónde están los productos',
    placesHint:
      'Pasillo y hueco tal como son en esta tienda. Deja ambos vacíos y vuelve a valer lo que dice la central.',
    placesOpen: 'Cambiar lugares',
    aisle: 'Pasillo',
    bin: 'Hueco',
    placesBoth: 'Un lugar tiene pasillo y hueco: rellena ambos o ninguno.',
  },
}
