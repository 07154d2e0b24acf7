/** What managers read of the network's channel, of sticks that are not the store's, and of the store's sun, in English. */
export const deskRadioEn = {
  channel: {
    title: 'Radio channel',
    hint: 'Wi-Fi shares the air with the lamps. Where lamps answer late, another channel may be quieter.',
    listen: 'Listen to all channels',
    listening: 'Listening …',
    channel: 'Channel {channel}',
    now: 'now',
    quiet: 'quiet',
    some: 'some traffic',
    busy: 'busy',
    best: 'the quietest',
    move: 'Move here',
    sureTitle: 'Move all lamps to channel {channel}?',
    sure: 'It takes about half a minute, in which no lamp answers. Remotes and sensors on batteries follow when they are next used.',
    really: 'Really move',
    asking: 'Asking who is there …',
    moving: 'Moving to channel {channel} …',
    looking: 'Looking who has followed …',
    returning: 'Too few have followed: going back to channel {channel} …',
    moved: 'The network is on channel {channel}, and all lamps answer.',
    movedWithout:
      'The network is on channel {channel}. Not there yet: {names}. Switch them off and on if they are still missing in a minute.',
    returned: 'Too few lamps followed, so the network is back on channel {channel}. Nothing has changed.',
    returnedWithout:
      'Too few lamps followed, so the network is back on channel {channel}. Not there yet: {names}. Switch them off and on if they are still missing in a minute.',
    failed: 'The stick did not move. Is it plugged in? Try again in a minute.',
  },
  giveUp: {
    title: 'A strange stick',
    other:
      'Plug in this store’s own stick, if there is one. Otherwise the kiosk can make this stick its own: the network on it ({network}) is then lost for good, and whoever uses it must set it up anew.',
    new: 'Plug the old stick in again, if it exists. Otherwise the kiosk can begin a new network on this one: then every lamp, remote and sensor must be added again.',
    takeOther: 'Give up network {network}',
    takeNew: 'Begin a new network',
    reallyOther: 'Really give it up',
    reallyNew: 'Really begin anew',
    taken: 'The kiosk takes the stick now. This can take a minute.',
  },
  sun: {
    none: 'Rules that follow the sun wait until you say where the store stands.',
    north: 'Latitude (degrees north)',
    east: 'Longitude (degrees east)',
    city: 'Rules that follow the sun go by {city}, until you say where the store stands.',
    here: 'Rules that follow the sun go by this place.',
    half: 'Say both: until then rules that follow the sun go by {city}.',
  },
}
