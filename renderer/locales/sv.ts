import { deskCareSv } from './desk-care-sv.ts'
import { deskHealthSv } from './desk-health-sv.ts'
import { deskRadioSv } from './desk-radio-sv.ts'
import { deskSv } from './desk-sv.ts'
import type { Messages } from './en.ts'

export const sv: Messages = {
  desk: { ...deskSv, ...deskHealthSv, ...deskRadioSv, ...deskCareSv },
  title: 'Visningsrum',
  language: 'Språk',
  room: {
    choose: 'Rum',
    picture: 'Bild',
    none: 'Inget rum är inrett än',
    noneStory: 'Lamporna dyker upp här så snart rummet är på plats.',
  },
  picture: 'Bild av rummet. Varje lampa i bilden har en knapp här nedanför.',
  invite: {
    title: 'Välj en stämning',
    story: 'De riktiga lamporna bredvid dig följer med direkt.',
    screenStory: 'Se hur hela rummet följer med på en gång.',
    lamp: 'Tryck på en lampa',
  },
  waking: { title: 'Ett ögonblick', story: 'Rummet vaknar.' },
  scenes: {
    taking: 'Med i stämningen: {count}',
    list: 'Stämningar',
    running: 'Nu',
    none: 'Inga stämningar än. Tryck på en lampa i stället.',
  },
  fixtures: { list: 'Lampor', none: 'Inga lampor i rummet än. Njut av utsikten.' },
  state: {
    on: 'På',
    off: 'Av',
    open: 'Öppen',
    closed: 'Stängd',
    partlyOpen: '{percent} öppen',
    up: 'Uppe',
    down: 'Nere',
    partlyUp: '{percent} uppe',
    resting: 'Tar en paus',
    unread: 'Ett ögonblick',
    quiet: 'Allt är lugnt',
    someone: 'Någon är här',
    tryRemote: 'Prova den, den funkar också',
    pressed: 'Nyss använd',
  },
  buttons: { on: 'Tryckt: på', off: 'Tryckt: av', brighter: 'Tryckt: ljusare', dimmer: 'Tryckt: mörkare' },
  daylight: {
    title: 'Tid på dygnet utanför fönstret',
    morning: 'Morgon',
    noon: 'Mitt på dagen',
    afternoon: 'Eftermiddag',
    evening: 'Kväll',
    dusk: 'Skymning',
    night: 'Natt',
  },
  view: {
    title: 'Vy',
    left: 'Se från vänster',
    right: 'Se från höger',
    nearer: 'Gå närmare',
    home: 'Tillbaka till början',
  },
  dial: {
    level: 'Ljusstyrka',
    title: 'Ljus: {name}',
    open: 'Välj ljus: {name}',
    close: 'Stäng',
    kind: 'Sorts ljus',
    white: 'Vitt',
    colour: 'Färg',
    warm: 'Varmvitt',
    neutral: 'Neutralvitt',
    cool: 'Kallvitt',
    hues: {
      0: 'Rött',
      1: 'Bärnsten',
      2: 'Lime',
      3: 'Grönt',
      4: 'Turkos',
      5: 'Blått',
      6: 'Violett',
      7: 'Rosa',
    },
  },
  access: {
    title: 'Gör det enklare',
    largerText: {
      title: 'Större text',
      about: 'Går att läsa på håll',
    },
    highContrast: {
      title: 'Mer kontrast',
      about: 'Svart på vitt, tydliga kanter',
    },
    withinReach: {
      title: 'Inom räckhåll',
      about: 'Alla knappar flyttar ner',
    },
    lessMotion: {
      title: 'Mindre rörelse',
      about: 'Bilden står still',
    },
    readAloud: {
      title: 'Läs upp',
      about: 'Hör det du rör vid',
      started: 'Uppläsning på. Rör vid något för att höra det.',
    },
    headphones: 'Med hörlurar hör bara du.',
  },
  scroll: {
    further: 'Visa mer',
    back: 'Visa det som var före',
  },
  back: 'Tillbaka till rummet',
  product: {
    open: 'Vad är det här? {name}',
    price: 'Pris',
    until: 'Priset gäller till {day}',
    noPrice: 'Fråga oss om dagens pris',
    article: 'Artikelnummer',
    place: 'Här hittar du den',
    aisle: 'Gång',
    bin: 'Fack',
    ask: 'Fråga någon av oss var den finns',
    each: 'Till var och en behövs också',
    once: 'Behövs en gång hemma',
    onceHint: 'Har du redan en? Då är du klar.',
  },
  journey: {
    open: 'Vart tar mina data vägen?',
    title: 'Vart ditt tryck går',
    lead: 'Från fingret till lamporna och tillbaka, och ingen annanstans.',
    way: 'Ditt senaste tryck',
    nothing: 'Tryck på en stämning eller en lampa och titta här igen.',
    screenOnly: 'Det gick inte längre än till skärmen: det du tryckte på har ingen apparat här.',
    waiting: 'på väg',
    heard: '{count} av {of} har svarat',
    stations: {
      screen: 'Ditt finger',
      kiosk: 'Den här kiosken',
      stick: 'Radiostickan',
      lamps: 'Lamporna',
      words: 'Deras eget ord',
    },
    cast: { alone: 'med ett eget meddelande', group: 'med ett meddelande till många' },
    three: 'Tre vägar för samma tryck, tills första lampan har det',
    measured: 'uppmätt',
    simulated: 'simulerad',
    range: '{from}–{to}',
    routes: {
      room: {
        title: 'I rummet',
        story: 'Skärm, kiosk, radiosticka, lampa. Ingen annan finns på vägen. Så fungerar det här.',
      },
      network: {
        title: 'Över varuhusets nätverk',
        story:
          'Nätverkets datorer och en hubb finns på vägen och kunde se det. Andras siffror; inget skickades dit.',
      },
      cloud: {
        title: 'Över en tillverkares moln',
        story:
          'Genom internet till ett företags datorer och tillbaka. De kunde spara det. Andras siffror; inget skickades dit.',
      },
    },
    ledger: 'Vad regler har använt',
    noFacts: 'Ingen regel har använt något de senaste tio minuterna.',
    factsStay: 'Allt stannar i kioskens minne, går ingen annanstans och glöms efter tio minuter.',
    facts: {
      occupied: 'någon är här',
      clear: 'ingen är här längre',
      open: 'öppen',
      closed: 'stängd',
      on: 'på',
      off: 'av',
      pressed: 'tryckt',
    },
    why: { started: 'startade ”{rule}”', ended: 'avslutade ”{rule}”', asked: 'betraktad av ”{rule}”' },
    stores: 'Kiosken sparar: ingenting om dig',
    kept: {
      senses: 'Ingen kamera, ingen mikrofon; den lyssnar inte efter telefoner.',
      touch:
        'Det du ser här finns bara i minnet, till nästa tryck eller i två minuter. Det som regler har använt glöms efter tio.',
      counts:
        'Den räknar timme för timme hur ofta varje stämning valts och hur länge den stannat; aldrig vem, eller i vilken ordning.',
      keeps:
        'Den sparar vilken lampa som står var, radions nyckel, vad lamporna har lagrat och när personalen loggat in.',
    },
    forget: 'Glöm mig',
    forgetStory: 'Språk, vy och lampor blir genast som du fann dem.',
    forgotten: 'Glömt. Ingenting av ditt besök är kvar.',
  },
  takeHome: {
    open: 'Ta med hem',
    title: '{scene}, hemma',
    lead: 'Allt som gör stämningen, och var du hittar det här.',
    scan: 'Rikta telefonens kamera hit',
    carries:
      'Koden bär hela listan i sig själv. Den som lämnar ut sidan får veta att någon öppnade den, inte vilken lista.',
    same: 'Alla får samma kod. Det du själv har ändrat här är inte med.',
    code: 'QR-kod med listan för {scene}',
    list: 'För stämningen',
    once: 'En gång till hemmet',
    sum: 'Tillsammans',
    unpriced: 'utan en sak, vars pris vi berättar | utan {count} saker, vars priser vi berättar',
    how: 'Det här tar tillbaka den hemma',
    hub: 'En hubb och dess app. På sidan står vad varje lampa är inställd på; du skriver in det en gång, och sedan räcker ett tryck.',
    moments:
      'Här går stämningen vidare av sig själv. Hemma behövs en timer i hubbens app, och den finns inte i alla.',
    palettes: 'Här vandrar färgerna. Det kan inte alla hubbar; utan det står de stilla.',
    yours: 'Väggar, möbler och dagsljus är dina egna, så ljuset blir också ditt eget.',
  },
  stillHere: {
    title: 'Är du kvar?',
    story: 'Rör skärmen var som helst för att fortsätta. Annars blir rummet som du fann det.',
    stay: 'Jag är kvar',
  },
  own: {
    title: 'Ditt ljus',
    undo: 'Ångra',
    compare: 'Jämför',
    before: 'Före',
    holdToCompare: 'Håll för att se hur det var innan',
    surprise: 'Överraska mig',
    keep: 'Behåll ljuset',
    kept: 'Ditt ljus',
  },
  rules: { now: 'Se den nu', play: 'Spela: {name}', stepIn: 'Kliv in här' },
  attract: { title: 'Rör en lampa', story: 'Den riktiga följer med.' },
  reconnecting: 'Ansluter igen',
  staff: {
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
    notices: 'Att titta på',
    noNotices: 'Inget behöver åtgärdas.',
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
  },
  notices: {
    'device-unreachable': '{name} svarar inte. Är strömmen bruten vid väggen?',
    'air-congested':
      'Radiokanalen är så upptagen att lamporna inget hör. Står en wifi-router eller en USB 3-disk nära stickan? En förlängningssladd hjälper.',
    'clock-wrong': 'Kioskens klocka går mer än ett dygn fel. Ställ datum och tid.',
    'playlists-refused': 'Spellistor från {source} togs inte emot ({why}). De senaste goda spelas vidare.',
    'playlists-incomplete':
      'Alla spellistor från {source} finns inte där ({why}). De andra spelas. Huvudkontoret måste laga det.',
    'playlist-broken': 'Spellistan {playlist} kan inte spelas här: {why}. Huvudkontoret måste laga den.',
    'playlist-waits': '”{name}” börjar så snart ingen är vid kiosken.',
    'device-disobeys':
      '{name} svarar men gör inte som den blir tillsagd. Bryt strömmen till den och slå på den igen.',
    'scenes-being-stored': 'Scenerna sparas i lamporna: {ready} av {total}. Allt fungerar under tiden.',
    'rule-rests':
      '”{name}” startade för ofta och vilar en minut. Sitter sensorn löst, eller startar den sig själv?',
    'rule-circles':
      '”{name}” startar sig själv om och om igen, ensam eller med andra regler, och stoppades. Ställer en av dem det som en annan väntar på?',
    'content-left-out': 'En fil lämnades utanför: {problem}',
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
    'dongle-mismatch':
      'Radiostickan i {port} och butikens nät passar inte ihop. Sätt i butikens egen sticka.',
    'dongle-hung':
      'Radiostickan i {port} slutade svara och startas om. Händer det ofta, använd en förlängningskabel och en USB 2-port.',
    'network-number-taken':
      'Ett annat radionät i närheten har samma nummer. Stäng av det en minut, eller flytta stickan.',
    'dongle-unplugged': 'Radiostickan i {port} drogs ut. Sätt i den igen, lamporna blir kvar som de är.',
    'dongle-not-a-dongle': 'Det som sitter i {port} svarar inte som en radiosticka. Är det rätt sticka?',
    'dongle-failed':
      'Radiostickan i {port} går inte att använda. Dra ut den, vänta fem sekunder, sätt i den igen.',
    'network-unreadable':
      'Filen med radionätets nyckel går inte att förstå. Återställ den från en säkerhetskopia.',
    'virtual-dongle-failed':
      'De simulerade lamporna gick inte att starta. Starta om kiosken; hjälper inte det säger loggen varför.',
    'dongle-simulated': 'Lamporna är simulerade, så som kiosken är inställd.',
    'dongle-simulated-for-want':
      'Ingen radiosticka hittades, så lamporna är simulerade. Sätt i en och starta om kiosken.',
  },
}
