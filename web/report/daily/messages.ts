export const messages = {
  zh: {
    title: '每日研判', station: '派出所', day: '日期', previous: '前一天', next: '后一天', map: '地图', none: '您的管辖范围内没有派出所', noneDetail: '每日研判按派出所编制。请联系系统管理员核对管辖范围。',
    forbidden: '您不能看这个派出所的研判', forbiddenDetail: '每日研判只给本所的民警、所领导和研判员看。', notYet: '这一天还没有研判', notYetToday: '当天的研判在第二天早上编成。', notYetPast: '这一天早于最早的警情记录。', latest: '看最近一天',
    offline: '连不上服务器，下面是刚才打开的内容', asOf: '{at} 编成，其后录入的不计', headline: '当天警情', week: '近 7 天', incidents: '起', expected: '往常 {low}–{high}，中间 {n}', noExpected: '没有往常可比', above: '多于往常', below: '少于往常', within: '与往常相当', unknown: '无从比较',
    byTop: '分类别', zones: '治安乱点', noZones: '本所没有区域', counts: '近 7 天 {now} 起，前 7 天 {before} 起', sure: '不像偶然', chance: '可能是偶然', quiet: '两周都没有', ends: '{day} 到期', newVersion: '第 {n} 版（{author}）：{reason}', moved: '范围已调整：与上一版重叠 {n}%', state: { planned: '未生效', active: '生效中', expired: '已到期', withdrawn: '已撤销' },
    newHot: '新出现的热点', noNewHot: '没有新出现的热点', hot: '近 7 天 {n} 起，往常每周 {expected} 起', repeats: '一周内重复报警的地址', noRepeats: '没有地址一周报警三次以上', repeated: '{n} 起，最近 {at}', open: '在地图上看', notes: '怎么算的', print: '打印',
  },
  en: {
    title: 'Daily briefing', station: 'Station', day: 'Day', previous: 'The day before', next: 'The day after', map: 'Map', none: 'There is no station in your scope', noneDetail: 'Briefings are made for stations. Ask your administrator to check your scope.',
    forbidden: 'This station’s briefing isn’t yours to read', forbiddenDetail: 'It is for the officers, chiefs and analysts of the station.', notYet: 'There is no briefing of that day', notYetToday: 'It is made the morning after.', notYetPast: 'That day is before the first incident on record.', latest: 'See the latest',
    offline: 'The server can’t be reached; below is what was opened before', asOf: 'made {at}; what was entered later isn’t in it', headline: 'Incidents of the day', week: 'Seven days', incidents: 'incidents', expected: 'usually {low}–{high}, middle {n}', noExpected: 'nothing to compare with', above: 'More than usual', below: 'Fewer than usual', within: 'As usual', unknown: 'Can’t be compared',
    byTop: 'By kind', zones: 'Zones', noZones: 'This station has no zones', counts: '{now} in seven days, {before} in the seven before', sure: 'more than chance', chance: 'may be chance', quiet: 'none in two weeks', ends: 'ends {day}', newVersion: 'version {n} ({author}): {reason}', moved: 'outline changed: {n} % shared with the version before', state: { planned: 'Planned', active: 'Active', expired: 'Expired', withdrawn: 'Withdrawn' },
    newHot: 'Newly hot', noNewHot: 'Nothing is newly hot', hot: '{n} in seven days, usually {expected} a week', repeats: 'Addresses that called again within a week', noRepeats: 'No address called three times in a week', repeated: '{n}, last {at}', open: 'Show on map', notes: 'How it is counted', print: 'Print',
  },
}
