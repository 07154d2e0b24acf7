import { deskFr } from './fr/desk.ts'
import { deskCareFr } from './fr/desk-care.ts'
import { deskHabitsFr } from './fr/desk-habits.ts'
import { deskHealthFr } from './fr/desk-health.ts'
import { deskRadioFr } from './fr/desk-radio.ts'
import { noticesFr, staffFr } from './fr/staff.ts'
import type { Translation } from './translation.ts'

export const fr: Translation = {
  desk: { ...deskFr, ...deskHealthFr, ...deskRadioFr, ...deskHabitsFr, ...deskCareFr },
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
    tryRemote: 'Essayez, ça marche aussi',
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
  rules: {
    now: 'À voir maintenant',
    play: 'Jouer : {name}',
    end: 'Arrêter : {name}',
    stepIn: 'Entrez ici',
    stepOut: 'Ressortez',
  },
  attract: { title: 'Touchez une lampe', story: 'La vraie vous suit.' },
  stillHere: {
    title: 'Toujours là ?',
    story: 'Touchez l’écran pour continuer. Sinon, la pièce redevient comme vous l’avez trouvée.',
    stay: 'Je suis toujours là',
  },
  reconnecting: 'Reconnexion en cours',
  staff: staffFr,
  notices: noticesFr,
}
