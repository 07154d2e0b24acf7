import type { Translation } from '../translation.ts'

/** The page that tells staff how lamps and radio are. */
export const staffEs: NonNullable<Translation['staff']> = {
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
}

/** What staff are told that has to be seen to. */
export const noticesEs: NonNullable<Translation['notices']> = {
  'device-unreachable': '{name} no responde. ¿Está cortada la corriente en la pared?',
  'air-congested':
    'El canal de radio está tan ocupado que las lámparas no oyen nada. ¿Hay un router wifi o un disco USB 3 cerca del adaptador? Un cable alargador ayuda.',
  'setting-wrong':
    'El ajuste {name} no se entiende y el quiosco sigue sin él. Quien instaló el quiosco debe corregirlo y reiniciarlo.',
  'setting-unknown':
    'No hay ningún ajuste llamado {name}. Quien instaló el quiosco debe corregir el nombre y reiniciarlo.',
  'country-unlisted':
    'La central firma listas para países concretos, pero ninguno se llama «{country}». ¿Está ahí este quiosco? Así se indicó al instalarlo: SHOWROOM_COUNTRY.',
  'clock-wrong': 'El reloj de este quiosco va más de un día mal. Ajusta la fecha y la hora.',
  'playlists-refused': 'No se aceptaron las listas de {source}. {reason}. Siguen las últimas buenas.',
  'playlists-incomplete': 'Faltan listas en {source}. Las demás se muestran. La central debe arreglarlo.',
  'playlists-late':
    'La conexión con {source} se cortó antes de que llegaran todas las listas. Lo que está entero se muestra y el quiosco traerá el resto por sí solo. Si no cambia, revisa la red o la memoria.',
  'playlist-broken': 'La lista {playlist} no puede mostrarse aquí. La central debe arreglarla.',
  'playlist-waits': '«{name}» empieza en cuanto no haya nadie ante el quiosco.',
  'device-disobeys':
    '{name} responde, pero no hace lo que se le dice. Quítale la corriente y vuelve a dársela.',
  'scenes-being-stored':
    'Las escenas se están guardando en las lámparas: {ready} de {total}. Mientras tanto todo funciona.',
  'rule-rests':
    '«{name}» se ha activado demasiado y descansa un minuto. ¿Está suelto su sensor, o se activa a sí misma?',
  'rule-circles':
    '«{name}» se activa a sí misma una y otra vez, sola o con otras reglas, y se ha detenido. ¿Cambia una de ellas lo que otra espera?',
  'content-left-out': 'Se ha dejado fuera un archivo.',
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
  'dongle-needs-folder':
    'El quiosco no puede escribir en su carpeta {folder} y por eso no puede usar el adaptador de radio. ¿Está el disco lleno o es de solo lectura, o solo otros pueden escribir ahí? En cuanto se arregle, el quiosco sigue por sí solo.',
  'network-unreadable':
    'El archivo con la clave de la red de radio no se entiende. Restáuralo desde una copia de seguridad.',
  'virtual-dongle-failed':
    'No se pudieron iniciar las lámparas simuladas. Reinicia el quiosco; si no ayuda, el registro dice por qué.',
  'dongle-simulated': 'Las lámparas son simuladas, así está configurado este quiosco.',
  'dongle-simulated-for-want':
    'No se encontró ningún adaptador de radio, así que las lámparas son simuladas. Conecta uno y reinicia el quiosco.',
}
