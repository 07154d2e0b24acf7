/** The page that tells staff how lamps and radio are. */
export const staffEn = {
  title: 'For staff',
  close: 'Close',
  closesItself: 'Nothing can be changed here. This page closes by itself.',
  dongle: 'Radio',
  phase: { starting: 'Starting', ready: 'Ready', lost: 'Not connected' },
  simulated: 'Simulated lamps: no real lamp is being controlled.',
  real: 'Real lamps are being controlled.',
  facts: {
    network: 'Network',
    networkValue: 'Channel {channel}, number {panId}',
    firmware: 'Stick',
    backup: 'Backed up',
    noBackup: 'Not yet',
    line: 'Line',
    lineClean: 'Clean',
    lineNoisy: '{skippedBytes} bytes skipped, {repeatedRequests} requests repeated',
    joining: 'Joining',
    joiningNow: 'New devices may join now',
  },
  away: 'The showroom service does not answer. The page keeps asking.',
  lastScene: 'Last scene',
  arrival: {
    'under-way': 'On its way',
    reached: 'Every lamp is there',
    'reached-late': 'Every lamp is there, some came late',
    'not-reached': 'Not every lamp got there',
  },
  missing: { silent: '{name} does not answer.', differs: '{name} answers, but is something else.' },
  lamps: 'What answers',
  noLamps: 'No lamps are set up.',
  reach: {
    unbound: 'No device: on the screen only',
    unknown: 'Not heard from yet',
    reachable: 'Answers',
    unreachable: 'Does not answer',
  },
}

/** What staff are told that has to be seen to. */
export const noticesEn = {
  'device-unreachable': '{name} does not answer. Is it switched off at the wall?',
  'air-congested':
    'The radio channel is so busy that lamps hear nothing. Is a Wi-Fi router or a USB 3 disk near the dongle? An extension cable helps.',
  'setting-wrong':
    'The setting {name} is not understood, and the kiosk goes on without it. Whoever set the kiosk up must correct it and start the kiosk again.',
  'setting-unknown':
    'There is no setting called {name}. Whoever set the kiosk up must correct its name and start the kiosk again.',
  'country-unlisted':
    'Head office signs playlists for single countries, but for none that is called “{country}”. Is that where this kiosk is? Whoever set it up said so: SHOWROOM_COUNTRY.',
  'clock-wrong': 'This kiosk’s clock is more than a day wrong. Set its date and time.',
  'playlists-refused': 'Playlists from {source} were not taken. {reason}. The last good ones play on.',
  'playlists-incomplete':
    'Not all playlists from {source} are there. The others play. Head office must mend it.',
  'playlists-late':
    'The connection to {source} broke before all playlists were here. What is whole plays, and the kiosk goes on with the rest by itself. If this stays, see to the network or the stick.',
  'playlist-broken': 'The playlist {playlist} cannot play here. Head office must mend it.',
  'playlist-waits': '“{name}” begins as soon as nobody is at the kiosk.',
  'device-disobeys': '{name} answers, but does not do what it is told. Switch its power off and on again.',
  'scenes-being-stored':
    'Scenes are being stored in the lamps: {ready} of {total}. Everything works meanwhile.',
  'rule-rests':
    '“{name}” started too often and rests for a minute. Is its sensor loose, or does it start itself?',
  'rule-circles':
    '“{name}” keeps starting itself, alone or with other rules, and was stopped. Does one of them set what another waits for?',
  'content-left-out': 'A file was left out.',
  'store-assumed':
    'Nobody has said which store this is: prices and places are those of {store}. Say it under “Store” ({known}).',
  'take-home-sample':
    'The codes to take home lead to a sample address. Whoever sets the kiosk up puts dist/take-home on a web server and names it: SHOWROOM_TAKE_HOME_URL.',
  'store-unknown': 'There is no store “{store}”, so no prices are shown. Choose one under “Store”: {known}.',
  'bindings-unreadable': 'The list of which device belongs where could not be read.',
  'dongle-absent': 'There is no radio stick at {port}. Is it plugged in? The kiosk keeps looking.',
  'dongle-busy': 'Another program uses the radio stick at {port}. Close it, or restart the computer.',
  'dongle-forbidden':
    'The kiosk may not use the radio stick at {port}. Whoever set it up must add its user to the group that owns the port (mostly “dialout”).',
  'dongle-refused': 'Nothing answers at {port}. Is the radio there switched on and on the network?',
  'dongle-other-network':
    'The radio stick at {port} holds another network ({panId}, channel {channel}), which the kiosk leaves alone. Plug in this store’s own stick. If that network may be given up, a manager can do it under “Health”.',
  'dongle-network-adopted':
    'The radio stick at {port} brought its network along ({panId}, channel {channel}). The kiosk goes on with it and looks for its lamps. Switch off and on again those that it does not find.',
  'dongle-blank-no-backup':
    'The radio stick at {port} is empty, and there is no backup of this store’s network. Plug the old stick in again. If it is lost, a manager can begin a new network under “Health”, which every lamp must join again.',
  'dongle-no-coordinator':
    'The radio stick at {port} has a router’s firmware. It needs a coordinator’s, or plug in another stick.',
  'dongle-wrong-family':
    'What is plugged in at {port} does not answer as a radio stick of the family “{family}”. Is the setting SHOWROOM_ZIGBEE_ADAPTER right for it?',
  'dongle-mismatch':
    'The radio stick at {port} and this store’s network do not fit together. Plug in the store’s own stick.',
  'dongle-hung':
    'The radio stick at {port} stopped answering, and is started anew. If that happens often, use an extension cable and a USB 2 port.',
  'network-number-taken':
    'Another radio network nearby has this network’s number. Switch that one off for a minute, or move the stick.',
  'dongle-unplugged':
    'The radio stick at {port} was unplugged. Plug it in again; the lamps stay as they are.',
  'dongle-not-a-dongle':
    'What is plugged in at {port} does not answer as a radio stick. Is it the right one?',
  'dongle-failed':
    'The radio stick at {port} cannot be used. Unplug it, wait five seconds, plug it in again.',
  'dongle-needs-folder':
    'The kiosk cannot write into its folder {folder}, so it cannot use the radio stick. Is its disk full or read-only, or may only others write there? Once that is mended, the kiosk goes on by itself.',
  'network-unreadable':
    'The file with the radio network’s key cannot be understood. Restore it from a backup.',
  'virtual-dongle-failed':
    'The simulated lamps could not be started. Restart the kiosk; if that does not help, the log says why.',
  'dongle-simulated': 'The lamps are simulated, as this kiosk is set up.',
  'dongle-simulated-for-want':
    'No radio stick was found, so the lamps are simulated. Plug one in and start the kiosk again.',
}
