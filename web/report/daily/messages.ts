export const messages = {
  zh: {
    title: '每日研判', station: '派出所', day: '日期', previous: '前一天', next: '后一天', map: '地图', none: '您的管辖范围内没有派出所', noneDetail: '每日研判按派出所编制。请联系系统管理员核对管辖范围。',
    forbidden: '这不是您管辖的派出所', forbiddenDetail: '每日研判只给本所的民警、所领导和研判员看。', notYet: '这一天的研判还没有', notYetToday: '当天的研判在每天早上 7 点编成，讲前一天的情况。', notYetPast: '那时还没有编制，或这一天没有数据。',
    offline: '连不上服务器', offlineDetail: '上面是最近一次打开时的内容。', asOf: '截至 {at} · {made} 编成', yesterday: '警情与预期', incidents: '{n} 起', expected: '预期 {low}–{high} 起（中值 {n}）', above: '高于预期', below: '低于预期', within: '在预期内',
    zones: '区域变动', noZones: '本所没有区域变动', newHot: '新出现的热点', noNewHot: '没有新出现的热点', repeats: '重复报警地址', noRepeats: '没有重复报警的地址', times: '{n} 起', before: '此前 {n} 起', sinceDay: '近 {n} 天', open: '在地图上看', print: '打印',
  },
  en: {
    title: 'Daily briefing', station: 'Station', day: 'Day', previous: 'The day before', next: 'The day after', map: 'Map', none: 'There is no station in your scope', noneDetail: 'Briefings are made for stations. Ask your administrator to check your scope.',
    forbidden: 'That is not your station', forbiddenDetail: 'A briefing is for the officers, chiefs and analysts of its station.', notYet: 'There is no briefing of that day', notYetToday: 'It is made every morning at 7 and tells of the day before.', notYetPast: 'It wasn’t made then, or there is no data of that day.',
    offline: 'The server can’t be reached', offlineDetail: 'Above is what was opened last.', asOf: 'as of {at} · made {made}', yesterday: 'Incidents and what was expected', incidents: '{n} incidents', expected: '{low}–{high} expected (middle {n})', above: 'more than expected', below: 'fewer than expected', within: 'as expected',
    zones: 'Zones', noZones: 'No zone has changed', newHot: 'Newly hot', noNewHot: 'Nothing is newly hot', repeats: 'Addresses that called again', noRepeats: 'No address called again', times: '{n}', before: '{n} before', sinceDay: 'in {n} days', open: 'Show on map', print: 'Print',
  },
}
