import type { Translation } from '../translation.ts'

/** The page that tells staff how lamps and radio are. */
export const staffDe: NonNullable<Translation['staff']> = {
  title: 'Für das Team',
  close: 'Schließen',
  closesItself: 'Hier lässt sich nichts verstellen. Die Seite schließt sich von selbst.',
  dongle: 'Funk',
  phase: { starting: 'Startet', ready: 'Bereit', lost: 'Nicht verbunden' },
  simulated: 'Simulierte Lampen: Es wird keine echte Lampe gesteuert.',
  real: 'Echte Lampen werden gesteuert.',
  facts: {
    network: 'Netz',
    networkValue: 'Kanal {channel}, Nummer {panId}',
    firmware: 'Stick',
    backup: 'Gesichert',
    noBackup: 'Noch nicht',
    line: 'Leitung',
    lineClean: 'Sauber',
    lineNoisy: '{skippedBytes} Bytes übersprungen, {repeatedRequests} Anfragen wiederholt',
    joining: 'Neue Geräte',
    joiningNow: 'Neue Geräte dürfen jetzt beitreten',
  },
  away: 'Der Dienst des Showrooms antwortet nicht. Die Seite fragt weiter.',
  lastScene: 'Letzte Szene',
  arrival: {
    'under-way': 'Unterwegs',
    reached: 'Alle Lampen sind da',
    'reached-late': 'Alle Lampen sind da, einige kamen spät',
    'not-reached': 'Nicht alle Lampen sind angekommen',
  },
  missing: { silent: '{name} antwortet nicht.', differs: '{name} antwortet, zeigt aber etwas anderes.' },
  lamps: 'Was antwortet',
  noLamps: 'Es sind keine Lampen eingerichtet.',
  reach: {
    unbound: 'Kein Gerät: nur auf dem Bildschirm',
    unknown: 'Noch nicht gemeldet',
    reachable: 'Antwortet',
    unreachable: 'Antwortet nicht',
  },
}

