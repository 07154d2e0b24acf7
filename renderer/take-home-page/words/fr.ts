import type { PageWords } from './en.ts'

export const fr: PageWords = {
  title: 'À emporter',
  from: '{room}, {store}',
  list: 'Pour cette ambiance',
  once: 'Une fois pour la maison',
  article: 'Article',
  aisle: 'Allée',
  bin: 'Casier',
  ask: 'Demander le prix du jour',
  sum: 'Ensemble',
  unpriced: 'sans ce qui n’a pas de prix ici',
  until: 'Prix valables jusqu’au {day}',
  settings: 'Réglez ainsi',
  on: 'Allumé',
  off: 'Éteint',
  open: 'Ouvert',
  closed: 'Fermé',
  partlyOpen: 'ouvert à {percent}',
  up: 'En haut',
  down: 'En bas',
  partlyUp: 'À {percent} de la hauteur',
  how: 'Ce qui la fait revenir',
  hub: 'Un hub et son application. Saisissez chaque valeur une fois ; ensuite, une pression fait revenir l’ambiance.',
  moments:
    'En magasin, l’ambiance continue d’elle-même. Chez vous, il faut une minuterie dans l’application ; tous les hubs n’en ont pas.',
  palettes:
    'En magasin, les couleurs voyagent. Tous les hubs n’en sont pas capables ; sinon elles restent fixes.',
  yours: 'Les murs, les meubles et la lumière du jour sont les vôtres : la lumière le sera aussi.',
  private:
    'Tout cela était dans le code que vous avez scanné. Cette page ne demande rien à personne et n’enregistre rien : gardez-la dans vos favoris.',
  garbled: 'Cette liste est illisible',
  garbledStory: 'Une partie du code s’est perdue en route. Scannez-le encore une fois à la borne.',
  newer: 'Cette liste est plus récente que cette page',
  newerStory: 'Rechargez la page, ou scannez le code encore une fois.',
}
