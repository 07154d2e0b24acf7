import { deskCareDe } from './desk-care-de.ts'
import { deskDe } from './desk-de.ts'
import { deskHealthDe } from './desk-health-de.ts'
import { deskRadioDe } from './desk-radio-de.ts'
import type { Translation } from './translation.ts'

export const de: Translation = {
  desk: { ...deskDe, ...deskHealthDe, ...deskRadioDe, ...deskCareDe },
  title: 'Showroom',
  language: 'Sprache',
  room: {
    choose: 'Raum',
    picture: 'Bild',
    none: 'Noch ist kein Raum eingerichtet',
    noneStory: 'Sobald der Raum steht, sind auch die Lampen da.',
  },
  picture: 'Bild des Raums. Jede Lampe darin hat weiter unten einen Schalter.',
  invite: {
    title: 'Stimmung wählen',
    story: 'Die echten Lampen neben dir machen sofort mit.',
    screenStory: 'Schau zu, wie der ganze Raum sofort mitmacht.',
    lamp: 'Tippe auf eine Lampe',
  },
  waking: { title: 'Einen Moment', story: 'Der Raum wacht gerade auf.' },
  scenes: {
    taking: 'Dabei: {count}',
    list: 'Stimmungen',
    running: 'Jetzt',
    none: 'Noch keine Stimmungen. Tippe auf eine Lampe.',
  },
  fixtures: { list: 'Lampen', none: 'Noch keine Lampen in diesem Raum. Genieß die Aussicht.' },
  state: {
    on: 'An',
    off: 'Aus',
    open: 'Offen',
    closed: 'Zu',
    partlyOpen: '{percent} offen',
    up: 'Oben',
    down: 'Unten',
    partlyUp: '{percent} oben',
    resting: 'Macht Pause',
    unread: 'Einen Moment',
    quiet: 'Alles ruhig',
    someone: 'Jemand ist da',
    tryRemote: 'Probier sie aus, sie geht auch',
    pressed: 'Gerade benutzt',
  },
  buttons: {
    on: 'Gedrückt: an',
    off: 'Gedrückt: aus',
    brighter: 'Gedrückt: heller',
    dimmer: 'Gedrückt: dunkler',
  },
  daylight: {
    title: 'Tageszeit vor dem Fenster',
    morning: 'Morgen',
    noon: 'Mittag',
    afternoon: 'Nachmittag',
    evening: 'Abend',
    dusk: 'Dämmerung',
    night: 'Nacht',
  },
  view: {
    title: 'Ansicht',
    left: 'Von links schauen',
    right: 'Von rechts schauen',
    nearer: 'Näher heran',
    home: 'Zurück zum Anfang',
  },
  dial: {
    level: 'Helligkeit',
    title: 'Licht: {name}',
    open: 'Licht wählen: {name}',
    close: 'Schließen',
    kind: 'Art des Lichts',
    white: 'Weiß',
    colour: 'Farbe',
    warm: 'Warmweiß',
    neutral: 'Neutralweiß',
    cool: 'Kaltweiß',
    hues: {
      0: 'Rot',
      1: 'Bernstein',
      2: 'Limette',
      3: 'Grün',
      4: 'Türkis',
      5: 'Blau',
      6: 'Violett',
      7: 'Rosa',
    },
  },
  access: {
    title: 'Leichter bedienen',
    largerText: {
      title: 'Größere Schrift',
      about: 'Aus einem Schritt Abstand lesbar',
    },
    highContrast: {
      title: 'Mehr Kontrast',
      about: 'Schwarz auf Weiß, klare Kanten',
    },
    withinReach: {
      title: 'In Reichweite',
      about: 'Alle Tasten rücken nach unten',
    },
    lessMotion: {
      title: 'Weniger Bewegung',
      about: 'Das Bild steht still',
    },
    readAloud: {
      title: 'Vorlesen',
      about: 'Hören, was du berührst',
      started: 'Vorlesen ist an. Berühre etwas, um es zu hören.',
    },
    headphones: 'Mit Kopfhörern hörst nur du es.',
  },
  scroll: {
    further: 'Mehr zeigen',
    back: 'Zurückblättern',
  },
  back: 'Zurück in den Raum',
  product: {
    open: 'Was ist das? {name}',
    price: 'Preis',
    until: 'Preis gültig bis {day}',
    noPrice: 'Frag uns nach dem heutigen Preis',
    article: 'Artikelnummer',
    place: 'Hier findest du es',
    aisle: 'Gang',
    bin: 'Fach',
    ask: 'Frag uns, wo es steht',
    each: 'Dazu jeweils nötig',
    once: 'Einmal für zu Hause',
    onceHint: 'Schon vorhanden? Dann hast du alles.',
  },
  takeHome: {
    open: 'Mit nach Hause',
    title: '{scene}, zu Hause',
    lead: 'Alles, was diese Stimmung ausmacht, und wo du es hier findest.',
    scan: 'Halte die Kamera deines Telefons hierher',
    carries:
      'Der Code trägt die ganze Liste in sich. Wer die Seite ausliefert, erfährt, dass jemand sie geöffnet hat, nicht welche Liste.',
    same: 'Alle bekommen denselben Code. Was du hier selbst geändert hast, ist nicht dabei.',
    code: 'QR-Code mit der Liste für {scene}',
    list: 'Für diese Stimmung',
    once: 'Einmal für dein Zuhause',
    sum: 'Zusammen',
    unpriced: 'ohne ein Teil, dessen Preis wir dir nennen | ohne {count} Teile, deren Preise wir dir nennen',
    how: 'So kommt sie zu Hause wieder',
    hub: 'Ein Hub und seine App. Auf der Seite steht, wie jede Lampe eingestellt ist; einmal eingegeben, holt ein Tastendruck die Stimmung zurück.',
    moments:
      'Hier läuft die Stimmung von selbst weiter. Zu Hause braucht das einen Timer in der App des Hubs, und den hat nicht jede.',
    palettes: 'Hier wandern die Farben. Das kann nicht jeder Hub; sonst stehen sie still.',
    yours: 'Wände, Möbel und Tageslicht sind deine eigenen, also wird es auch das Licht.',
  },
  journey: {
    open: 'Wohin gehen meine Daten?',
    title: 'Wohin deine Berührung geht',
    lead: 'Vom Finger zu den Lampen und zurück, und sonst nirgendwohin.',
    way: 'Deine letzte Berührung',
    nothing: 'Tippe auf eine Stimmung oder eine Lampe, dann schau wieder hierher.',
    screenOnly: 'Sie ging nicht weiter als bis zum Bildschirm: Was du berührt hast, hat hier kein Gerät.',
    waiting: 'unterwegs',
    heard: '{count} von {of} haben geantwortet',
    stations: {
      screen: 'Dein Finger',
      kiosk: 'Dieser Kiosk',
      stick: 'Funkstick',
      lamps: 'Lampen',
      words: 'Ihr eigenes Wort',
    },
    cast: {
      alone: 'mit einer eigenen Nachricht',
      group: 'mit einer Nachricht an viele',
    },
    three: 'Drei Wege für dieselbe Berührung, bis die erste Lampe sie hat',
    measured: 'gemessen',
    simulated: 'simuliert',
    range: '{from}–{to}',
    routes: {
      room: {
        title: 'Im Raum',
        story: 'Bildschirm, Kiosk, Funkstick, Lampe. Niemand sonst liegt am Weg. So läuft es hier.',
      },
      network: {
        title: 'Über das Netz des Hauses',
        story:
          'Die Computer des Netzes und ein Hub liegen am Weg und könnten es sehen. Zahlen anderer; dorthin wurde nichts gesendet.',
      },
      cloud: {
        title: 'Über die Cloud eines Herstellers',
        story:
          'Durchs Internet zu den Computern einer Firma und zurück. Sie könnten es behalten. Zahlen anderer; dorthin wurde nichts gesendet.',
      },
    },
    ledger: 'Was Regeln benutzt haben',
    noFacts: 'In den letzten zehn Minuten hat keine Regel etwas benutzt.',
    factsStay:
      'All das bleibt im Speicher dieses Kiosks, geht nirgendwohin und ist nach zehn Minuten vergessen.',
    facts: {
      occupied: 'jemand ist da',
      clear: 'niemand ist mehr da',
      open: 'offen',
      closed: 'geschlossen',
      on: 'an',
      off: 'aus',
      pressed: 'gedrückt',
    },
    why: {
      started: 'startete „{rule}“',
      ended: 'beendete „{rule}“',
      asked: 'angesehen von „{rule}“',
    },
    stores: 'Dieser Kiosk speichert: nichts über dich',
    kept: {
      senses: 'Keine Kamera, kein Mikrofon; er lauscht nicht nach Telefonen.',
      touch:
        'Was du hier siehst, ist nur in seinem Gedächtnis, bis zur nächsten Berührung oder zwei Minuten lang. Was Regeln benutzten, ist nach zehn vergessen.',
      counts:
        'Er zählt Stunde für Stunde, wie oft jede Szene berührt wurde und wie lange sie blieb; nie wer, nie in welcher Folge.',
      keeps:
        'Er behält, welche Lampe wo steht, den Schlüssel des Funks, was die Lampen gespeichert haben und wann das Team angemeldet war.',
    },
    forget: 'Vergiss mich',
    forgetStory: 'Sprache, Ansicht und Lampen sind sofort wieder, wie du sie gefunden hast.',
    forgotten: 'Vergessen. Von deinem Besuch ist nichts geblieben.',
  },
  own: {
    title: 'Dein Licht',
    undo: 'Zurück',
    compare: 'Vergleichen',
    before: 'Vorher',
    holdToCompare: 'Halten, um zu sehen, wie es vorher war',
    surprise: 'Überrasch mich',
    keep: 'Licht behalten',
    kept: 'Dein Licht',
  },
  rules: { now: 'Jetzt erleben', play: 'Abspielen: {name}', stepIn: 'Hier eintreten' },
  attract: { title: 'Berühre eine Lampe', story: 'Die echte folgt.' },
  stillHere: {
    title: 'Noch da?',
    story:
      'Berühre den Bildschirm, um weiterzumachen. Sonst wird der Raum wieder, wie du ihn vorgefunden hast.',
    stay: 'Ich bin noch da',
  },
  reconnecting: 'Verbindung kommt wieder',
  staff: {
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
    notices: 'Zu erledigen',
    noNotices: 'Alles in Ordnung.',
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
  },
  notices: {
    'device-unreachable': '{name} antwortet nicht. Ist der Strom an der Wand ausgeschaltet?',
    'air-congested':
      'Der Funkkanal ist so belegt, dass die Lampen nichts hören. Steht ein WLAN-Router oder eine USB-3-Festplatte nahe am Stick? Ein Verlängerungskabel hilft.',
    'clock-wrong': 'Die Uhr dieses Kiosks geht mehr als einen Tag falsch. Stelle Datum und Zeit ein.',
    'playlists-refused':
      'Playlists von {source} wurden nicht angenommen ({why}). Die letzten guten laufen weiter.',
    'playlists-incomplete':
      'Von {source} sind nicht alle Playlists da ({why}). Die anderen laufen. Die Zentrale muss das beheben.',
    'playlist-broken':
      'Die Playlist {playlist} kann hier nicht laufen: {why}. Die Zentrale muss sie in Ordnung bringen.',
    'playlist-waits': '„{name}“ beginnt, sobald niemand am Kiosk ist.',
    'device-disobeys':
      '{name} antwortet, tut aber nicht, was man ihr sagt. Einmal vom Strom nehmen und wieder anschließen.',
    'scenes-being-stored':
      'Szenen werden in den Lampen gespeichert: {ready} von {total}. Alles funktioniert inzwischen.',
    'rule-rests':
      '„{name}“ ist zu oft gestartet und ruht eine Minute. Ist der Sensor locker, oder löst die Regel sich selbst aus?',
    'rule-circles':
      '„{name}“ löst sich immer wieder selbst aus, allein oder mit anderen Regeln, und wurde angehalten. Stellt eine davon, worauf eine andere wartet?',
    'content-left-out': 'Eine Datei wurde ausgelassen: {problem}',
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
    'network-unreadable':
      'Die Datei mit dem Schlüssel des Funknetzes ist nicht zu verstehen. Stelle sie aus einer Sicherung wieder her.',
    'virtual-dongle-failed':
      'Die simulierten Lampen ließen sich nicht starten. Starte den Kiosk neu; hilft das nicht, steht der Grund im Protokoll.',
    'dongle-simulated': 'Die Lampen sind simuliert, so ist der Kiosk eingestellt.',
    'dongle-simulated-for-want':
      'Es wurde kein Funkstick gefunden, darum sind die Lampen simuliert. Stecke einen ein und starte den Kiosk neu.',
  },
}
