import type { Translation } from '../translation.ts'

/** What managers read of the network's channel, of sticks that are not the store's, and of the store's sun, in Japanese. */
export const deskRadioJa: NonNullable<Translation['desk']> = {
  channel: {
    title: '無線チャンネル',
    hint: 'Wi-Fi は照明と同じ電波の帯域を使います。照明の反応が遅いときは、別のチャンネルのほうが静かかもしれません。',
    listen: 'すべてのチャンネルを聞く',
    listening: '聞いています…',
    channel: 'チャンネル {channel}',
    now: '現在',
    quiet: '静か',
    some: 'やや混雑',
    busy: '混雑',
    best: '最も静か',
    move: 'ここへ移す',
    sureTitle: 'すべての照明をチャンネル {channel} へ移しますか？',
    sure: 'およそ30秒かかり、その間は照明が反応しません。電池式のリモコンとセンサーは、次に使われたときに続きます。',
    really: '本当に移す',
    asking: '応答する機器を確認しています…',
    moving: 'チャンネル {channel} へ移しています…',
    looking: 'ついてきた機器を確認しています…',
    returning: 'ついてきた機器が少ないため、チャンネル {channel} に戻します…',
    moved: 'ネットワークはチャンネル {channel} に移り、すべての照明が応答しています。',
    movedWithout:
      'ネットワークはチャンネル {channel} に移りました。まだ応答がないもの：{names}。1分たっても応答がなければ、電源を入れ直してください。',
    returned: 'ついてきた照明が少なかったため、チャンネル {channel} に戻しました。何も変わっていません。',
    returnedWithout:
      'ついてきた照明が少なかったため、チャンネル {channel} に戻しました。まだ応答がないもの：{names}。1分たっても応答がなければ、電源を入れ直してください。',
    failed:
      'スティックのチャンネルが変わりませんでした。差し込まれていますか？1分後にもう一度お試しください。',
  },
  giveUp: {
    title: '見慣れないスティック',
    other:
      'この店舗のスティックがあれば差し込んでください。なければ、このスティックをキオスク用にできます。その場合、中のネットワーク（{network}）は完全に失われ、使っている人は設定し直す必要があります。',
    new: '元のスティックがあれば差し直してください。なければ、このスティックで新しいネットワークを始められます。その場合、すべての照明、リモコン、センサーを登録し直す必要があります。',
    takeOther: 'ネットワーク {network} を手放す',
    takeNew: '新しいネットワークを始める',
    reallyOther: '本当に手放す',
    reallyNew: '本当に新しく始める',
    taken: 'キオスクがスティックを使い始めます。1分ほどかかることがあります。',
  },
  sun: {
    none: '店舗の場所を入力するまで、太陽に合わせたルールは動きません。',
    north: '緯度（北緯、度）',
    east: '経度（東経、度）',
    city: '店舗の場所を入力するまで、太陽に合わせたルールは {city} を基準にします。',
    here: '太陽に合わせたルールはこの場所を基準にします。',
    half: '両方を入力してください。それまで、太陽に合わせたルールは {city} を基準にします。',
  },
}
