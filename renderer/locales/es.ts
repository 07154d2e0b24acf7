import { deskCareEs } from './desk-care-es.ts'
import { deskEs } from './desk-es.ts'
import { deskHealthEs } from './desk-health-es.ts'
import { deskRadioEs } from './desk-radio-es.ts'
import type { Translation } from './translation.ts'

export const es: Translation = {
  desk: { ...deskEs, ...deskHealthEs, ...deskRadioEs, ...deskCareEs },
  title: 'Showroom',
  language: 'Idioma',
  room: {
    choose: 'Habitación',
    picture: 'Imagen',
    none: 'Aún no hay ninguna habitación',
    noneStory: 'En cuanto esté lista, aquí verás sus lámparas.',
  },
  picture: 'Imagen de la habitación. Cada lámpara que se ve tiene su interruptor más abajo.',
  invite: {
    title: 'Elige un ambiente',
    story: 'Las lámparas de verdad, a tu lado, lo siguen al momento.',
    screenStory: 'Mira cómo toda la habitación lo sigue al momento.',
    lamp: 'Toca una lámpara',
  },
  waking: { title: 'Un momento', story: 'La habitación se está despertando.' },
  scenes: {
    taking: 'Participan: {count}',
    list: 'Ambientes',
    running: 'Ahora',
    none: 'Aún no hay ambientes. Toca una lámpara.',
  },
  fixtures: { list: 'Lámparas', none: 'Aún no hay lámparas aquí. Disfruta de las vistas.' },
  state: {
    on: 'Encendido',
    off: 'Apagado',
    open: 'Abierto',
    closed: 'Cerrado',
    partlyOpen: '{percent} abierto',
    up: 'Arriba',
    down: 'Abajo',
    partlyUp: 'Al {percent} de altura',
    resting: 'Descansando',
    unread: 'Un momento',
    quiet: 'Todo tranquilo',
    someone: 'Hay alguien',
    tryRemote: 'Pruébalo, también funciona',
    pressed: 'Recién usado',
  },
  buttons: {
    on: 'Pulsado: encender',
    off: 'Pulsado: apagar',
    brighter: 'Pulsado: más luz',
    dimmer: 'Pulsado: menos luz',
  },
  daylight: {
    title: 'Hora del día tras la ventana',
    morning: 'Mañana',
    noon: 'Mediodía',
    afternoon: 'Tarde',
    evening: 'Atardecer',
    dusk: 'Anochecer',
    night: 'Noche',
  },
  view: {
    title: 'Vista',
    left: 'Mirar desde la izquierda',
    right: 'Mirar desde la derecha',
    nearer: 'Acercarse',
    home: 'Volver al inicio',
  },
  dial: {
    level: 'Intensidad',
    title: 'Luz: {name}',
    open: 'Elegir la luz: {name}',
    close: 'Cerrar',
    kind: 'Tipo de luz',
    white: 'Blanco',
    colour: 'Color',
    warm: 'Blanco cálido',
    neutral: 'Blanco neutro',
    cool: 'Blanco frío',
    hues: {
      0: 'Rojo',
      1: 'Ámbar',
      2: 'Lima',
      3: 'Verde',
      4: 'Turquesa',
      5: 'Azul',
      6: 'Violeta',
      7: 'Rosa',
    },
  },
  access: {
    title: 'Más fácil',
    largerText: {
      title: 'Texto más grande',
      about: 'Se lee a un paso de distancia',
    },
    highContrast: {
      title: 'Más contraste',
      about: 'Negro sobre blanco, bordes claros',
    },
    withinReach: {
      title: 'Al alcance',
      about: 'Todos los controles bajan',
    },
    lessMotion: {
      title: 'Menos movimiento',
      about: 'La imagen se queda quieta',
    },
    readAloud: {
      title: 'Leer en voz alta',
      about: 'Oye lo que tocas',
      started: 'Lectura en voz alta. Toca algo para oírlo.',
    },
    headphones: 'Con auriculares, solo lo oyes tú.',
  },
  scroll: {
    further: 'Ver más',
    back: 'Ver lo anterior',
  },
  back: 'Volver a la habitación',
  product: {
    open: '¿Qué es esto? {name}',
    price: 'Precio',
    until: 'Precio válido hasta el {day}',
    noPrice: 'Pregúntanos el precio de hoy',
    article: 'Número de artículo',
    place: 'Dónde encontrarlo',
    aisle: 'Pasillo',
    bin: 'Hueco',
    ask: 'Pregúntanos dónde está',
    each: 'Cada uno necesita además',
    once: 'Una sola vez en casa',
    onceHint: '¿Ya tienes uno? Entonces está todo.',
  },
  takeHome: {
    open: 'Llévatelo a casa',
    title: '{scene}, en casa',
    lead: 'Todo lo que crea este ambiente y dónde encontrarlo aquí.',
    scan: 'Apunta aquí con la cámara de tu teléfono',
    carries:
      'El código lleva toda la lista dentro. Quien sirve la página sabe que alguien la abrió, no qué lista.',
    same: 'Todos reciben el mismo código. Lo que has cambiado aquí no está incluido.',
    code: 'Código QR con la lista para {scene}',
    list: 'Para este ambiente',
    once: 'Una vez para tu casa',
    sum: 'En total',
    unpriced:
      'sin un artículo, cuyo precio te diremos | sin {count} artículos, cuyos precios te diremos | sin {count} artículos, cuyos precios te diremos',
    how: 'Cómo recuperarlo en casa',
    hub: 'Un hub y su aplicación. La página indica cómo está ajustada cada lámpara; introdúcelo una vez y bastará una pulsación.',
    moments:
      'Aquí el ambiente avanza solo. En casa hace falta un temporizador en la aplicación del hub, y no todos lo tienen.',
    palettes: 'Aquí los colores pasean. No todos los hubs saben hacerlo; si no, se quedan quietos.',
    yours: 'Las paredes, los muebles y la luz del día son tuyos, y la iluminación también lo será.',
  },
  journey: {
    open: '¿Adónde van mis datos?',
    title: 'Adónde va tu toque',
    lead: 'De tu dedo a las lámparas y de vuelta, y a ningún otro sitio.',
    way: 'Tu último toque',
    nothing: 'Toca un ambiente o una lámpara y vuelve a mirar aquí.',
    screenOnly: 'No pasó de la pantalla: lo que tocaste no tiene dispositivo aquí.',
    waiting: 'en camino',
    heard: '{count} de {of} han respondido',
    stations: {
      screen: 'Tu dedo',
      kiosk: 'Este quiosco',
      stick: 'Adaptador de radio',
      lamps: 'Lámparas',
      words: 'Su propia palabra',
    },
    cast: {
      alone: 'con un mensaje propio',
      group: 'con un mensaje para muchas',
    },
    three: 'Tres caminos para el mismo toque, hasta la primera lámpara',
    measured: 'medido',
    simulated: 'simulado',
    range: '{from}–{to}',
    routes: {
      room: {
        title: 'En la habitación',
        story: 'Pantalla, quiosco, adaptador, lámpara. Nadie más está en el camino. Así funciona aquí.',
      },
      network: {
        title: 'Por la red de la tienda',
        story:
          'Los ordenadores de la red y un hub están en el camino y podrían verlo. Cifras de otros; allí no se envió nada.',
      },
      cloud: {
        title: 'Por la nube de un fabricante',
        story:
          'Por internet a los ordenadores de una empresa y de vuelta. Podrían guardarlo. Cifras de otros; allí no se envió nada.',
      },
    },
    ledger: 'Lo que usaron las reglas',
    noFacts: 'Ninguna regla ha usado nada en los últimos diez minutos.',
    factsStay:
      'Todo queda en la memoria de este quiosco, no va a ningún otro sitio y se olvida a los diez minutos.',
    facts: {
      occupied: 'hay alguien',
      clear: 'ya no hay nadie',
      open: 'abierto',
      closed: 'cerrado',
      on: 'encendido',
      off: 'apagado',
      pressed: 'pulsado',
    },
    why: {
      started: 'inició «{rule}»',
      ended: 'terminó «{rule}»',
      asked: 'consultado por «{rule}»',
    },
    stores: 'Este quiosco guarda: nada sobre ti',
    kept: {
      senses: 'Sin cámara ni micrófono; no escucha a los teléfonos.',
      touch:
        'Lo que ves aquí está solo en su memoria, hasta el próximo toque o durante dos minutos. Lo que usaron las reglas se olvida a los diez.',
      counts:
        'Cuenta, hora a hora, cuántas veces se tocó cada ambiente y cuánto duró; nunca quién ni en qué orden.',
      keeps:
        'Guarda dónde está cada lámpara, la clave de la radio, lo que las lámparas tienen grabado y cuándo se identificó el equipo.',
    },
    forget: 'Olvídame',
    forgetStory: 'Idioma, vista y lámparas vuelven al momento a como los encontraste.',
    forgotten: 'Olvidado. No queda nada de tu visita.',
  },
  own: {
    title: 'Tu luz',
    undo: 'Deshacer',
    compare: 'Comparar',
    before: 'Antes',
    holdToCompare: 'Mantén pulsado para ver cómo estaba',
    surprise: 'Sorpréndeme',
    keep: 'Guardar esta luz',
    kept: 'Tu luz',
  },
  rules: { now: 'Verlo ahora', play: 'Reproducir: {name}', stepIn: 'Entra aquí' },
  attract: { title: 'Toca una lámpara', story: 'La de verdad te sigue.' },
  stillHere: {
    title: '¿Sigues aquí?',
    story: 'Toca la pantalla para continuar. Si no, la sala vuelve a estar como la encontraste.',
    stay: 'Sigo aquí',
  },
  reconnecting: 'Conectando de nuevo',
  staff: {
    title: 'Para el equipo',
    close: 'Cerrar',
    closesItself: 'Aquí no se puede cambiar nada. Esta página se cierra sola.',
    dongle: 'Radio',
    phase: { starting: 'Arrancando', ready: 'Lista', lost: 'Sin conexión' },
    simulated: 'Lámparas simuladas: no se controla ninguna de verdad.',
    real: 'Se controlan lámparas de verdad.',
    facts: {
      network: 'Red',
      networkValue: 'Canal {channel}, número {panId}',
      firmware: 'Adaptador',
      backup: 'Copia de seguridad',
      noBackup: 'Todavía no',
      line: 'Línea',
      lineClean: 'Limpia',
      lineNoisy: '{skippedBytes} bytes omitidos, {repeatedRequests} peticiones repetidas',
      joining: 'Dispositivos nuevos',
      joiningNow: 'Ahora pueden unirse dispositivos nuevos',
    },
    away: 'El servicio del showroom no responde. La página sigue preguntando.',
    notices: 'Por revisar',
    noNotices: 'Todo está en orden.',
    lastScene: 'Última escena',
    arrival: {
      'under-way': 'En camino',
      reached: 'Todas las lámparas han llegado',
      'reached-late': 'Todas las lámparas han llegado, algunas tarde',
      'not-reached': 'No todas las lámparas han llegado',
    },
    missing: { silent: '{name} no responde.', differs: '{name} responde, pero muestra otra cosa.' },
    lamps: 'Lo que responde',
    noLamps: 'No hay lámparas instaladas.',
    reach: {
      unbound: 'Sin dispositivo: solo en pantalla',
      unknown: 'Aún sin noticias',
      reachable: 'Responde',
      unreachable: 'No responde',
    },
  },
  notices: {
    'device-unreachable': '{name} no responde. ¿Está cortada la corriente en la pared?',
    'air-congested':
      'El canal de radio está tan ocupado que las lámparas no oyen nada. ¿Hay un router wifi o un disco USB 3 cerca del adaptador? Un cable alargador ayuda.',
    'clock-wrong': 'El reloj de este quiosco va más de un día mal. Ajusta la fecha y la hora.',
    'playlists-refused': 'No se aceptaron las listas de {source} ({why}). Siguen las últimas buenas.',
    'playlists-incomplete':
      'Faltan listas en {source} ({why}). Las demás se muestran. La central debe arreglarlo.',
    'playlist-broken': 'La lista {playlist} no puede mostrarse aquí: {why}. La central debe arreglarla.',
    'playlist-waits': '«{name}» empieza en cuanto no haya nadie ante el quiosco.',
    'device-disobeys':
      '{name} responde, pero no hace lo que se le dice. Quítale la corriente y vuelve a dársela.',
    'scenes-being-stored':
      'Las escenas se están guardando en las lámparas: {ready} de {total}. Mientras tanto todo funciona.',
    'rule-rests':
      '«{name}» se ha activado demasiado y descansa un minuto. ¿Está suelto su sensor, o se activa a sí misma?',
    'rule-circles':
      '«{name}» se activa a sí misma una y otra vez, sola o con otras reglas, y se ha detenido. ¿Cambia una de ellas lo que otra espera?',
    'content-left-out': 'Se ha dejado fuera un archivo: {problem}',
    'store-assumed':
      'Nadie ha dicho qué tienda es esta: los precios y lugares son los de {store}. Indíquelo en «Tienda» ({known}).',
    'take-home-sample':
      'Los códigos para llevar conducen a una dirección de ejemplo. Quien instala el quiosco pone dist/take-home en un servidor web y lo indica: SHOWROOM_TAKE_HOME_URL.',
    'store-unknown':
      'No existe la tienda «{store}», así que no se muestran precios. Elija una en «Tienda»: {known}.',
    'bindings-unreadable': 'No se ha podido leer la lista de qué dispositivo va en cada sitio.',
    'dongle-absent': 'No hay adaptador de radio en {port}. ¿Está conectado? El quiosco sigue buscando.',
    'dongle-busy': 'Otro programa usa el adaptador de radio en {port}. Ciérralo o reinicia el ordenador.',
    'dongle-forbidden':
      'El quiosco no puede usar el adaptador de radio en {port}. Quien lo instaló debe añadir su usuario al grupo dueño del puerto (casi siempre «dialout»).',
    'dongle-refused': 'Nada responde en {port}. ¿Está la radio encendida y conectada a la red?',
    'dongle-other-network':
      'El adaptador de radio en {port} pertenece a otra red ({panId}, canal {channel}), que el quiosco no toca. Conecta el adaptador de esta tienda. Si se puede renunciar a esa red, un responsable puede hacerlo en «Estado».',
    'dongle-network-adopted':
      'El adaptador de radio en {port} traía su red ({panId}, canal {channel}). El quiosco sigue con ella y busca sus lámparas. Apaga y enciende las que no encuentre.',
    'dongle-blank-no-backup':
      'El adaptador de radio en {port} está vacío y no hay copia de la red de esta tienda. Vuelve a conectar el antiguo. Si se ha perdido, un responsable puede empezar una red nueva en «Estado», a la que cada lámpara tendrá que unirse otra vez.',
    'dongle-no-coordinator':
      'El adaptador de radio en {port} lleva el programa de un router. Necesita el de un coordinador, o conecta otro.',
    'dongle-wrong-family':
      'Lo que hay en {port} no responde como un adaptador de radio de la familia «{family}». ¿Es correcto el ajuste SHOWROOM_ZIGBEE_ADAPTER?',
    'dongle-mismatch':
      'El adaptador de radio en {port} y la red de esta tienda no encajan. Conecta el de la tienda.',
    'dongle-hung':
      'El adaptador de radio en {port} dejó de responder y se está reiniciando. Si pasa a menudo, usa un alargador y un puerto USB 2.',
    'network-number-taken':
      'Otra red de radio cercana tiene el mismo número. Apágala un minuto o mueve el adaptador.',
    'dongle-unplugged':
      'Se ha desconectado el adaptador de radio en {port}. Vuelve a conectarlo; las lámparas siguen como están.',
    'dongle-not-a-dongle': 'Lo que hay en {port} no responde como un adaptador de radio. ¿Es el correcto?',
    'dongle-failed':
      'No se puede usar el adaptador de radio en {port}. Desconéctalo, espera cinco segundos y vuelve a conectarlo.',
    'network-unreadable':
      'El archivo con la clave de la red de radio no se entiende. Restáuralo desde una copia de seguridad.',
    'virtual-dongle-failed':
      'No se pudieron iniciar las lámparas simuladas. Reinicia el quiosco; si no ayuda, el registro dice por qué.',
    'dongle-simulated': 'Las lámparas son simuladas, así está configurado este quiosco.',
    'dongle-simulated-for-want':
      'No se encontró ningún adaptador de radio, así que las lámparas son simuladas. Conecta uno y reinicia el quiosco.',
  },
}
