import { deskCarePl } from './desk-care-pl.ts'
import { deskHealthPl } from './desk-health-pl.ts'
import { deskPl } from './desk-pl.ts'
import { deskRadioPl } from './desk-radio-pl.ts'
import type { Translation } from './translation.ts'

export const pl: Translation = {
  desk: { ...deskPl, ...deskHealthPl, ...deskRadioPl, ...deskCarePl },
  title: 'Showroom',
  language: 'Język',
  room: {
    choose: 'Pokój',
    picture: 'Obraz',
    none: 'Żaden pokój nie jest jeszcze gotowy',
    noneStory: 'Lampy pojawią się, gdy tylko go urządzimy.',
  },
  picture: 'Obraz pokoju. Każda lampa na nim ma niżej swój włącznik.',
  invite: {
    title: 'Wybierz nastrój',
    story: 'Prawdziwe lampy obok ciebie od razu zrobią to samo.',
    screenStory: 'Zobacz, jak cały pokój od razu się zmienia.',
    lamp: 'Dotknij lampy',
  },
  waking: { title: 'Chwileczkę', story: 'Pokój właśnie się budzi.' },
  scenes: {
    taking: 'Biorą udział: {count}',
    list: 'Nastroje',
    running: 'Teraz',
    none: 'Nie ma jeszcze nastrojów. Dotknij lampy.',
  },
  fixtures: { list: 'Lampy', none: 'W tym pokoju nie ma jeszcze lamp. Podziwiaj widok.' },
  state: {
    on: 'Włączone',
    off: 'Wyłączone',
    open: 'Otwarte',
    closed: 'Zamknięte',
    partlyOpen: 'Otwarte w {percent}',
    up: 'Na górze',
    down: 'Na dole',
    partlyUp: 'Na {percent} wysokości',
    resting: 'Ma przerwę',
    unread: 'Chwileczkę',
    quiet: 'Spokój',
    someone: 'Ktoś tu jest',
    tryRemote: 'Wypróbuj, też działa',
    pressed: 'Przed chwilą użyte',
  },
  buttons: {
    on: 'Naciśnięto: włącz',
    off: 'Naciśnięto: wyłącz',
    brighter: 'Naciśnięto: jaśniej',
    dimmer: 'Naciśnięto: ciemniej',
  },
  daylight: {
    title: 'Pora dnia za oknem',
    morning: 'Rano',
    noon: 'Południe',
    afternoon: 'Popołudnie',
    evening: 'Wieczór',
    dusk: 'Zmierzch',
    night: 'Noc',
  },
  view: {
    title: 'Widok',
    left: 'Spójrz z lewej',
    right: 'Spójrz z prawej',
    nearer: 'Podejdź bliżej',
    home: 'Wróć na początek',
  },
  dial: {
    level: 'Jasność',
    title: 'Światło: {name}',
    open: 'Wybierz światło: {name}',
    close: 'Zamknij',
    kind: 'Rodzaj światła',
    white: 'Biel',
    colour: 'Kolor',
    warm: 'Ciepła biel',
    neutral: 'Neutralna biel',
    cool: 'Chłodna biel',
    hues: {
      0: 'Czerwień',
      1: 'Bursztyn',
      2: 'Limonka',
      3: 'Zieleń',
      4: 'Turkus',
      5: 'Błękit',
      6: 'Fiolet',
      7: 'Róż',
    },
  },
  access: {
    title: 'Wygodniej',
    largerText: {
      title: 'Większy tekst',
      about: 'Czytelny z odległości kroku',
    },
    highContrast: {
      title: 'Większy kontrast',
      about: 'Czerń na bieli, wyraźne krawędzie',
    },
    withinReach: {
      title: 'W zasięgu ręki',
      about: 'Wszystkie przyciski zjeżdżają w dół',
    },
    lessMotion: {
      title: 'Mniej ruchu',
      about: 'Obraz stoi w miejscu',
    },
    readAloud: {
      title: 'Czytaj na głos',
      about: 'Usłysz to, czego dotykasz',
      started: 'Czytam na głos. Dotknij czegoś, aby to usłyszeć.',
    },
    headphones: 'Ze słuchawkami słyszysz tylko ty.',
  },
  scroll: {
    further: 'Pokaż więcej',
    back: 'Pokaż poprzednie',
  },
  back: 'Wróć do pokoju',
  product: {
    open: 'Co to jest? {name}',
    price: 'Cena',
    until: 'Cena ważna do {day}',
    noPrice: 'Zapytaj nas o dzisiejszą cenę',
    article: 'Numer artykułu',
    place: 'Gdzie to znajdziesz',
    aisle: 'Alejka',
    bin: 'Regał',
    ask: 'Zapytaj nas, gdzie to jest',
    each: 'Do każdego potrzeba też',
    once: 'Raz do domu',
    onceHint: 'Masz już w domu? To wszystko.',
  },
  takeHome: {
    open: 'Weź to do domu',
    title: '{scene}, w domu',
    lead: 'Wszystko, co tworzy ten nastrój, i gdzie to tu znajdziesz.',
    scan: 'Skieruj tu aparat telefonu',
    carries:
      'Kod zawiera całą listę. Kto udostępnia stronę, dowie się, że ktoś ją otworzył, ale nie jaką listę.',
    same: 'Wszyscy dostają ten sam kod. Twoich zmian w nim nie ma.',
    code: 'Kod QR z listą: {scene}',
    list: 'Do tego nastroju',
    once: 'Raz do twojego domu',
    sum: 'Razem',
    unpriced:
      'bez jednej rzeczy, której cenę podamy | bez {count} rzeczy, których ceny podamy | bez {count} rzeczy, których ceny podamy | bez {count} rzeczy, których ceny podamy',
    how: 'Jak odtworzyć to w domu',
    hub: 'Centralka i jej aplikacja. Strona podaje ustawienie każdej lampy; wpisujesz je raz, a potem wystarczy jedno naciśnięcie.',
    moments:
      'Tutaj nastrój toczy się sam. W domu potrzeba do tego minutnika w aplikacji centralki, a nie każda go ma.',
    palettes: 'Tutaj kolory wędrują. Nie każda centralka to potrafi; bez tego stoją w miejscu.',
    yours: 'Ściany, meble i światło dzienne są twoje, więc i nastrój będzie twój.',
  },
  journey: {
    open: 'Dokąd idą moje dane?',
    title: 'Dokąd idzie twój dotyk',
    lead: 'Od palca do lamp i z powrotem, i nigdzie indziej.',
    way: 'Twój ostatni dotyk',
    nothing: 'Dotknij nastroju albo lampy, a potem zajrzyj tu znowu.',
    screenOnly: 'Nie poszło dalej niż do ekranu: to, czego dotknięto, nie ma tu urządzenia.',
    waiting: 'w drodze',
    heard: 'odpowiedziały {count} z {of}',
    stations: {
      screen: 'Twój palec',
      kiosk: 'Ten kiosk',
      stick: 'Adapter radiowy',
      lamps: 'Lampy',
      words: 'Ich własne słowo',
    },
    cast: {
      alone: 'osobną wiadomością',
      group: 'jedną wiadomością do wielu',
    },
    three: 'Trzy drogi tego samego dotyku, aż dotrze do pierwszej lampy',
    measured: 'zmierzone',
    simulated: 'symulowane',
    range: '{from}–{to}',
    routes: {
      room: {
        title: 'W pokoju',
        story: 'Ekran, kiosk, adapter, lampa. Nikogo więcej na drodze. Tak działa to tutaj.',
      },
      network: {
        title: 'Przez sieć sklepu',
        story:
          'Na drodze są komputery sieci i centralka, i mogłyby to zobaczyć. Cudze dane; nic tam nie wysłano.',
      },
      cloud: {
        title: 'Przez chmurę producenta',
        story:
          'Przez internet do komputerów firmy i z powrotem. Mogłyby to zachować. Cudze dane; nic tam nie wysłano.',
      },
    },
    ledger: 'Z czego korzystały reguły',
    noFacts: 'W ostatnich dziesięciu minutach żadna reguła z niczego nie korzystała.',
    factsStay:
      'Wszystko zostaje w pamięci tego kiosku, nigdzie nie trafia i po dziesięciu minutach jest zapominane.',
    facts: {
      occupied: 'ktoś tu jest',
      clear: 'nikogo już nie ma',
      open: 'otwarte',
      closed: 'zamknięte',
      on: 'włączone',
      off: 'wyłączone',
      pressed: 'naciśnięte',
    },
    why: {
      started: 'uruchomiło „{rule}”',
      ended: 'zakończyło „{rule}”',
      asked: 'sprawdzane przez „{rule}”',
    },
    stores: 'Ten kiosk zapisuje: nic o tobie',
    kept: {
      senses: 'Bez kamery, bez mikrofonu; nie nasłuchuje telefonów.',
      touch:
        'To, co tu widzisz, jest tylko w jego pamięci, do następnego dotyku albo przez dwie minuty. To, z czego korzystały reguły, znika po dziesięciu.',
      counts:
        'Liczy godzina po godzinie, jak często dotykano każdej sceny i jak długo trwała; nigdy kto ani w jakiej kolejności.',
      keeps: 'Pamięta, która lampa gdzie stoi, klucz radia, co zapisały lampy i kiedy logował się personel.',
    },
    forget: 'Zapomnij mnie',
    forgetStory: 'Język, widok i lampy od razu wrócą do tego, jak je zastano.',
    forgotten: 'Zapomniane. Po twojej wizycie nic nie zostało.',
  },
  own: {
    title: 'Twoje światło',
    undo: 'Cofnij',
    compare: 'Porównaj',
    before: 'Przedtem',
    holdToCompare: 'Przytrzymaj, aby zobaczyć, jak było',
    surprise: 'Zaskocz mnie',
    keep: 'Zachowaj',
    kept: 'Twoje światło',
  },
  rules: { now: 'Zobacz teraz', play: 'Odtwórz: {name}', stepIn: 'Wejdź tutaj' },
  attract: { title: 'Dotknij lampy', story: 'Prawdziwa podąży za tobą.' },
  stillHere: {
    title: 'Wciąż tu jesteś?',
    story: 'Dotknij ekranu, aby kontynuować. Inaczej pokój wróci do stanu, w jakim go zastano.',
    stay: 'Jestem tutaj',
  },
  reconnecting: 'Łączę się ponownie',
  staff: {
    title: 'Dla personelu',
    close: 'Zamknij',
    closesItself: 'Tu niczego się nie zmienia. Strona zamknie się sama.',
    dongle: 'Radio',
    phase: { starting: 'Uruchamia się', ready: 'Gotowe', lost: 'Brak połączenia' },
    simulated: 'Lampy symulowane: żadna prawdziwa lampa nie jest sterowana.',
    real: 'Sterowane są prawdziwe lampy.',
    facts: {
      network: 'Sieć',
      networkValue: 'Kanał {channel}, numer {panId}',
      firmware: 'Adapter',
      backup: 'Kopia zapasowa',
      noBackup: 'Jeszcze nie',
      line: 'Łącze',
      lineClean: 'Czyste',
      lineNoisy: 'Pominięte bajty: {skippedBytes}, powtórzone pytania: {repeatedRequests}',
      joining: 'Nowe urządzenia',
      joiningNow: 'Nowe urządzenia mogą się teraz dołączyć',
    },
    away: 'Usługa showroomu nie odpowiada. Strona pyta dalej.',
    notices: 'Do sprawdzenia',
    noNotices: 'Wszystko w porządku.',
    lastScene: 'Ostatnia scena',
    arrival: {
      'under-way': 'W drodze',
      reached: 'Wszystkie lampy dotarły',
      'reached-late': 'Wszystkie lampy dotarły, niektóre późno',
      'not-reached': 'Nie wszystkie lampy dotarły',
    },
    missing: { silent: '{name}: brak odpowiedzi.', differs: '{name}: odpowiada, ale świeci inaczej.' },
    lamps: 'Co odpowiada',
    noLamps: 'Nie skonfigurowano żadnych lamp.',
    reach: {
      unbound: 'Bez urządzenia: tylko na ekranie',
      unknown: 'Jeszcze się nie odezwało',
      reachable: 'Odpowiada',
      unreachable: 'Nie odpowiada',
    },
  },
  notices: {
    'device-unreachable': '{name}: brak odpowiedzi. Czy zasilanie nie jest wyłączone na ścianie?',
    'air-congested':
      'Kanał radiowy jest tak zajęty, że lampy nic nie słyszą. Czy w pobliżu adaptera stoi router Wi-Fi lub dysk USB 3? Pomaga przedłużacz.',
    'clock-wrong': 'Zegar tego kiosku myli się o ponad dobę. Ustaw datę i godzinę.',
    'playlists-refused': 'Nie przyjęto playlist z {source} ({why}). Działają ostatnie dobre.',
    'playlists-incomplete':
      'W {source} nie ma wszystkich playlist ({why}). Pozostałe działają. Centrala musi to naprawić.',
    'playlist-broken': 'Playlista {playlist} nie może tu działać: {why}. Centrala musi ją poprawić.',
    'playlist-waits': '„{name}” zacznie się, gdy tylko nikogo nie będzie przy kiosku.',
    'device-disobeys':
      '{name}: odpowiada, ale nie robi tego, co trzeba. Odłącz zasilanie i włącz je ponownie.',
    'scenes-being-stored': 'Sceny są zapisywane w lampach: {ready} z {total}. Tymczasem wszystko działa.',
    'rule-rests':
      '„{name}” uruchamia się zbyt często i odpoczywa przez minutę. Czy czujnik nie jest luźny, a reguła nie uruchamia sama siebie?',
    'rule-circles':
      '„{name}” uruchamia się wciąż od nowa, sama lub przez inne reguły, i została zatrzymana. Czy jedna z nich zmienia to, na co czeka inna?',
    'content-left-out': 'Pominięto plik: {problem}',
    'store-assumed':
      'Nie podano, który to sklep: ceny i miejsca są takie jak w {store}. Wybierz go na stronie „Sklep” ({known}).',
    'take-home-sample':
      'Kody do zabrania prowadzą do przykładowego adresu. Osoba konfigurująca kiosk umieszcza dist/take-home na serwerze WWW i podaje go: SHOWROOM_TAKE_HOME_URL.',
    'store-unknown':
      'Nie ma sklepu „{store}”, więc ceny nie są pokazywane. Wybierz na stronie „Sklep”: {known}.',
    'bindings-unreadable': 'Nie udało się odczytać listy, które urządzenie gdzie należy.',
    'dongle-absent': 'W porcie {port} nie ma adaptera radiowego. Czy jest podłączony? Kiosk szuka dalej.',
    'dongle-busy':
      'Adaptera radiowego w porcie {port} używa inny program. Zamknij go albo uruchom komputer ponownie.',
    'dongle-forbidden':
      'Kiosk nie może używać adaptera radiowego w porcie {port}. Osoba, która go skonfigurowała, musi dodać jego użytkownika do grupy, do której należy port (zwykle „dialout”).',
    'dongle-refused': 'Pod adresem {port} nic nie odpowiada. Czy radio jest włączone i podłączone do sieci?',
    'dongle-other-network':
      'Adapter radiowy w porcie {port} należy do innej sieci ({panId}, kanał {channel}), której kiosk nie rusza. Podłącz adapter tego sklepu. Jeśli z tamtej sieci można zrezygnować, może to zrobić kierownik w „Stan”.',
    'dongle-network-adopted':
      'Adapter radiowy w porcie {port} przyniósł swoją sieć ({panId}, kanał {channel}). Kiosk ją przejmuje i szuka jej lamp. Te, których nie znajdzie, wyłącz i włącz ponownie.',
    'dongle-blank-no-backup':
      'Adapter radiowy w porcie {port} jest pusty, a sieć tego sklepu nie ma kopii zapasowej. Podłącz z powrotem stary adapter. Jeśli zaginął, kierownik może w „Stan” założyć nową sieć, do której trzeba będzie dołączyć każdą lampę.',
    'dongle-no-coordinator':
      'Adapter radiowy w porcie {port} ma oprogramowanie routera. Potrzebuje oprogramowania koordynatora albo podłącz inny.',
    'dongle-wrong-family':
      'To, co jest w porcie {port}, nie odpowiada jak adapter radiowy z rodziny „{family}”. Czy ustawienie SHOWROOM_ZIGBEE_ADAPTER jest właściwe?',
    'dongle-mismatch':
      'Adapter radiowy w porcie {port} i sieć tego sklepu nie pasują do siebie. Podłącz adapter sklepu.',
    'dongle-hung':
      'Adapter radiowy w porcie {port} przestał odpowiadać i jest uruchamiany od nowa. Jeśli zdarza się to często, użyj przedłużacza i portu USB 2.',
    'network-number-taken':
      'Inna sieć radiowa w pobliżu ma ten sam numer. Wyłącz ją na minutę albo przestaw adapter.',
    'dongle-unplugged':
      'Adapter radiowy w porcie {port} został odłączony. Podłącz go ponownie; lampy zostają takie, jakie są.',
    'dongle-not-a-dongle': 'To, co jest w porcie {port}, nie odpowiada jak adapter radiowy. Czy to właściwy?',
    'dongle-failed':
      'Nie można użyć adaptera radiowego w porcie {port}. Odłącz go, odczekaj pięć sekund i podłącz ponownie.',
    'network-unreadable': 'Plik z kluczem sieci radiowej jest nieczytelny. Przywróć go z kopii zapasowej.',
    'virtual-dongle-failed':
      'Nie udało się uruchomić symulowanych lamp. Uruchom kiosk ponownie; jeśli to nie pomoże, powód jest w dzienniku.',
    'dongle-simulated': 'Lampy są symulowane, tak ustawiono ten kiosk.',
    'dongle-simulated-for-want':
      'Nie znaleziono adaptera radiowego, więc lampy są symulowane. Podłącz adapter i uruchom kiosk ponownie.',
  },
}
