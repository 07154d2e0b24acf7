import { deskCareJa } from './desk-care-ja.ts'
import { deskHealthJa } from './desk-health-ja.ts'
import { deskJa } from './desk-ja.ts'
import { deskRadioJa } from './desk-radio-ja.ts'
import type { Translation } from './translation.ts'

export const ja: Translation = {
  desk: { ...deskJa, ...deskHealthJa, ...deskRadioJa, ...deskCareJa },
  title: 'ショールーム',
  language: '言語',
  room: {
    choose: '部屋',
    picture: '部屋の様子',
    none: '部屋はまだ準備中です',
    noneStory: '部屋がととのうと、あかりがここに並びます。',
  },
  picture: '部屋の様子。映っているあかりには、すべて下にスイッチがあります。',
  invite: {
    title: 'シーンを選ぶ',
    story: 'となりにある本物のあかりが、すぐに変わります。',
    screenStory: '部屋じゅうが、すぐに変わります。',
    lamp: 'あかりにタッチ',
  },
  waking: { title: '少々お待ちください', story: '部屋が目を覚ましています。' },
  scenes: {
    taking: '参加：{count}',
    list: 'シーン',
    running: '再生中',
    none: 'シーンはまだありません。あかりにタッチしてみてください。',
  },
  fixtures: { list: 'あかり', none: 'この部屋にあかりはまだありません。眺めをお楽しみください。' },
  state: {
    on: 'オン',
    off: 'オフ',
    open: '開いています',
    closed: '閉じています',
    partlyOpen: '{percent} 開いています',
    up: '上',
    down: '下',
    partlyUp: '{percent} の高さ',
    resting: 'ひと休み中',
    unread: '少々お待ちください',
    quiet: '静かです',
    someone: '人がいます',
    tryRemote: '手に取って試せます',
    pressed: '使われたところです',
  },
  buttons: {
    on: '押されたボタン：オン',
    off: '押されたボタン：オフ',
    brighter: '押されたボタン：明るく',
    dimmer: '押されたボタン：暗く',
  },
  daylight: {
    title: '窓の外の時刻',
    morning: '朝',
    noon: '昼',
    afternoon: '午後',
    evening: '夕方',
    dusk: '日暮れ',
    night: '夜',
  },
  view: {
    title: '眺め',
    left: '左から見る',
    right: '右から見る',
    nearer: '近づく',
    home: 'はじめに戻る',
  },
  dial: {
    level: '明るさ',
    title: '光：{name}',
    open: '光を選ぶ：{name}',
    close: '閉じる',
    kind: '光の種類',
    white: '白色',
    colour: 'カラー',
    warm: '電球色',
    neutral: '温白色',
    cool: '昼白色',
    hues: {
      0: '赤',
      1: '琥珀色',
      2: 'ライム',
      3: '緑',
      4: 'ターコイズ',
      5: '青',
      6: '紫',
      7: 'ピンク',
    },
  },
  access: {
    title: '使いやすく',
    largerText: {
      title: '文字を大きく',
      about: '一歩離れても読めます',
    },
    highContrast: {
      title: 'コントラストを強く',
      about: '白地に黒、くっきりした縁',
    },
    withinReach: {
      title: '手の届く位置に',
      about: 'すべてのボタンが下に移ります',
    },
    lessMotion: {
      title: '動きを少なく',
      about: '画面が静止します',
    },
    readAloud: {
      title: '読み上げ',
      about: '触れたものを音声で',
      started: '読み上げを始めます。触れたものをお読みします。',
    },
    headphones: 'ヘッドホンなら、ほかの人には聞こえません。',
  },
  scroll: {
    further: 'もっと見る',
    back: '前を見る',
  },
  back: '部屋に戻る',
  product: {
    open: 'これは何？{name}',
    price: '価格',
    until: '{day} まで有効な価格',
    noPrice: '本日の価格はスタッフにお尋ねください',
    article: '商品番号',
    place: '売り場',
    aisle: '通路',
    bin: '棚',
    ask: '場所はスタッフにお尋ねください',
    each: 'それぞれに必要なもの',
    once: 'お宅にひとつだけ必要なもの',
    onceHint: 'すでにお持ちなら、それで十分です。',
  },
  takeHome: {
    open: 'お家でも',
    title: 'お家で、{scene}',
    lead: 'このシーンに必要なものすべてと、店内の場所です。',
    scan: 'スマートフォンのカメラをここに向けてください',
    carries:
      'リスト全体がコードに入っています。ページの配信元には、だれかが開いたことだけが伝わり、どのリストかは伝わりません。',
    same: 'どなたにも同じコードです。ここでご自分で変えたものは含まれません。',
    code: '{scene} のリストの QR コード',
    list: 'このシーンに必要なもの',
    once: 'お宅にひとつ',
    sum: '合計',
    unpriced: '価格をお尋ねいただく {count} 点を除く',
    how: 'お家で再現するには',
    hub: 'ハブとそのアプリ。各あかりの設定はページに書いてあります。一度入力すれば、あとはひと押しで再現できます。',
    moments:
      'ここではシーンがひとりでに進みます。お家ではハブのアプリのタイマーが必要で、対応していないハブもあります。',
    palettes: 'ここでは色がうつろいます。対応していないハブでは、色は止まったままです。',
    yours: '壁も家具も日ざしもお家のもの。だから光も、お家だけの光になります。',
  },
  journey: {
    open: 'データはどこへ？',
    title: 'タッチの行き先',
    lead: '指からあかりへ、そして戻るだけ。ほかには行きません。',
    way: '最後のタッチ',
    nothing: 'シーンかあかりにタッチしてから、もう一度ご覧ください。',
    screenOnly: '画面より先には行きませんでした。触れたものの機器は、ここにはありません。',
    waiting: '移動中',
    heard: '{of} のうち {count} が応答',
    stations: {
      screen: 'あなたの指',
      kiosk: 'このキオスク',
      stick: '無線スティック',
      lamps: 'あかり',
      words: 'あかりからの返事',
    },
    cast: {
      alone: '個別のメッセージで',
      group: '一つのメッセージで多くへ',
    },
    three: '同じタッチの三つの道のり、最初のあかりに届くまで',
    measured: '実測',
    simulated: 'シミュレーション',
    range: '{from}～{to}',
    routes: {
      room: {
        title: '部屋の中で',
        story: '画面、キオスク、無線スティック、あかり。ほかにはだれもいません。ここではこの道です。',
      },
      network: {
        title: '店のネットワーク経由',
        story:
          '途中にネットワークのコンピューターとハブがあり、見ることができます。他者の数値で、何も送っていません。',
      },
      cloud: {
        title: 'メーカーのクラウド経由',
        story:
          'インターネットで会社のコンピューターへ行き、戻ります。保存されることもあります。他者の数値で、何も送っていません。',
      },
    },
    ledger: 'ルールが使ったもの',
    noFacts: 'この十分間、ルールは何も使っていません。',
    factsStay: 'すべてこのキオスクのメモリの中だけにあり、どこにも送られず、十分後に忘れられます。',
    facts: {
      occupied: '人がいます',
      clear: 'もうだれもいません',
      open: '開いている',
      closed: '閉じている',
      on: 'オン',
      off: 'オフ',
      pressed: '押された',
    },
    why: {
      started: '「{rule}」を始めました',
      ended: '「{rule}」を終えました',
      asked: '「{rule}」が確認しました',
    },
    stores: 'このキオスクが保存するもの：あなたのことは、何も',
    kept: {
      senses: 'カメラもマイクもありません。スマートフォンの電波も探しません。',
      touch:
        'ここに見えるものは、次のタッチまで、または二分間、メモリーにあるだけです。ルールが使ったものは十分で忘れます。',
      counts:
        '1時間ごとに、それぞれのシーンが選ばれた回数と続いた時間だけを数えます。誰が、どの順番で、は数えません。',
      keeps: '保存するのは、あかりの場所、無線の鍵、あかりが記憶した内容、スタッフのサインイン時刻です。',
    },
    forget: '忘れてもらう',
    forgetStory: '言語、眺め、あかりが、すぐにもとに戻ります。',
    forgotten: '忘れました。ご利用の跡は何も残っていません。',
  },
  own: {
    title: 'あなたの光',
    undo: '元に戻す',
    compare: 'くらべる',
    before: '前の状態',
    holdToCompare: '押している間、前の状態を表示',
    surprise: 'おまかせ',
    keep: 'この光をとっておく',
    kept: 'あなたの光',
  },
  rules: { now: '今すぐ試す', play: '再生：{name}', stepIn: 'ここに入る' },
  attract: { title: 'ランプにふれてください', story: '本物のランプも変わります。' },
  stillHere: {
    title: 'まだいらっしゃいますか？',
    story: '画面にふれると続けられます。ふれないと部屋は元に戻ります。',
    stay: 'まだいます',
  },
  reconnecting: '再接続しています',
  staff: {
    title: 'スタッフ用',
    close: '閉じる',
    closesItself: 'ここでは何も変更できません。この画面は自動で閉じます。',
    dongle: '無線',
    phase: { starting: '起動中', ready: '準備完了', lost: '未接続' },
    simulated: '照明はシミュレーションです。実際の照明は操作していません。',
    real: '実際の照明を操作しています。',
    facts: {
      network: 'ネットワーク',
      networkValue: 'チャンネル {channel}、番号 {panId}',
      firmware: 'スティック',
      backup: 'バックアップ',
      noBackup: 'まだありません',
      line: '通信線',
      lineClean: '良好',
      lineNoisy: '{skippedBytes} バイトを読み飛ばし、{repeatedRequests} 回再送',
      joining: '新しい機器',
      joiningNow: '今なら新しい機器を追加できます',
    },
    away: 'ショールームのサービスが応答しません。この画面は問い合わせを続けます。',
    notices: '確認が必要なこと',
    noNotices: '問題はありません。',
    lastScene: '前回のシーン',
    arrival: {
      'under-way': '移行中',
      reached: 'すべての照明が切り替わりました',
      'reached-late': 'すべての照明が切り替わりました（一部は遅れて）',
      'not-reached': '切り替わらなかった照明があります',
    },
    missing: { silent: '{name}が応答しません。', differs: '{name}は応答していますが、状態が違います。' },
    lamps: '応答の状況',
    noLamps: '照明が設定されていません。',
    reach: {
      unbound: '機器なし：画面上のみ',
      unknown: 'まだ連絡がありません',
      reachable: '応答あり',
      unreachable: '応答なし',
    },
  },
  notices: {
    'device-unreachable': '{name}が応答しません。壁のスイッチが切れていませんか？',
    'air-congested':
      '無線チャンネルが混み合い、照明に何も届きません。無線スティックの近くにWi-FiルーターやUSB 3のディスクはありませんか。延長ケーブルが役立ちます。',
    'clock-wrong': 'このキオスクの時計は一日以上ずれています。日付と時刻を合わせてください。',
    'playlists-refused':
      '{source} のプレイリストは受け入れられませんでした（{why}）。最後の正しい内容を続けます。',
    'playlists-incomplete':
      '{source} のプレイリストが揃っていません（{why}）。ほかは表示されます。本部での対応が必要です。',
    'playlist-broken': 'プレイリスト {playlist} はここでは表示できません：{why}。本部での修正が必要です。',
    'playlist-waits': '「{name}」は、キオスクの前に誰もいなくなると始まります。',
    'device-disobeys': '{name}は応答していますが、指示どおりに動きません。電源を入れ直してください。',
    'scenes-being-stored': 'シーンを照明に保存しています：{ready}/{total}。その間も通常どおり使えます。',
    'rule-rests':
      '「{name}」は起動が多すぎるため、1 分間休止します。センサーが緩んでいるか、自分自身を起動していませんか？',
    'rule-circles':
      '「{name}」は単独で、または他のルールとともに自分自身を起動し続けるため、停止しました。あるルールの動作が別のルールの開始条件になっていませんか？',
    'content-left-out': '読み込まれなかったファイルがあります：{problem}',
    'store-assumed':
      '店舗が指定されていないため、価格と場所は {store} のものです。「店舗」で選んでください（{known}）。',
    'take-home-sample':
      'お持ち帰りのコードは見本のアドレスにつながります。設置担当者が dist/take-home をウェブサーバーに置き、指定してください：SHOWROOM_TAKE_HOME_URL。',
    'store-unknown': '店舗「{store}」がないため、価格は表示されません。「店舗」で選んでください：{known}。',
    'bindings-unreadable': '機器と場所の一覧を読み取れませんでした。',
    'dongle-absent': '{port} に無線スティックがありません。差し込まれていますか？探し続けています。',
    'dongle-busy':
      '{port} の無線スティックは別のプログラムが使用中です。そのプログラムを終了するか、パソコンを再起動してください。',
    'dongle-forbidden':
      '{port} の無線スティックを使う権限がありません。設置担当者が、このキオスクのユーザーをポートを所有するグループ（多くは「dialout」）に追加してください。',
    'dongle-refused': '{port} が応答しません。無線機の電源とネットワーク接続を確認してください。',
    'dongle-other-network':
      '{port} の無線スティックには別のネットワーク（{panId}、チャンネル {channel}）があり、変更せずに残しています。この店舗のスティックを差し込んでください。そのネットワークを手放してよければ、マネージャーが「状態」で行えます。',
    'dongle-network-adopted':
      '{port} の無線スティックのネットワーク（{panId}、チャンネル {channel}）を引き継ぎ、照明を探しています。見つからない照明は電源を入れ直してください。',
    'dongle-blank-no-backup':
      '{port} の無線スティックは空で、この店舗のネットワークのバックアップもありません。元のスティックを差し直してください。紛失した場合は、マネージャーが「状態」で新しいネットワークを始められます。すべての照明を登録し直す必要があります。',
    'dongle-no-coordinator':
      '{port} の無線スティックはルーター用のファームウェアです。コーディネーター用に替えるか、別のスティックを差し込んでください。',
    'dongle-wrong-family':
      '{port} の機器は「{family}」の無線スティックとして応答しません。SHOWROOM_ZIGBEE_ADAPTER の設定は正しいですか？',
    'dongle-mismatch':
      '{port} の無線スティックとこの店舗のネットワークが合いません。店舗のスティックを差し込んでください。',
    'dongle-hung':
      '{port} の無線スティックが応答しなくなり、再起動しています。たびたび起こる場合は、延長ケーブルと USB 2 ポートを使ってください。',
    'network-number-taken':
      '近くの別の無線ネットワークが同じ番号を使っています。1 分間切るか、スティックの場所を変えてください。',
    'dongle-unplugged':
      '{port} の無線スティックが抜かれました。差し直してください。照明はそのままの状態を保ちます。',
    'dongle-not-a-dongle': '{port} の機器は無線スティックとして応答しません。正しい機器ですか？',
    'dongle-failed': '{port} の無線スティックが使えません。抜いて 5 秒待ち、差し直してください。',
    'network-unreadable':
      '無線ネットワークの鍵のファイルを読み取れません。バックアップから復元してください。',
    'virtual-dongle-failed':
      'シミュレーションの照明を起動できませんでした。キオスクを再起動してください。直らない場合は、ログに理由があります。',
    'dongle-simulated': '設定により、照明はシミュレーションです。',
    'dongle-simulated-for-want':
      '無線スティックが見つからないため、照明はシミュレーションです。差し込んでからキオスクを再起動してください。',
  },
}
