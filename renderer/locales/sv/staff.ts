import type { noticesEn, staffEn } from '../en/staff.ts'

/** The page that tells staff how lamps and radio are. */
export const staffSv: typeof staffEn = {
  title: 'För personalen',
  close: 'Stäng',
  closesItself: 'Här går det inte att ändra något. Sidan stängs av sig själv.',
  dongle: 'Radio',
  phase: { starting: 'Startar', ready: 'Redo', lost: 'Inte ansluten' },
  simulated: 'Simulerade lampor: inga riktiga lampor styrs.',
  real: 'Riktiga lampor styrs.',
  facts: {
    network: 'Nät',
    networkValue: 'Kanal {channel}, nummer {panId}',
    firmware: 'Sticka',
    backup: 'Säkerhetskopierat',
    noBackup: 'Inte än',
    line: 'Ledning',
    lineClean: 'Ren',
    lineNoisy: '{skippedBytes} byte överhoppade, {repeatedRequests} frågor upprepade',
    joining: 'Nya enheter',
    joiningNow: 'Nya enheter får ansluta nu',
  },
  away: 'Visningsrummets tjänst svarar inte. Sidan fortsätter att fråga.',
  lastScene: 'Senaste scenen',
  arrival: {
    'under-way': 'På väg',
    reached: 'Alla lampor är där',
    'reached-late': 'Alla lampor är där, några kom sent',
    'not-reached': 'Alla lampor kom inte fram',
  },
  missing: { silent: '{name} svarar inte.', differs: '{name} svarar men är något annat.' },
  lamps: 'Det som svarar',
  noLamps: 'Inga lampor är inlagda.',
  reach: {
    unbound: 'Ingen enhet: finns bara på skärmen',
    unknown: 'Har inte hörts av än',
    reachable: 'Svarar',
    unreachable: 'Svarar inte',
  },
}

