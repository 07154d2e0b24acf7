import type { Translation } from '../translation.ts'

/** What managers read of the network's channel, of sticks that are not the store's, and of the store's sun, in French. */
export const deskRadioFr: NonNullable<Translation['desk']> = {
  channel: {
    title: 'Canal radio',
    hint: 'Le Wi-Fi partage l’air avec les lampes. Si elles répondent tard, un autre canal est peut-être plus calme.',
    listen: 'Écouter tous les canaux',
    listening: 'Écoute …',
    channel: 'Canal {channel}',
    now: 'actuel',
    quiet: 'calme',
    some: 'un peu de trafic',
    busy: 'chargé',
    best: 'le plus calme',
    move: 'Déplacer ici',
    sureTitle: 'Déplacer toutes les lampes vers le canal {channel} ?',
    sure: 'Cela prend environ une demi-minute, pendant laquelle aucune lampe ne répond. Télécommandes et capteurs à piles suivent à leur prochaine utilisation.',
    really: 'Déplacer vraiment',
    asking: 'Qui est là ? …',
    moving: 'Passage au canal {channel} …',
    looking: 'Qui a suivi ? …',
    returning: 'Trop peu ont suivi : retour au canal {channel} …',
    moved: 'Le réseau est sur le canal {channel}, et toutes les lampes répondent.',
    movedWithout:
      'Le réseau est sur le canal {channel}. Pas encore là : {names}. Éteignez-les et rallumez-les si elles manquent encore dans une minute.',
    returned: 'Trop peu de lampes ont suivi : le réseau est revenu sur le canal {channel}. Rien n’a changé.',
    returnedWithout:
      'Trop peu de lampes ont suivi : le réseau est revenu sur le canal {channel}. Pas encore là : {names}. Éteignez-les et rallumez-les si elles manquent encore dans une minute.',
    failed: 'La clé n’a pas bougé. Est-elle branchée ? Réessayez dans une minute.',
  },
  giveUp: {
    title: 'Une clé inconnue',
    other:
      'Branchez la clé de ce magasin si elle existe. Sinon, la borne peut faire sienne celle-ci : son réseau ({network}) est alors perdu pour de bon, et qui l’utilise devra le recréer.',
    new: 'Rebranchez l’ancienne clé si elle existe. Sinon, la borne peut créer un nouveau réseau sur celle-ci : chaque lampe, télécommande et capteur devra être ajouté à nouveau.',
    takeOther: 'Abandonner le réseau {network}',
    takeNew: 'Créer un nouveau réseau',
    reallyOther: 'Vraiment l’abandonner',
    reallyNew: 'Vraiment recommencer',
    taken: 'La borne prend la clé. Cela peut prendre une minute.',
  },
  sun: {
    none: 'Les règles qui suivent le soleil attendent que vous disiez où est le magasin.',
    north: 'Latitude (degrés nord)',
    east: 'Longitude (degrés est)',
    city: 'Les règles qui suivent le soleil se fondent sur {city}, tant que vous ne dites pas où est le magasin.',
    here: 'Les règles qui suivent le soleil se fondent sur ce lieu.',
    half: 'Indiquez les deux : d’ici là, les règles qui suivent le soleil se fondent sur {city}.',
  },
}
