import type { Translation } from '../translation.ts'

/** The page that tells staff how lamps and radio are. */
export const staffJa: NonNullable<Translation['staff']> = {
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
}

/** What staff are told that has to be seen to. */
export const noticesJa: NonNullable<Translation['notices']> = {
  'device-unreachable': '{name}が応答しません。壁のスイッチが切れていませんか？',
  'air-congested':
    '無線チャンネルが混み合い、照明に何も届きません。無線スティックの近くにWi-FiルーターやUSB 3のディスクはありませんか。延長ケーブルが役立ちます。',
  'setting-wrong':
    '設定 {name} の内容がわからないため、この設定なしで動いています。設置担当者が直して、キオスクを再起動してください。',
  'setting-unknown':
    '{name} という設定はありません。設置担当者が名前を直して、キオスクを再起動してください。',
  'country-unlisted':
    '本部は国ごとのプレイリストに署名していますが、「{country}」という国はありません。このキオスクの国は正しいですか？設置時の指定：SHOWROOM_COUNTRY。',
  'clock-wrong': 'このキオスクの時計は一日以上ずれています。日付と時刻を合わせてください。',
  'playlists-refused':
    '{source} のプレイリストは受け入れられませんでした。{reason}。最後の正しい内容を続けます。',
  'playlists-incomplete':
    '{source} のプレイリストが揃っていません。ほかは表示されます。本部での対応が必要です。',
  'playlists-late':
    '{source} との接続が途中で切れ、プレイリストが揃っていません。揃ったものを表示し、残りは自動で取りに行きます。続くときは、ネットワークかUSBメモリーを確かめてください。',
  'playlist-broken': 'プレイリスト {playlist} はここでは表示できません。本部での修正が必要です。',
  'playlist-waits': '「{name}」は、キオスクの前に誰もいなくなると始まります。',
  'device-disobeys': '{name}は応答していますが、指示どおりに動きません。電源を入れ直してください。',
  'scenes-being-stored': 'シーンを照明に保存しています：{ready}/{total}。その間も通常どおり使えます。',
  'rule-rests':
    '「{name}」は起動が多すぎるため、1 分間休止します。センサーが緩んでいるか、自分自身を起動していませんか？',
  'rule-circles':
    '「{name}」は単独で、または他のルールとともに自分自身を起動し続けるため、停止しました。あるルールの動作が別のルールの開始条件になっていませんか？',
  'content-left-out': '読み込まれなかったファイルがあります。',
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
  'dongle-needs-folder':
    'キオスクが自分のフォルダー {folder} に書き込めないため、無線スティックを使えません。ディスクがいっぱいか読み取り専用、または書き込み権限がありませんか？ 直れば、キオスクはひとりでに再開します。',
  'network-unreadable': '無線ネットワークの鍵のファイルを読み取れません。バックアップから復元してください。',
  'virtual-dongle-failed':
    'シミュレーションの照明を起動できませんでした。キオスクを再起動してください。直らない場合は、ログに理由があります。',
  'dongle-simulated': '設定により、照明はシミュレーションです。',
  'dongle-simulated-for-want':
    '無線スティックが見つからないため、照明はシミュレーションです。差し込んでからキオスクを再起動してください。',
}