/** What staff are told that has to be seen to. */
export const noticesDe: NonNullable<Translation['notices']> = {
  'device-unreachable': '{name} antwortet nicht. Ist der Strom an der Wand ausgeschaltet?',
  'air-congested':
    'Der Funkkanal ist so belegt, dass die Lampen nichts hören. Steht ein WLAN-Router oder eine USB-3-Festplatte nahe am Stick? Ein Verlängerungskabel hilft.',
  'setting-wrong':
    'Die Einstellung {name} ist nicht zu verstehen; der Kiosk läuft ohne sie weiter. Wer den Kiosk eingerichtet hat, muss sie berichtigen und ihn neu starten.',
  'setting-unknown':
    'Eine Einstellung {name} gibt es nicht. Wer den Kiosk eingerichtet hat, muss den Namen berichtigen und ihn neu starten.',
  'country-unlisted':
    'Die Zentrale signiert Playlists für einzelne Länder, aber keines heißt „{country}“. Steht dieser Kiosk wirklich dort? So hat es angegeben, wer ihn eingerichtet hat: SHOWROOM_COUNTRY.',
  'clock-wrong': 'Die Uhr dieses Kiosks geht mehr als einen Tag falsch. Stelle Datum und Zeit ein.',
  'playlists-refused':
    'Playlists von {source} wurden nicht angenommen. {reason}. Die letzten guten laufen weiter.',
  'playlists-incomplete':
    'Von {source} sind nicht alle Playlists da. Die anderen laufen. Die Zentrale muss das beheben.',
  'playlists-late':
    'Die Verbindung zu {source} riss ab, bevor alle Playlists da waren. Was ganz ist, läuft, und der Kiosk holt den Rest von selbst. Bleibt das so, sieh nach dem Netz oder dem Stick.',
  'playlist-broken':
    'Die Playlist {playlist} kann hier nicht laufen. Die Zentrale muss sie in Ordnung bringen.',
  'playlist-waits': '„{name}“ beginnt, sobald niemand am Kiosk ist.',
  'device-disobeys':
    '{name} antwortet, tut aber nicht, was man ihr sagt. Einmal vom Strom nehmen und wieder anschließen.',
  'scenes-being-stored':
    'Szenen werden in den Lampen gespeichert: {ready} von {total}. Alles funktioniert inzwischen.',
  'rule-rests':
    '„{name}“ ist zu oft gestartet und ruht eine Minute. Ist der Sensor locker, oder löst die Regel sich selbst aus?',
  'rule-circles':
    '„{name}“ löst sich immer wieder selbst aus, allein oder mit anderen Regeln, und wurde angehalten. Stellt eine davon, worauf eine andere wartet?',
  'content-left-out': 'Eine Datei wurde ausgelassen.',
  'store-assumed':
    'Niemand hat gesagt, welches Haus das ist: Preise und Plätze sind die von {store}. Unter „Haus“ lässt es sich sagen ({known}).',
  'take-home-sample':
    'Die Codes zum Mitnehmen führen zu einer Beispieladresse. Wer den Kiosk einrichtet, legt dist/take-home auf einen Webserver und nennt ihn: SHOWROOM_TAKE_HOME_URL.',
  'store-unknown':
    'Es gibt kein Haus „{store}“, darum werden keine Preise gezeigt. Unter „Haus“ stehen: {known}.',
  'bindings-unreadable': 'Die Liste, welches Gerät wohin gehört, konnte nicht gelesen werden.',
  'dongle-absent': 'An {port} steckt kein Funkstick. Ist er eingesteckt? Der Kiosk sucht weiter.',
  'dongle-busy':
    'Ein anderes Programm benutzt den Funkstick an {port}. Schließe es, oder starte den Computer neu.',
  'dongle-forbidden':
    'Der Kiosk darf den Funkstick an {port} nicht benutzen. Wer ihn eingerichtet hat, muss seinen Benutzer in die Gruppe aufnehmen, der der Anschluss gehört (meist „dialout“).',
  'dongle-refused': 'An {port} antwortet niemand. Ist das Funkgerät dort eingeschaltet und im Netz?',
  'dongle-other-network':
    'Der Funkstick an {port} gehört zu einem anderen Netz ({panId}, Kanal {channel}), das der Kiosk in Ruhe lässt. Stecke den Stick dieses Hauses ein. Darf jenes Netz aufgegeben werden, kann das eine Leitung unter „Zustand“ tun.',
  'dongle-network-adopted':
    'Der Funkstick an {port} hat sein Netz mitgebracht ({panId}, Kanal {channel}). Der Kiosk macht damit weiter und sucht dessen Lampen. Schalte jene aus und wieder ein, die er nicht findet.',
  'dongle-blank-no-backup':
    'Der Funkstick an {port} ist leer, und vom Netz dieses Hauses gibt es keine Sicherung. Stecke den alten Stick wieder ein. Ist er verloren, kann eine Leitung unter „Zustand“ ein neues Netz beginnen; jede Lampe muss ihm neu beitreten.',
  'dongle-no-coordinator':
    'Auf dem Funkstick an {port} läuft das Programm eines Routers. Er braucht das eines Koordinators, oder stecke einen anderen Stick ein.',
  'dongle-wrong-family':
    'Was an {port} steckt, antwortet nicht wie ein Funkstick der Familie „{family}“. Passt die Einstellung SHOWROOM_ZIGBEE_ADAPTER dazu?',
  'dongle-mismatch':
    'Der Funkstick an {port} und das Netz dieses Hauses passen nicht zusammen. Stecke den eigenen Stick ein.',
  'dongle-hung':
    'Der Funkstick an {port} hat aufgehört zu antworten und wird neu gestartet. Geschieht das oft, hilft ein Verlängerungskabel an einem USB-2-Anschluss.',
  'network-number-taken':
    'Ein anderes Funknetz in der Nähe hat dieselbe Nummer. Schalte es für eine Minute aus, oder versetze den Stick.',
  'dongle-unplugged':
    'Der Funkstick an {port} wurde abgezogen. Stecke ihn wieder ein; die Lampen bleiben, wie sie sind.',
  'dongle-not-a-dongle': 'Was an {port} steckt, antwortet nicht wie ein Funkstick. Ist es der richtige?',
  'dongle-failed':
    'Der Funkstick an {port} lässt sich nicht benutzen. Zieh ihn ab, warte fünf Sekunden, steck ihn wieder ein.',
  'dongle-needs-folder':
    'Der Kiosk kann in seinen Ordner {folder} nicht schreiben und darum den Funkstick nicht benutzen. Ist der Datenträger voll oder schreibgeschützt, oder dürfen nur andere dort schreiben? Sobald das behoben ist, macht der Kiosk von selbst weiter.',
  'network-unreadable':
    'Die Datei mit dem Schlüssel des Funknetzes ist nicht zu verstehen. Stelle sie aus einer Sicherung wieder her.',
  'virtual-dongle-failed':
    'Die simulierten Lampen ließen sich nicht starten. Starte den Kiosk neu; hilft das nicht, steht der Grund im Protokoll.',
  'dongle-simulated': 'Die Lampen sind simuliert, so ist der Kiosk eingestellt.',
  'dongle-simulated-for-want':
    'Es wurde kein Funkstick gefunden, darum sind die Lampen simuliert. Stecke einen ein und starte den Kiosk neu.',
}
