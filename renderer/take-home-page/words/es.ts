import type { PageWords } from './en.ts'

export const es: PageWords = {
  title: 'Para llevar',
  from: '{room}, {store}',
  list: 'Para este ambiente',
  once: 'Una vez para tu casa',
  article: 'Artículo',
  aisle: 'Pasillo',
  bin: 'Hueco',
  ask: 'Pregunta el precio de hoy',
  sum: 'En total',
  unpriced: 'sin lo que aquí no tiene precio',
  until: 'Precios válidos hasta el {day}',
  settings: 'Ajústalo así',
  on: 'Encendido',
  off: 'Apagado',
  open: 'Abierto',
  closed: 'Cerrado',
  partlyOpen: '{percent} abierto',
  how: 'Lo que lo trae de vuelta',
  hub: 'Un hub y su aplicación. Introduce cada valor una vez; después, una pulsación trae de vuelta el ambiente.',
  moments:
    'En la tienda el ambiente sigue por sí solo. En casa hace falta un temporizador en la aplicación; no todos los hubs lo tienen.',
  palettes: 'En la tienda los colores viajan. No todos los hubs saben hacerlo; sin ello se quedan quietos.',
  yours: 'Las paredes, los muebles y la luz del día son tuyos, así que la luz también lo será.',
  private:
    'Todo esto estaba en el código que has escaneado. Esta página no pregunta nada a nadie ni guarda nada: ponla en favoritos para conservarla.',
  garbled: 'Esta lista no se puede leer',
  garbledStory: 'Algo del código se perdió por el camino. Escanéalo otra vez en el quiosco.',
  newer: 'Esta lista es más nueva que esta página',
  newerStory: 'Vuelve a cargar la página o escanea el código otra vez.',
}