/** What staff are told that has to be seen to. */
export const noticesSv: typeof noticesEn = {
  'device-unreachable': '{name} svarar inte. Är strömmen bruten vid väggen?',
  'air-congested':
    'Radiokanalen är så upptagen att lamporna inget hör. Står en wifi-router eller en USB 3-disk nära stickan? En förlängningssladd hjälper.',
  'setting-wrong':
    'Inställningen {name} går inte att förstå, och kiosken fortsätter utan den. Den som ställt in kiosken måste rätta den och starta om kiosken.',
  'setting-unknown':
    'Det finns ingen inställning som heter {name}. Den som ställt in kiosken måste rätta namnet och starta om kiosken.',
  'country-unlisted':
    'Huvudkontoret signerar spellistor för enskilda länder, men för inget som heter ”{country}”. Är det där kiosken står? Den som ställt in den har sagt det: SHOWROOM_COUNTRY.',
  'clock-wrong': 'Kioskens klocka går mer än ett dygn fel. Ställ datum och tid.',
  'playlists-refused': 'Spellistor från {source} togs inte emot. {reason}. De senaste goda spelas vidare.',
  'playlists-incomplete':
    'Alla spellistor från {source} finns inte där. De andra spelas. Huvudkontoret måste laga det.',
  'playlists-late':
    'Förbindelsen till {source} bröts innan alla spellistor var här. Det som är helt spelas, och kiosken hämtar resten av sig själv. Om det står kvar: se över nätverket eller minnet.',
  'playlist-broken': 'Spellistan {playlist} kan inte spelas här. Huvudkontoret måste laga den.',
  'playlist-waits': '”{name}” börjar så snart ingen är vid kiosken.',
  'device-disobeys':
    '{name} svarar men gör inte som den blir tillsagd. Bryt strömmen till den och slå på den igen.',
  'scenes-being-stored': 'Scenerna sparas i lamporna: {ready} av {total}. Allt fungerar under tiden.',
  'rule-rests':
    '”{name}” startade för ofta och vilar en minut. Sitter sensorn löst, eller startar den sig själv?',
  'rule-circles':
    '”{name}” startar sig själv om och om igen, ensam eller med andra regler, och stoppades. Ställer en av dem det som en annan väntar på?',
  'content-left-out': 'En fil lämnades utanför.',
  'store-assumed':
    'Ingen har sagt vilket varuhus det här är: priser och platser är de i {store}. Säg det under ”Butik” ({known}).',
  'take-home-sample':
    'Koderna att ta med hem leder till en exempeladress. Den som ställer in kiosken lägger dist/take-home på en webbserver och anger den: SHOWROOM_TAKE_HOME_URL.',
  'store-unknown':
    'Det finns inget varuhus ”{store}”, så inga priser visas. Välj ett under ”Butik”: {known}.',
  'bindings-unreadable': 'Listan över vilken enhet som hör vart gick inte att läsa.',
  'dongle-absent': 'Det sitter ingen radiosticka i {port}. Är den inkopplad? Kiosken fortsätter att leta.',
  'dongle-busy': 'Ett annat program använder radiostickan i {port}. Stäng det, eller starta om datorn.',
  'dongle-forbidden':
    'Kiosken får inte använda radiostickan i {port}. Den som satte upp kiosken behöver lägga till dess användare i gruppen som äger porten (oftast ”dialout”).',
  'dongle-refused': 'Ingen svarar på {port}. Är radion där påslagen och ansluten till nätverket?',
  'dongle-other-network':
    'Radiostickan i {port} bär ett annat nät ({panId}, kanal {channel}), och kiosken låter det vara. Sätt i butikens egen sticka. Får det nätet ges upp kan en chef göra det under ”Hälsa”.',
  'dongle-network-adopted':
    'Radiostickan i {port} hade ett nät med sig ({panId}, kanal {channel}). Kiosken fortsätter med det och letar efter dess lampor. Slå av och på strömmen till dem som den inte hittar.',
  'dongle-blank-no-backup':
    'Radiostickan i {port} är tom, och det finns ingen säkerhetskopia av butikens nät. Sätt i den gamla stickan igen. Är den borta kan en chef börja ett nytt nät under ”Hälsa”, som varje lampa måste anslutas till igen.',
  'dongle-no-coordinator':
    'Radiostickan i {port} har en routers program. Den behöver en koordinators, eller sätt i en annan sticka.',
  'dongle-wrong-family':
    'Det som sitter i {port} svarar inte som en radiosticka av familjen ”{family}”. Stämmer inställningen SHOWROOM_ZIGBEE_ADAPTER för den?',
  'dongle-mismatch': 'Radiostickan i {port} och butikens nät passar inte ihop. Sätt i butikens egen sticka.',
  'dongle-hung':
    'Radiostickan i {port} slutade svara och startas om. Händer det ofta, använd en förlängningskabel och en USB 2-port.',
  'network-number-taken':
    'Ett annat radionät i närheten har samma nummer. Stäng av det en minut, eller flytta stickan.',
  'dongle-unplugged': 'Radiostickan i {port} drogs ut. Sätt i den igen, lamporna blir kvar som de är.',
  'dongle-not-a-dongle': 'Det som sitter i {port} svarar inte som en radiosticka. Är det rätt sticka?',
  'dongle-failed':
    'Radiostickan i {port} går inte att använda. Dra ut den, vänta fem sekunder, sätt i den igen.',
  'dongle-needs-folder':
    'Kiosken kan inte skriva i sin mapp {folder} och kan därför inte använda radiostickan. Är disken full eller skrivskyddad, eller får bara andra skriva där? När det är åtgärdat fortsätter kiosken av sig själv.',
  'network-unreadable':
    'Filen med radionätets nyckel går inte att förstå. Återställ den från en säkerhetskopia.',
  'virtual-dongle-failed':
    'De simulerade lamporna gick inte att starta. Starta om kiosken; hjälper inte det säger loggen varför.',
  'dongle-simulated': 'Lamporna är simulerade, så som kiosken är inställd.',
  'dongle-simulated-for-want':
    'Ingen radiosticka hittades, så lamporna är simulerade. Sätt i en och starta om kiosken.',
}
