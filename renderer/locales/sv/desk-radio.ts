import type { deskRadioEn } from '../en/desk-radio.ts'

/** What managers read of the network's channel, of sticks that are not the store's, and of the store's sun, in Swedish. */
export const deskRadioSv: typeof deskRadioEn = {
  channel: {
    title: 'Radiokanal',
    hint: 'Wi-Fi delar luften med lamporna. Svarar lamporna sent kan en annan kanal vara tystare.',
    listen: 'Lyssna på alla kanaler',
    listening: 'Lyssnar …',
    channel: 'Kanal {channel}',
    now: 'nu',
    quiet: 'tyst',
    some: 'en del trafik',
    busy: 'mycket trafik',
    best: 'tystast',
    move: 'Flytta hit',
    sureTitle: 'Flytta alla lampor till kanal {channel}?',
    sure: 'Det tar ungefär en halv minut, och under tiden svarar ingen lampa. Fjärrkontroller och sensorer med batteri följer med när de används nästa gång.',
    really: 'Flytta på riktigt',
    asking: 'Frågar vilka som är där …',
    moving: 'Flyttar till kanal {channel} …',
    looking: 'Ser efter vilka som har följt med …',
    returning: 'För få har följt med: går tillbaka till kanal {channel} …',
    moved: 'Nätet är på kanal {channel}, och alla lampor svarar.',
    movedWithout:
      'Nätet är på kanal {channel}. Inte där än: {names}. Stäng av och sätt på dem om de saknas om en minut.',
    returned: 'För få lampor följde med, så nätet är tillbaka på kanal {channel}. Ingenting har ändrats.',
    returnedWithout:
      'För få lampor följde med, så nätet är tillbaka på kanal {channel}. Inte där än: {names}. Stäng av och sätt på dem om de saknas om en minut.',
    failed: 'Stickan flyttade inte. Sitter den i? Försök igen om en minut.',
  },
  giveUp: {
    title: 'En främmande sticka',
    other:
      'Sätt i butikens egen sticka om den finns. Annars kan kiosken göra den här till sin: då är nätet på den ({network}) borta för gott, och den som använder det måste sätta upp det på nytt.',
    new: 'Sätt i den gamla stickan igen om den finns. Annars kan kiosken börja ett nytt nät på den här: då måste varje lampa, fjärrkontroll och sensor läggas till igen.',
    takeOther: 'Ge upp nätet {network}',
    takeNew: 'Börja ett nytt nät',
    reallyOther: 'Ge upp det på riktigt',
    reallyNew: 'Börja om på riktigt',
    taken: 'Kiosken tar stickan nu. Det kan ta en minut.',
  },
  sun: {
    none: 'Regler som följer solen väntar tills du säger var butiken ligger.',
    north: 'Latitud (grader nord)',
    east: 'Longitud (grader öst)',
    city: 'Regler som följer solen utgår från {city} tills du säger var butiken ligger.',
    here: 'Regler som följer solen utgår från den här platsen.',
    half: 'Ange båda: tills dess utgår regler som följer solen från {city}.',
  },
}
