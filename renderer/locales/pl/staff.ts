import type { Translation } from '../translation.ts'

/** The page that tells staff how lamps and radio are. */
export const staffPl: NonNullable<Translation['staff']> = {
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
}

/** What staff are told that has to be seen to. */
export const noticesPl: NonNullable<Translation['notices']> = {
  'device-unreachable': '{name}: brak odpowiedzi. Czy zasilanie nie jest wyłączone na ścianie?',
  'air-congested':
    'Kanał radiowy jest tak zajęty, że lampy nic nie słyszą. Czy w pobliżu adaptera stoi router Wi-Fi lub dysk USB 3? Pomaga przedłużacz.',
  'setting-wrong':
    'Ustawienie {name} jest niezrozumiałe i kiosk działa bez niego. Osoba, która konfigurowała kiosk, musi je poprawić i uruchomić kiosk ponownie.',
  'setting-unknown':
    'Nie ma ustawienia {name}. Osoba, która konfigurowała kiosk, musi poprawić nazwę i uruchomić kiosk ponownie.',
  'country-unlisted':
    'Centrala podpisuje playlisty dla poszczególnych krajów, ale żaden nie nazywa się „{country}”. Czy ten kiosk tam stoi? Tak podano przy konfiguracji: SHOWROOM_COUNTRY.',
  'clock-wrong': 'Zegar tego kiosku myli się o ponad dobę. Ustaw datę i godzinę.',
  'playlists-refused': 'Nie przyjęto playlist z {source}. {reason}. Działają ostatnie dobre.',
  'playlists-incomplete':
    'W {source} nie ma wszystkich playlist. Pozostałe działają. Centrala musi to naprawić.',
  'playlists-late':
    'Połączenie z {source} zerwało się, zanim dotarły wszystkie playlisty. To, co całe, działa, a kiosk sam pobierze resztę. Jeśli to nie minie, sprawdź sieć lub pamięć USB.',
  'playlist-broken': 'Playlista {playlist} nie może tu działać. Centrala musi ją poprawić.',
  'playlist-waits': '„{name}” zacznie się, gdy tylko nikogo nie będzie przy kiosku.',
  'device-disobeys': '{name}: odpowiada, ale nie robi tego, co trzeba. Odłącz zasilanie i włącz je ponownie.',
  'scenes-being-stored': 'Sceny są zapisywane w lampach: {ready} z {total}. Tymczasem wszystko działa.',
  'rule-rests':
    '„{name}” uruchamia się zbyt często i odpoczywa przez minutę. Czy czujnik nie jest luźny, a reguła nie uruchamia sama siebie?',
  'rule-circles':
    '„{name}” uruchamia się wciąż od nowa, sama lub przez inne reguły, i została zatrzymana. Czy jedna z nich zmienia to, na co czeka inna?',
  'content-left-out': 'Pominięto plik.',
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
  'dongle-needs-folder':
    'Kiosk nie może zapisywać w swoim folderze {folder}, więc nie może używać adaptera radiowego. Czy dysk jest pełny lub tylko do odczytu, albo tylko inni mogą tam zapisywać? Po naprawieniu kiosk sam działa dalej.',
  'network-unreadable': 'Plik z kluczem sieci radiowej jest nieczytelny. Przywróć go z kopii zapasowej.',
  'virtual-dongle-failed':
    'Nie udało się uruchomić symulowanych lamp. Uruchom kiosk ponownie; jeśli to nie pomoże, powód jest w dzienniku.',
  'dongle-simulated': 'Lampy są symulowane, tak ustawiono ten kiosk.',
  'dongle-simulated-for-want':
    'Nie znaleziono adaptera radiowego, więc lampy są symulowane. Podłącz adapter i uruchom kiosk ponownie.',
}
