import type { Translation } from '../translation.ts'

/** What managers read of the network's channel, of sticks that are not the store's, and of the store's sun, in Spanish. */
export const deskRadioEs: NonNullable<Translation['desk']> = {
  channel: {
    title: 'Canal de radio',
    hint: 'El wifi comparte el aire con las lámparas. Si responden tarde, quizá otro canal esté más tranquilo.',
    listen: 'Escuchar todos los canales',
    listening: 'Escuchando …',
    channel: 'Canal {channel}',
    now: 'actual',
    quiet: 'tranquilo',
    some: 'algo de tráfico',
    busy: 'mucho tráfico',
    best: 'el más tranquilo',
    move: 'Mover aquí',
    sureTitle: '¿Mover todas las lámparas al canal {channel}?',
    sure: 'Tarda alrededor de medio minuto, y mientras tanto ninguna lámpara responde. Los mandos y sensores con pilas siguen cuando se vuelven a usar.',
    really: 'Mover de verdad',
    asking: 'Preguntando quién está …',
    moving: 'Pasando al canal {channel} …',
    looking: 'Viendo quién ha seguido …',
    returning: 'Han seguido muy pocas: volviendo al canal {channel} …',
    moved: 'La red está en el canal {channel} y todas las lámparas responden.',
    movedWithout:
      'La red está en el canal {channel}. Aún faltan: {names}. Apágalas y enciéndelas si siguen faltando en un minuto.',
    returned:
      'Han seguido muy pocas lámparas, así que la red ha vuelto al canal {channel}. No ha cambiado nada.',
    returnedWithout:
      'Han seguido muy pocas lámparas, así que la red ha vuelto al canal {channel}. Aún faltan: {names}. Apágalas y enciéndelas si siguen faltando en un minuto.',
    failed: 'El adaptador no se movió. ¿Está conectado? Inténtalo de nuevo en un minuto.',
  },
  giveUp: {
    title: 'Un adaptador ajeno',
    other:
      'Conecta el adaptador de esta tienda, si existe. Si no, el quiosco puede hacer suyo este: su red ({network}) se pierde entonces para siempre, y quien la use tendrá que montarla de nuevo.',
    new: 'Vuelve a conectar el adaptador antiguo, si existe. Si no, el quiosco puede empezar una red nueva en este: cada lámpara, mando y sensor tendrá que añadirse otra vez.',
    takeOther: 'Renunciar a la red {network}',
    takeNew: 'Empezar una red nueva',
    reallyOther: 'Renunciar de verdad',
    reallyNew: 'Empezar de verdad',
    taken: 'El quiosco toma el adaptador. Puede tardar un minuto.',
  },
  sun: {
    none: 'Las reglas que siguen al sol esperan a que digas dónde está la tienda.',
    north: 'Latitud (grados norte)',
    east: 'Longitud (grados este)',
    city: 'Las reglas que siguen al sol se guían por {city} hasta que digas dónde está la tienda.',
    here: 'Las reglas que siguen al sol se guían por este lugar.',
    half: 'Indica ambas: hasta entonces las reglas que siguen al sol se guían por {city}.',
  },
}
