import type { Translation } from '../translation.ts'

/** The page that tells staff how lamps and radio are. */
export const staffZhHans: NonNullable<Translation['staff']> = {
  title: '员工专用',
  close: '关闭',
  closesItself: '这里只能查看，不能更改。页面会自动关闭。',
  dongle: '无线适配器',
  phase: { starting: '正在启动', ready: '就绪', lost: '未连接' },
  simulated: '模拟灯具：没有控制任何真灯。',
  real: '正在控制真灯。',
  facts: {
    network: '网络',
    networkValue: '信道 {channel}，编号 {panId}',
    firmware: '适配器',
    backup: '已备份',
    noBackup: '尚未备份',
    line: '线路',
    lineClean: '正常',
    lineNoisy: '跳过 {skippedBytes} 字节，重复 {repeatedRequests} 次请求',
    joining: '新设备',
    joiningNow: '现在可以加入新设备',
  },
  away: '样板间服务没有响应，页面会继续尝试。',
  lastScene: '上一个场景',
  arrival: {
    'under-way': '进行中',
    reached: '所有灯都已到位',
    'reached-late': '所有灯都已到位，有些稍晚',
    'not-reached': '有些灯没有到位',
  },
  missing: { silent: '{name}没有响应。', differs: '{name}有响应，但状态不对。' },
  lamps: '设备响应',
  noLamps: '还没有设置灯具。',
  reach: {
    unbound: '没有设备：仅在屏幕上',
    unknown: '还没有消息',
    reachable: '有响应',
    unreachable: '没有响应',
  },
}

/** What staff are told that has to be seen to. */
export const noticesZhHans: NonNullable<Translation['notices']> = {
  'device-unreachable': '{name}没有响应。墙上的电源关了吗？',
  'air-congested':
    '无线信道太拥挤，灯具收不到任何指令。适配器附近有 Wi-Fi 路由器或 USB 3 硬盘吗？用延长线会有帮助。',
  'setting-wrong': '无法理解设置 {name}，展示机在没有它的情况下继续运行。请安装人员更正后重新启动。',
  'setting-unknown': '没有名为 {name} 的设置。请安装人员更正名称后重新启动。',
  'country-unlisted':
    '总部为各个国家签发播放列表，但没有名为“{country}”的国家。这台展示机真的在那里吗？安装时填写的是：SHOWROOM_COUNTRY。',
  'clock-wrong': '这台展示机的时钟相差超过一天。请设置日期和时间。',
  'playlists-refused': '来自 {source} 的播放列表未被接受。{reason}。继续播放最近的有效内容。',
  'playlists-incomplete': '{source} 的播放列表不齐全。其余的照常播放，需由总部修复。',
  'playlists-late':
    '与 {source} 的连接中途断开，播放列表尚未全部到达。完整的内容照常播放，其余的会自动续传。如果一直如此，请检查网络或 U 盘。',
  'playlist-broken': '播放列表 {playlist} 无法在此播放。需由总部修复。',
  'playlist-waits': '展示机前无人时，“{name}”就会开始。',
  'device-disobeys': '{name}有响应，但不听指令。请断电后再通电。',
  'scenes-being-stored': '正在把场景存入灯具：{ready}/{total}。其间一切照常使用。',
  'rule-rests': '“{name}”启动过于频繁，暂停一分钟。是传感器松动了，还是它触发了自己？',
  'rule-circles':
    '“{name}”单独或与其他规则一起不断触发自己，已被停止。是否有一条规则改变了另一条规则等待的状态？',
  'content-left-out': '有一个文件被忽略。',
  'store-assumed': '没有指定门店：显示的是 {store} 的价格和位置。请在“门店”页选择（{known}）。',
  'take-home-sample':
    '带回家的二维码指向示例地址。安装人员请把 dist/take-home 放到网页服务器上并填写地址：SHOWROOM_TAKE_HOME_URL。',
  'store-unknown': '没有门店“{store}”，所以不显示价格。请在“门店”页选择：{known}。',
  'bindings-unreadable': '无法读取设备位置清单。',
  'dongle-absent': '{port} 上没有无线适配器。插好了吗？展台会继续寻找。',
  'dongle-busy': '{port} 上的无线适配器被另一个程序占用。请关闭该程序，或重启电脑。',
  'dongle-forbidden':
    '展台无权使用 {port} 上的无线适配器。请安装人员把展台的用户加入该端口所属的用户组（通常是“dialout”）。',
  'dongle-refused': '{port} 没有响应。那里的无线设备通电并联网了吗？',
  'dongle-other-network':
    '{port} 上的无线适配器属于另一个网络（{panId}，信道 {channel}），展台不会改动它。请插入本店的适配器。如果可以放弃那个网络，经理可以在“状态”中操作。',
  'dongle-network-adopted':
    '{port} 上的无线适配器带来了自己的网络（{panId}，信道 {channel}）。展台继续使用它，并寻找其中的灯。找不到的灯请断电后再通电。',
  'dongle-blank-no-backup':
    '{port} 上的无线适配器是空的，本店网络也没有备份。请重新插入原来的适配器。如果已经丢失，经理可以在“状态”中新建网络，每盏灯都要重新加入。',
  'dongle-no-coordinator': '{port} 上的无线适配器装的是路由器固件。请换成协调器固件，或插入另一个适配器。',
  'dongle-wrong-family':
    '{port} 上的设备不像“{family}”系列的无线适配器。设置 SHOWROOM_ZIGBEE_ADAPTER 正确吗？',
  'dongle-mismatch': '{port} 上的无线适配器与本店网络不匹配。请插入本店的适配器。',
  'dongle-hung': '{port} 上的无线适配器停止响应，正在重新启动。如果经常发生，请使用延长线和 USB 2 接口。',
  'network-number-taken': '附近另一个无线网络使用了相同的编号。请把它关闭一分钟，或移动适配器。',
  'dongle-unplugged': '{port} 上的无线适配器被拔出。请重新插入，灯会保持原样。',
  'dongle-not-a-dongle': '{port} 上的设备不像无线适配器。插对了吗？',
  'dongle-failed': '{port} 上的无线适配器无法使用。请拔出，等五秒，再插入。',
  'dongle-needs-folder':
    '展台无法写入其文件夹 {folder}，因此无法使用无线适配器。磁盘是否已满或为只读，或者没有写入权限？问题解决后，展台会自行继续。',
  'network-unreadable': '无法读取无线网络密钥文件。请从备份恢复。',
  'virtual-dongle-failed': '模拟灯具无法启动。请重启展台；如果仍不行，日志会说明原因。',
  'dongle-simulated': '灯具是模拟的，展台就是这样设置的。',
  'dongle-simulated-for-want': '没有找到无线适配器，所以灯具是模拟的。请插入一个并重启展台。',
}
