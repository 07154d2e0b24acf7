import { deskCareEn } from './desk-care-en.ts'
import { deskEn } from './desk-en.ts'
import { deskHealthEn } from './desk-health-en.ts'
import { deskRadioEn } from './desk-radio-en.ts'

/** Everything the page says by itself, in English. Rooms, scenes and lamps bring their own words. */
export const en = {
  desk: { ...deskEn, ...deskHealthEn, ...deskRadioEn, ...deskCareEn },
  title: 'Showroom',
  language: 'Language',
  room: {
    choose: 'Room',
    picture: 'Picture',
    none: 'No room is set up yet',
    noneStory: 'The lamps will be here as soon as the room is.',
  },
  picture: 'Picture of the room. Every lamp in it has a switch below.',
  invite: {
    title: 'Touch a scene',
    story: 'The real lamps beside you follow at once.',
    screenStory: 'Watch the whole room follow at once.',
    lamp: 'Touch a lamp',
  },
  waking: { title: 'One moment', story: 'The room is waking up.' },
  scenes: {
    taking: 'Taking part: {count}',
    list: 'Scenes',
    running: 'On now',
    none: 'No scenes yet. Touch a lamp instead.',
  },
  fixtures: { list: 'Lamps', none: 'No lamps in this room yet. Enjoy the view.' },
  state: {
    on: 'On',
    off: 'Off',
    open: 'Open',
    closed: 'Closed',
    partlyOpen: '{percent} open',
    up: 'Up',
    down: 'Down',
    partlyUp: '{percent} up',
    resting: 'Taking a break',
    unread: 'One moment',
    quiet: 'All quiet',
    someone: 'Someone is here',
    tryRemote: 'Try it, it works too',
    pressed: 'Just used',
  },
  buttons: {
    on: 'Pressed: on',
    off: 'Pressed: off',
    brighter: 'Pressed: brighter',
    dimmer: 'Pressed: dimmer',
  },
  daylight: {
    title: 'Time of day outside the window',
    morning: 'Morning',
    noon: 'Noon',
    afternoon: 'Afternoon',
    evening: 'Evening',
    dusk: 'Dusk',
    night: 'Night',
  },
  view: {
    title: 'View',
    left: 'Look from the left',
    right: 'Look from the right',
    nearer: 'Come closer',
    home: 'Back to the start',
  },
  dial: {
    level: 'Brightness',
    title: 'Light of: {name}',
    open: 'Choose the light of: {name}',
    close: 'Close',
    kind: 'Kind of light',
    white: 'White',
    colour: 'Colour',
    warm: 'Warm white',
    neutral: 'Neutral white',
    cool: 'Cool white',
    hues: {
      0: 'Red',
      1: 'Amber',
      2: 'Lime',
      3: 'Green',
      4: 'Turquoise',
      5: 'Blue',
      6: 'Violet',
      7: 'Pink',
    },
  },
  access: {
    title: 'Make it easier',
    largerText: {
      title: 'Larger text',
      about: 'Readable from a step away',
    },
    highContrast: {
      title: 'More contrast',
      about: 'Black on white, clear edges',
    },
    withinReach: {
      title: 'Within reach',
      about: 'All controls move down',
    },
    lessMotion: {
      title: 'Less motion',
      about: 'The picture stands still',
    },
    readAloud: {
      title: 'Read aloud',
      about: 'Hear what you touch',
      started: 'Reading aloud. Touch anything to hear it.',
    },
    headphones: 'With headphones, only you hear it.',
  },
  scroll: {
    further: 'Show more',
    back: 'Show what came before',
  },
  back: 'Back to the room',
  product: {
    open: 'What is this? {name}',
    price: 'Price',
    until: 'Price valid to {day}',
    noPrice: 'Ask us for today’s price',
    article: 'Article number',
    place: 'Where you find it',
    aisle: 'Aisle',
    bin: 'Bin',
    ask: 'Ask one of us where it is',
    each: 'Each one also needs',
    once: 'Needed once at home',
    onceHint: 'Have one already? Then you are set.',
  },
  journey: {
    open: 'Where does my data go?',
    title: 'Where your touch goes',
    lead: 'From your finger to the lamps and back, and nowhere else.',
    way: 'Your last touch',
    nothing: 'Touch a scene or a lamp, then look here again.',
    screenOnly: 'It went no further than the screen: what you touched has no device here.',
    waiting: 'on its way',
    heard: '{count} of {of} have told',
    stations: {
      screen: 'Your finger',
      kiosk: 'This kiosk',
      stick: 'Radio stick',
      lamps: 'Lamps',
      words: 'Their own word',
    },
    cast: { alone: 'by a message of its own', group: 'by one message to many' },
    three: 'Three ways for the same touch, until the first lamp has it',
    measured: 'measured',
    simulated: 'simulated',
    range: '{from}–{to}',
    routes: {
      room: {
        title: 'In the room',
        story: 'Screen, kiosk, radio stick, lamp. Nobody else is on the way. This is how it works here.',
      },
      network: {
        title: 'Over the shop’s network',
        story:
          'The network’s computers and a hub are on the way, and could see it. Others’ figures; nothing was sent there.',
      },
      cloud: {
        title: 'Over a maker’s cloud',
        story:
          'Through the internet to a company’s computers and back. They could keep it. Others’ figures; nothing was sent there.',
      },
    },
    ledger: 'What rules used',
    noFacts: 'No rule has used anything in the last ten minutes.',
    factsStay:
      'All of it stays in this kiosk’s memory, goes nowhere else, and is forgotten after ten minutes.',
    facts: {
      occupied: 'someone is here',
      clear: 'nobody is here any more',
      open: 'open',
      closed: 'closed',
      on: 'on',
      off: 'off',
      pressed: 'pressed',
    },
    why: { started: 'started “{rule}”', ended: 'ended “{rule}”', asked: 'looked at by “{rule}”' },
    stores: 'This kiosk stores: nothing about you',
    kept: {
      senses: 'No camera, no microphone; it does not listen for telephones.',
      touch:
        'What you see here is in its memory only, until the next touch or for two minutes. What rules used is forgotten after ten.',
      counts:
        'It counts by the hour how often each scene was touched and how long it stayed; never who, nor what came after what.',
      keeps:
        'It keeps which lamp stands where, the radio’s key, what the lamps have stored, and when staff signed in.',
    },
    forget: 'Forget me',
    forgetStory: 'Language, view and lamps return to how you found them, at once.',
    forgotten: 'Forgotten. Nothing of your visit is left.',
  },
  takeHome: {
    open: 'Take it home',
    title: '{scene}, at home',
    lead: 'Everything that makes this scene, and where you find it here.',
    scan: 'Point your phone’s camera here',
    carries:
      'The code carries the whole list in itself. Whoever serves the page learns that somebody opened it, not which list.',
    same: 'Everybody gets the same code. What you changed here yourself is not in it.',
    code: 'QR code with the list for {scene}',
    list: 'For this scene',
    once: 'Once for your home',
    sum: 'Together',
    unpriced: 'without one thing, whose price we tell you | without {count} things, whose prices we tell you',
    how: 'What brings it back at home',
    hub: 'A hub and its app. The page lists what each lamp is set to; you enter it once, and from then on one press brings the scene back.',
    moments:
      'Here the scene goes on by itself. At home that takes a timer in the hub’s app, and not every hub has one.',
    palettes: 'Here the colours wander. Not every hub can do that; without it they stand still.',
    yours: 'Walls, furniture and daylight are your own, so the light will be, too.',
  },
  stillHere: {
    title: 'Still here?',
    story: 'Touch anywhere to go on. Otherwise the room returns to how you found it.',
    stay: 'I’m still here',
  },
  own: {
    title: 'Your light',
    undo: 'Undo',
    compare: 'Compare',
    before: 'Before',
    holdToCompare: 'Hold to see it as it was before',
    surprise: 'Surprise me',
    keep: 'Keep this light',
    kept: 'Your light',
  },
  rules: { now: 'See it now', play: 'Play: {name}', stepIn: 'Step in here' },
  attract: { title: 'Touch a lamp', story: 'The real one follows.' },
  reconnecting: 'Reconnecting',
  staff: {
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
    notices: 'To look at',
    noNotices: 'Nothing needs attention.',
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
  },
  notices: {
    'device-unreachable': '{name} does not answer. Is it switched off at the wall?',
    'air-congested':
      'The radio channel is so busy that lamps hear nothing. Is a Wi-Fi router or a USB 3 disk near the dongle? An extension cable helps.',
    'clock-wrong': 'This kiosk’s clock is more than a day wrong. Set its date and time.',
    'playlists-refused': 'Playlists from {source} were not taken ({why}). The last good ones play on.',
    'playlists-incomplete':
      'Not all playlists from {source} are there ({why}). The others play. Head office must mend it.',
    'playlist-broken': 'The playlist {playlist} cannot play here: {why}. Head office must mend it.',
    'playlist-waits': '“{name}” begins as soon as nobody is at the kiosk.',
    'device-disobeys': '{name} answers, but does not do what it is told. Switch its power off and on again.',
    'scenes-being-stored':
      'Scenes are being stored in the lamps: {ready} of {total}. Everything works meanwhile.',
    'rule-rests':
      '“{name}” started too often and rests for a minute. Is its sensor loose, or does it start itself?',
    'rule-circles':
      '“{name}” keeps starting itself, alone or with other rules, and was stopped. Does one of them set what another waits for?',
    'content-left-out': 'A file was left out: {problem}',
    'store-assumed':
      'Nobody has said which store this is: prices and places are those of {store}. Say it under “Store” ({known}).',
    'take-home-sample':
      'The codes to take home lead to a sample address. Whoever sets the kiosk up puts dist/take-home on a web server and names it: SHOWROOM_TAKE_HOME_URL.',
    'store-unknown':
      'There is no store “{store}”, so no prices are shown. Choose one under “Store”: {known}.',
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
    'network-unreadable':
      'The file with the radio network’s key cannot be understood. Restore it from a backup.',
    'virtual-dongle-failed':
      'The simulated lamps could not be started. Restart the kiosk; if that does not help, the log says why.',
    'dongle-simulated': 'The lamps are simulated, as this kiosk is set up.',
    'dongle-simulated-for-want':
      'No radio stick was found, so the lamps are simulated. Plug one in and start the kiosk again.',
  },
}

export type Messages = typeof en
