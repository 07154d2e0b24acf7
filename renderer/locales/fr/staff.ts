import type { Translation } from '../translation.ts'

/** The page that tells staff how lamps and radio are. */
export const staffFr: NonNullable<Translation['staff']> = {
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
}

/** What staff are told that has to be seen to. */
export const noticesFr: NonNullable<Translation['notices']> = {
  'device-unreachable': '{name} ne répond pas. Le courant est-il coupé au mur ?',
  'air-congested':
    'Le canal radio est si occupé que les lampes n’entendent rien. Un routeur Wi-Fi ou un disque USB 3 est-il près de la clé ? Une rallonge aide.',
  'setting-wrong':
    'Le réglage {name} n’est pas compris et la borne continue sans lui. La personne qui l’a installée doit le corriger et redémarrer la borne.',
  'setting-unknown':
    'Il n’existe pas de réglage {name}. La personne qui a installé la borne doit en corriger le nom et redémarrer la borne.',
  'country-unlisted':
    'Le siège signe des playlists pour certains pays, mais aucun ne s’appelle « {country} ». Est-ce bien là que se trouve cette borne ? C’est ce qui a été indiqué à l’installation : SHOWROOM_COUNTRY.',
  'clock-wrong': 'L’horloge de cette borne a plus d’un jour d’écart. Réglez la date et l’heure.',
  'playlists-refused':
    'Les playlists de {source} n’ont pas été acceptées. {reason}. Les dernières bonnes continuent.',
  'playlists-incomplete': 'Il manque des playlists à {source}. Les autres passent. Le siège doit y remédier.',
  'playlists-late':
    'La connexion à {source} s’est coupée avant que toutes les playlists soient là. Ce qui est entier passe, et la borne ira chercher le reste d’elle-même. Si cela dure, vérifiez le réseau ou la clé.',
  'playlist-broken': 'La playlist {playlist} ne peut pas passer ici. Le siège doit la corriger.',
  'playlist-waits': '« {name} » commence dès que personne n’est devant la borne.',
  'device-disobeys':
    '{name} répond, mais ne fait pas ce qu’on lui dit. Coupez son courant, puis remettez-le.',
  'scenes-being-stored':
    'Les scènes s’enregistrent dans les lampes : {ready} sur {total}. Tout fonctionne entre-temps.',
  'rule-rests':
    '« {name} » a démarré trop souvent et se repose une minute. Son capteur est-il mal fixé, ou la règle se déclenche-t-elle elle-même ?',
  'rule-circles':
    '« {name} » se déclenche sans cesse elle-même, seule ou avec d’autres règles, et a été arrêtée. L’une d’elles change-t-elle ce qu’une autre attend ?',
  'content-left-out': 'Un fichier a été laissé de côté.',
  'store-assumed':
    'Personne n’a dit de quel magasin il s’agit : prix et emplacements sont ceux de {store}. Dites-le sous « Magasin » ({known}).',
  'take-home-sample':
    'Les codes à emporter mènent à une adresse d’exemple. La personne qui installe la borne place dist/take-home sur un serveur web et l’indique : SHOWROOM_TAKE_HOME_URL.',
  'store-unknown':
    'Il n’y a pas de magasin « {store} » : aucun prix n’est affiché. Choisissez sous « Magasin » : {known}.',
  'bindings-unreadable': 'La liste des appareils et de leurs places n’a pas pu être lue.',
  'dongle-absent': 'Il n’y a pas de clé radio sur {port}. Est-elle branchée ? La borne continue de chercher.',
  'dongle-busy': 'Un autre programme utilise la clé radio sur {port}. Fermez-le, ou redémarrez l’ordinateur.',
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
  'dongle-not-a-dongle': 'Ce qui est branché sur {port} ne répond pas comme une clé radio. Est-ce la bonne ?',
  'dongle-failed':
    'La clé radio sur {port} est inutilisable. Débranchez-la, attendez cinq secondes, rebranchez-la.',
  'dongle-needs-folder':
    'La borne ne peut pas écrire dans son dossier {folder} et ne peut donc pas utiliser la clé radio. Le disque est-il plein ou en lecture seule, ou d’autres seuls ont-ils le droit d’y écrire ? Une fois cela réglé, la borne reprend d’elle-même.',
  'network-unreadable':
    'Le fichier avec la clé du réseau radio est incompréhensible. Restaurez-le depuis une sauvegarde.',
  'virtual-dongle-failed':
    'Les lampes simulées n’ont pas pu démarrer. Redémarrez la borne ; sinon, le journal dit pourquoi.',
  'dongle-simulated': 'Les lampes sont simulées : la borne est réglée ainsi.',
  'dongle-simulated-for-want':
    'Aucune clé radio n’a été trouvée : les lampes sont donc simulées. Branchez-en une et redémarrez la borne.',
}
