import type { Translation } from '../translation.ts'

/** What managers read of the network's channel, of sticks that are not the store's, and of the store's sun, in Chinese. */
export const deskRadioZhHans: NonNullable<Translation['desk']> = {
  channel: {
    title: '无线信道',
    hint: 'Wi-Fi 与灯具共用空中频段。如果灯具反应慢，换个信道可能更安静。',
    listen: '监听所有信道',
    listening: '正在监听……',
    channel: '信道 {channel}',
    now: '当前',
    quiet: '安静',
    some: '有些干扰',
    busy: '繁忙',
    best: '最安静',
    move: '移到这里',
    sureTitle: '把所有灯具移到信道 {channel}？',
    sure: '大约需要半分钟，期间灯具都不会响应。使用电池的遥控器和传感器在下次使用时会跟上。',
    really: '确认移动',
    asking: '正在询问哪些设备在线……',
    moving: '正在移到信道 {channel}……',
    looking: '正在查看哪些设备已跟上……',
    returning: '跟上的设备太少，正在回到信道 {channel}……',
    moved: '网络已在信道 {channel}，所有灯具都有响应。',
    movedWithout: '网络已在信道 {channel}。尚未跟上：{names}。一分钟后仍未出现的，请断电再通电。',
    returned: '跟上的灯具太少，网络已回到信道 {channel}。一切照旧。',
    returnedWithout:
      '跟上的灯具太少，网络已回到信道 {channel}。尚未回来：{names}。一分钟后仍未出现的，请断电再通电。',
    failed: '适配器没有切换信道。它插好了吗？请一分钟后再试。',
  },
  giveUp: {
    title: '陌生的适配器',
    other:
      '如有本店自己的适配器，请插上它。否则展台可以把这个适配器归为己用：其中的网络（{network}）将永久丢失，原使用者必须重新建立。',
    new: '如原来的适配器还在，请插回去。否则展台可以在这个适配器上建立新网络：每盏灯、遥控器和传感器都要重新添加。',
    takeOther: '放弃网络 {network}',
    takeNew: '建立新网络',
    reallyOther: '确认放弃',
    reallyNew: '确认新建',
    taken: '展台正在接管适配器，可能需要一分钟。',
  },
  sun: {
    none: '在您填写门店位置之前，随太阳变化的规则不会启动。',
    north: '纬度（北纬，度）',
    east: '经度（东经，度）',
    city: '在您填写门店位置之前，随太阳变化的规则以 {city} 为准。',
    here: '随太阳变化的规则以此位置为准。',
    half: '请填写两项；在此之前，随太阳变化的规则以 {city} 为准。',
  },
}
