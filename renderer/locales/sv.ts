import type { Messages } from './en.ts'

export const sv: Messages = {
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
  scenes: { list: 'Stämningar', running: 'Nu', none: 'Inga stämningar än. Tryck på en lampa i stället.' },
  fixtures: { list: 'Lampor', none: 'Inga lampor i rummet än. Njut av utsikten.' },
  state: {
    on: 'På',
    off: 'Av',
    open: 'Öppen',
    closed: 'Stängd',
    partlyOpen: '{percent} öppen',
    resting: 'Tar en paus',
    quiet: 'Allt är lugnt',
    someone: 'Någon är här',
    tryRemote: 'Prova den, den funkar också',
    pressed: 'Nyss använd',
  },
  buttons: { on: 'Tryckt: på', off: 'Tryckt: av', brighter: 'Tryckt: ljusare', dimmer: 'Tryckt: mörkare' },
  reconnecting: 'Ansluter igen',
  staff: {
    title: 'För personalen',
    close: 'Stäng',
    closesItself: 'Här går det inte att ändra något. Sidan stängs av sig själv.',
    dongle: 'Radio',
    phase: { starting: 'Startar', ready: 'Redo', lost: 'Inte ansluten' },
    simulated: 'Simulerade lampor: inga riktiga lampor styrs.',
    real: 'Riktiga lampor styrs.',
    away: 'Visningsrummets tjänst svarar inte. Sidan fortsätter att fråga.',
    notices: 'Att titta på',
    noNotices: 'Inget behöver åtgärdas.',
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
    'scenes-being-stored': 'Scenerna sparas i lamporna: {ready} av {total}. Allt fungerar under tiden.',
    'content-left-out': 'En fil lämnades utanför: {problem}',
    'bindings-unreadable': 'Listan över vilken enhet som hör vart gick inte att läsa.',
    'dongle-absent':
      'Det sitter ingen radiosticka i {port}. Är den inkopplad? Kiosken letar igen varannan sekund.',
    'dongle-busy': 'Ett annat program använder radiostickan i {port}. Stäng det, eller starta om datorn.',
    'dongle-forbidden':
      'Kiosken får inte använda radiostickan i {port}. Den som satte upp kiosken behöver tillåta det.',
    'dongle-refused': 'Ingen svarar på {port}. Är radion där påslagen och ansluten till nätverket?',
    'dongle-other-network': 'Radiostickan i {port} hör till ett annat nätverk. Sätt i butikens egen.',
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
