import type { Translation } from '../translation.ts'

/** What managers read of the network's channel, of sticks that are not the store's, and of the store's sun, in German. */
export const deskRadioDe: NonNullable<Translation['desk']> = {
  channel: {
    title: 'Funkkanal',
    hint: 'WLAN teilt sich die Luft mit den Lampen. Antworten Lampen spät, ist ein anderer Kanal vielleicht ruhiger.',
    listen: 'In alle Kanäle hineinhören',
    listening: 'Hört hin …',
    channel: 'Kanal {channel}',
    now: 'jetzt',
    quiet: 'ruhig',
    some: 'etwas Betrieb',
    busy: 'viel Betrieb',
    best: 'am ruhigsten',
    move: 'Hierher umziehen',
    sureTitle: 'Alle Lampen auf Kanal {channel} umziehen?',
    sure: 'Das dauert etwa eine halbe Minute, in der keine Lampe antwortet. Fernbedienungen und Sensoren mit Batterie folgen, sobald sie wieder benutzt werden.',
    really: 'Wirklich umziehen',
    asking: 'Fragt, wer da ist …',
    moving: 'Zieht auf Kanal {channel} um …',
    looking: 'Schaut, wer gefolgt ist …',
    returning: 'Zu wenige sind gefolgt: zurück auf Kanal {channel} …',
    moved: 'Das Netz ist auf Kanal {channel}, und alle Lampen antworten.',
    movedWithout:
      'Das Netz ist auf Kanal {channel}. Noch nicht da: {names}. Schalte sie aus und ein, wenn sie in einer Minute noch fehlen.',
    returned:
      'Zu wenige Lampen sind gefolgt, darum ist das Netz zurück auf Kanal {channel}. Nichts hat sich geändert.',
    returnedWithout:
      'Zu wenige Lampen sind gefolgt, darum ist das Netz zurück auf Kanal {channel}. Noch nicht da: {names}. Schalte sie aus und ein, wenn sie in einer Minute noch fehlen.',
    failed: 'Der Stick ist nicht umgezogen. Steckt er? Versuche es in einer Minute noch einmal.',
  },
  giveUp: {
    title: 'Ein fremder Stick',
    other:
      'Stecke den Stick dieses Hauses ein, wenn es ihn gibt. Sonst kann der Kiosk diesen zu seinem machen: Dann ist das Netz darauf ({network}) endgültig verloren, und wer es benutzt, muss es neu einrichten.',
    new: 'Stecke den alten Stick wieder ein, wenn es ihn gibt. Sonst kann der Kiosk auf diesem ein neues Netz beginnen: Dann muss jede Lampe, jede Fernbedienung und jeder Sensor neu hinzugefügt werden.',
    takeOther: 'Netz {network} aufgeben',
    takeNew: 'Neues Netz beginnen',
    reallyOther: 'Wirklich aufgeben',
    reallyNew: 'Wirklich neu beginnen',
    taken: 'Der Kiosk nimmt den Stick jetzt. Das kann eine Minute dauern.',
  },
  sun: {
    none: 'Regeln nach der Sonne warten, bis du sagst, wo das Haus steht.',
    north: 'Breite (Grad Nord)',
    east: 'Länge (Grad Ost)',
    city: 'Regeln nach der Sonne richten sich nach {city}, bis du sagst, wo das Haus steht.',
    here: 'Regeln nach der Sonne richten sich nach diesem Ort.',
    half: 'Gib beides an: Bis dahin richten sich Regeln nach der Sonne nach {city}.',
  },
}
