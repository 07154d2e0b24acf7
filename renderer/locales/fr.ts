import { deskCareFr } from './desk-care-fr.ts'
import { deskFr } from './desk-fr.ts'
import { deskHealthFr } from './desk-health-fr.ts'
import { deskRadioFr } from './desk-radio-fr.ts'
import type { Translation } from './translation.ts'

export const fr: Translation = {
  desk: { ...deskFr, ...deskHealthFr, ...deskRadioFr, ...deskCareFr },
  title: 'Showroom',
  language: 'Langue',
  room: {
    choose: 'Pièce',
    picture: 'Image',
    none: 'Aucune pièce n’est encore aménagée',
    noneStory: 'Les lampes arriveront avec elle.',
  },
  picture: 'Image de la pièce. Chaque lampe que l’on y voit a son interrupteur plus bas.',
  invite: {
    title: 'Choisissez une ambiance',
    story: 'Les vraies lampes, à côté de vous, suivent aussitôt.',
    screenStory: 'Regardez toute la pièce suivre aussitôt.',
    lamp: 'Touchez une lampe',
  },
  waking: { title: 'Un instant', story: 'La pièce se réveille.' },
  scenes: {
    taking: 'En scène : {count}',
    list: 'Ambiances',
    running: 'En cours',
    none: 'Pas encore d’ambiance. Touchez une lampe.',
  },
  fixtures: { list: 'Lampes', none: 'Pas encore de lampe dans cette pièce. Profitez de la vue.' },
  state: {
    on: 'Allumé',
    off: 'Éteint',
    open: 'Ouvert',
    closed: 'Fermé',
    partlyOpen: 'Ouvert à {percent}',
    up: 'En haut',
    down: 'En bas',
    partlyUp: 'À {percent} de la hauteur',
    resting: 'Fait une pause',
    unread: 'Un instant',
    quiet: 'Tout est calme',
    someone: 'Il y a quelqu’un',
    tryRemote: 'Essayez-la, elle marche aussi',
    pressed: 'Vient de servir',
  },
  buttons: {
    on: 'Appui : allumer',
    off: 'Appui : éteindre',
    brighter: 'Appui : plus clair',
    dimmer: 'Appui : plus doux',
  },
  daylight: {
    title: 'Heure du jour derrière la fenêtre',
    morning: 'Matin',
    noon: 'Midi',
    afternoon: 'Après-midi',
    evening: 'Soir',
    dusk: 'Crépuscule',
    night: 'Nuit',
  },
  view: {
    title: 'Vue',
    left: 'Regarder depuis la gauche',
    right: 'Regarder depuis la droite',
    nearer: 'S’approcher',
    home: 'Revenir au début',
  },
  dial: {
    level: 'Intensité',
    title: 'Lumière : {name}',
    open: 'Choisir la lumière : {name}',
    close: 'Fermer',
    kind: 'Type de lumière',
    white: 'Blanc',
    colour: 'Couleur',
    warm: 'Blanc chaud',
    neutral: 'Blanc neutre',
    cool: 'Blanc froid',
    hues: {
      0: 'Rouge',
      1: 'Ambre',
      2: 'Citron vert',
      3: 'Vert',
      4: 'Turquoise',
      5: 'Bleu',
      6: 'Violet',
      7: 'Rose',
    },
  },
  access: {
    title: 'Plus facile',
    largerText: {
      title: 'Texte plus grand',
      about: 'Lisible à un pas de distance',
    },
    highContrast: {
      title: 'Plus de contraste',
      about: 'Noir sur blanc, contours nets',
    },
    withinReach: {
      title: 'À portée de main',
      about: 'Toutes les commandes descendent',
    },
    lessMotion: {
      title: 'Moins de mouvement',
      about: 'L’image reste immobile',
    },
    readAloud: {
      title: 'Lecture à voix haute',
      about: 'Entendre ce que l’on touche',
      started: 'Lecture à voix haute activée. Touchez quelque chose pour l’entendre.',
    },
    headphones: 'Avec un casque, vous seul l’entendez.',
  },
  scroll: {
    further: 'Voir plus',
    back: 'Revenir en arrière',
  },
  back: 'Retour à la pièce',
  product: {
    open: 'Qu’est-ce que c’est ? {name}',
    price: 'Prix',
    until: 'Prix valable jusqu’au {day}',
    noPrice: 'Demandez-nous le prix du jour',
    article: 'Numéro d’article',
    place: 'Où le trouver',
    aisle: 'Allée',
    bin: 'Casier',
    ask: 'Demandez-nous où le trouver',
    each: 'À prévoir pour chacun',
    once: 'Une seule fois à la maison',
    onceHint: 'Vous en avez déjà un ? Alors tout y est.',
  },
  takeHome: {
    open: 'À emporter chez vous',
    title: '{scene}, chez vous',
    lead: 'Tout ce qui fait cette ambiance, et où le trouver ici.',
    scan: 'Pointez l’appareil photo de votre téléphone ici',
    carries:
      'Le code contient toute la liste. Qui fournit la page apprend que quelqu’un l’a ouverte, pas quelle liste.',
    same: 'Tout le monde reçoit le même code. Ce que vous avez changé ici n’y est pas.',
    code: 'Code QR avec la liste pour {scene}',
    list: 'Pour cette ambiance',
    once: 'Une fois pour votre maison',
    sum: 'Total',
    unpriced:
      'sans un article, dont nous vous dirons le prix | sans {count} articles, dont nous vous dirons les prix | sans {count} articles, dont nous vous dirons les prix',
    how: 'Pour la retrouver chez vous',
    hub: 'Un hub et son application. La page indique le réglage de chaque lampe ; saisissez-le une fois, puis une pression suffit.',
    moments:
      'Ici, l’ambiance évolue toute seule. Chez vous, il faut un minuteur dans l’application du hub, et tous n’en ont pas.',
    palettes:
      'Ici, les couleurs voyagent. Tous les hubs ne savent pas le faire ; sinon, elles restent fixes.',
    yours: 'Les murs, les meubles et la lumière du jour sont les vôtres : l’éclairage le sera aussi.',
  },
  journey: {
    open: 'Où vont mes données ?',
    title: 'Où va votre geste',
    lead: 'De votre doigt aux lampes et retour, et nulle part ailleurs.',
    way: 'Votre dernier geste',
    nothing: 'Touchez une ambiance ou une lampe, puis revenez voir ici.',
    screenOnly: 'Il n’est pas allé plus loin que l’écran : ce que vous avez touché n’a pas d’appareil ici.',
    waiting: 'en route',
    heard: '{count} sur {of} ont répondu',
    stations: {
      screen: 'Votre doigt',
      kiosk: 'Cette borne',
      stick: 'Clé radio',
      lamps: 'Lampes',
      words: 'Leur propre mot',
    },
    cast: {
      alone: 'par un message à part',
      group: 'par un seul message pour plusieurs',
    },
    three: 'Trois chemins pour le même geste, jusqu’à la première lampe',
    measured: 'mesuré',
    simulated: 'simulé',
    range: '{from}–{to}',
    routes: {
      room: {
        title: 'Dans la pièce',
        story:
          'Écran, borne, clé radio, lampe. Personne d’autre sur le chemin. C’est ainsi que cela marche ici.',
      },
      network: {
        title: 'Par le réseau du magasin',
        story:
          'Les ordinateurs du réseau et un hub sont sur le chemin et pourraient le voir. Chiffres d’autrui ; rien n’y a été envoyé.',
      },
      cloud: {
        title: 'Par le cloud d’un fabricant',
        story:
          'Par l’internet jusqu’aux ordinateurs d’une entreprise et retour. Ils pourraient le garder. Chiffres d’autrui ; rien n’y a été envoyé.',
      },
    },
    ledger: 'Ce que les règles ont utilisé',
    noFacts: 'Aucune règle n’a rien utilisé ces dix dernières minutes.',
    factsStay:
      'Tout reste dans la mémoire de cette borne, ne va nulle part ailleurs et s’oublie après dix minutes.',
    facts: {
      occupied: 'il y a quelqu’un',
      clear: 'il n’y a plus personne',
      open: 'ouvert',
      closed: 'fermé',
      on: 'allumé',
      off: 'éteint',
      pressed: 'appuyé',
    },
    why: {
      started: 'a lancé « {rule} »',
      ended: 'a terminé « {rule} »',
      asked: 'consulté par « {rule} »',
    },
    stores: 'Cette borne conserve : rien sur vous',
    kept: {
      senses: 'Pas de caméra, pas de micro ; elle n’écoute pas les téléphones.',
      touch:
        'Ce que vous voyez ici n’est que dans sa mémoire, jusqu’au prochain geste ou pendant deux minutes. Ce que les règles ont utilisé est oublié au bout de dix.',
      counts:
        'Elle compte, heure par heure, combien de fois chaque ambiance a été touchée et combien de temps elle est restée ; jamais qui, ni dans quel ordre.',
      keeps:
        'Elle retient où se trouve chaque lampe, la clé de la radio, ce que les lampes ont enregistré et quand l’équipe s’est identifiée.',
    },
    forget: 'Oubliez-moi',
    forgetStory: 'Langue, vue et lampes redeviennent aussitôt comme vous les avez trouvées.',
    forgotten: 'C’est oublié. Il ne reste rien de votre visite.',
  },
  own: {
    title: 'Votre lumière',
    undo: 'Annuler',
    compare: 'Comparer',
    before: 'Avant',
    holdToCompare: 'Maintenir pour revoir l’état d’avant',
    surprise: 'Surprenez-moi',
    keep: 'Garder',
    kept: 'Votre lumière',
  },
  rules: { now: 'À voir maintenant', play: 'Jouer : {name}', stepIn: 'Entrez ici' },
  attract: { title: 'Touchez une lampe', story: 'La vraie vous suit.' },
  stillHere: {
    title: 'Toujours là ?',
    story: 'Touchez l’écran pour continuer. Sinon, la pièce redevient comme vous l’avez trouvée.',
    stay: 'Je suis toujours là',
  },
  reconnecting: 'Reconnexion en cours',
  staff: {
    title: 'Pour l’équipe',
    close: 'Fermer',
    closesItself: 'Ici, rien ne se modifie. Cette page se ferme toute seule.',
    dongle: 'Radio',
    phase: { starting: 'Démarrage', ready: 'Prête', lost: 'Non connectée' },
    simulated: 'Lampes simulées : aucune vraie lampe n’est pilotée.',
    real: 'De vraies lampes sont pilotées.',
    facts: {
      network: 'Réseau',
      networkValue: 'Canal {channel}, numéro {panId}',
      firmware: 'Clé',
      backup: 'Sauvegarde',
      noBackup: 'Pas encore',
      line: 'Ligne',
      lineClean: 'Propre',
      lineNoisy: '{skippedBytes} octets ignorés, {repeatedRequests} demandes répétées',
      joining: 'Nouveaux appareils',
      joiningNow: 'De nouveaux appareils peuvent se joindre au réseau',
    },
    away: 'Le service du showroom ne répond pas. La page continue de demander.',
    notices: 'À regarder',
    noNotices: 'Rien à signaler.',
    lastScene: 'Dernière scène',
    arrival: {
      'under-way': 'En route',
      reached: 'Toutes les lampes y sont',
      'reached-late': 'Toutes les lampes y sont, certaines en retard',
      'not-reached': 'Toutes les lampes n’y sont pas',
    },
    missing: { silent: '{name} ne répond pas.', differs: '{name} répond, mais montre autre chose.' },
    lamps: 'Ce qui répond',
    noLamps: 'Aucune lampe n’est installée.',
    reach: {
      unbound: 'Pas d’appareil : à l’écran seulement',
      unknown: 'Pas encore de nouvelles',
      reachable: 'Répond',
      unreachable: 'Ne répond pas',
    },
  },
  notices: {
    'device-unreachable': '{name} ne répond pas. Le courant est-il coupé au mur ?',
    'air-congested':
      'Le canal radio est si occupé que les lampes n’entendent rien. Un routeur Wi-Fi ou un disque USB 3 est-il près de la clé ? Une rallonge aide.',
    'clock-wrong': 'L’horloge de cette borne a plus d’un jour d’écart. Réglez la date et l’heure.',
    'playlists-refused':
      'Les playlists de {source} n’ont pas été acceptées ({why}). Les dernières bonnes continuent.',
    'playlists-incomplete':
      'Il manque des playlists à {source} ({why}). Les autres passent. Le siège doit y remédier.',
    'playlist-broken': 'La playlist {playlist} ne peut pas passer ici : {why}. Le siège doit la corriger.',
    'playlist-waits': '« {name} » commence dès que personne n’est devant la borne.',
    'device-disobeys':
      '{name} répond, mais ne fait pas ce qu’on lui dit. Coupez son courant, puis remettez-le.',
    'scenes-being-stored':
      'Les scènes s’enregistrent dans les lampes : {ready} sur {total}. Tout fonctionne entre-temps.',
    'rule-rests':
      '« {name} » a démarré trop souvent et se repose une minute. Son capteur est-il mal fixé, ou la règle se déclenche-t-elle elle-même ?',
    'rule-circles':
      '« {name} » se déclenche sans cesse elle-même, seule ou avec d’autres règles, et a été arrêtée. L’une d’elles change-t-elle ce qu’une autre attend ?',
    'content-left-out': 'Un fichier a été laissé de côté : {problem}',
    'store-assumed':
      'Personne n’a dit de quel magasin il s’agit : prix et emplacements sont ceux de {store}. Dites-le sous « Magasin » ({known}).',
    'take-home-sample':
      'Les codes à emporter mènent à une adresse d’exemple. La personne qui installe la borne place dist/take-home sur un serveur web et l’indique : SHOWROOM_TAKE_HOME_URL.',
    'store-unknown':
      'Il n’y a pas de magasin « {store} » : aucun prix n’est affiché. Choisissez sous « Magasin » : {known}.',
    'bindings-unreadable': 'La liste des appareils et de leurs places n’a pas pu être lue.',
    'dongle-absent':
      'Il n’y a pas de clé radio sur {port}. Est-elle branchée ? La borne continue de chercher.',
    'dongle-busy':
      'Un autre programme utilise la clé radio sur {port}. Fermez-le, ou redémarrez l’ordinateur.',
    'dongle-forbidden':
      'La borne n’a pas le droit d’utiliser la clé radio sur {port}. La personne qui l’a installée doit ajouter son utilisateur au groupe qui possède le port (le plus souvent « dialout »).',
    'dongle-refused': 'Rien ne répond sur {port}. La radio y est-elle allumée et reliée au réseau ?',
    'dongle-other-network':
      'La clé radio sur {port} appartient à un autre réseau ({panId}, canal {channel}), que la borne laisse tranquille. Branchez la clé de ce magasin. Si ce réseau peut être abandonné, un responsable peut le faire sous « État ».',
    'dongle-network-adopted':
      'La clé radio sur {port} a apporté son réseau ({panId}, canal {channel}). La borne le reprend et cherche ses lampes. Éteignez et rallumez celles qu’elle ne trouve pas.',
    'dongle-blank-no-backup':
      'La clé radio sur {port} est vide, et le réseau de ce magasin n’a pas de sauvegarde. Rebranchez l’ancienne clé. Si elle est perdue, un responsable peut créer un nouveau réseau sous « État », que chaque lampe devra rejoindre.',
    'dongle-no-coordinator':
      'La clé radio sur {port} contient le programme d’un routeur. Il lui faut celui d’un coordinateur, ou une autre clé.',
    'dongle-wrong-family':
      'Ce qui est branché sur {port} ne répond pas comme une clé radio de la famille « {family} ». Le réglage SHOWROOM_ZIGBEE_ADAPTER est-il le bon ?',
    'dongle-mismatch':
      'La clé radio sur {port} et le réseau de ce magasin ne vont pas ensemble. Branchez la clé du magasin.',
    'dongle-hung':
      'La clé radio sur {port} ne répondait plus et redémarre. Si cela arrive souvent, utilisez une rallonge et un port USB 2.',
    'network-number-taken':
      'Un autre réseau radio tout près porte le même numéro. Éteignez-le une minute, ou déplacez la clé.',
    'dongle-unplugged':
      'La clé radio sur {port} a été débranchée. Rebranchez-la ; les lampes restent comme elles sont.',
    'dongle-not-a-dongle':
      'Ce qui est branché sur {port} ne répond pas comme une clé radio. Est-ce la bonne ?',
    'dongle-failed':
      'La clé radio sur {port} est inutilisable. Débranchez-la, attendez cinq secondes, rebranchez-la.',
    'network-unreadable':
      'Le fichier avec la clé du réseau radio est incompréhensible. Restaurez-le depuis une sauvegarde.',
    'virtual-dongle-failed':
      'Les lampes simulées n’ont pas pu démarrer. Redémarrez la borne ; sinon, le journal dit pourquoi.',
    'dongle-simulated': 'Les lampes sont simulées : la borne est réglée ainsi.',
    'dongle-simulated-for-want':
      'Aucune clé radio n’a été trouvée : les lampes sont donc simulées. Branchez-en une et redémarrez la borne.',
  },
}
