export const messages = {
  zh: {
    title: '警情队列', take: '接警', takeHint: '接警（按 N）', outbox: '移交', stuck: '{n} 条发送受阻', roll: '点名', order: '排序', urgent: '先急后旧', oldest: '最早在前', station: '派出所', allStations: '全部派出所',
    all: '全部', waiting: '待派 {n}', shown: '{n} / {total} 起', total: '{n} 起', none: '没有未办结警情', noneDetail: '新警情一到即显示。按 N 接警。', noneFiltered: '没有符合筛选的警情', noneFilteredDetail: '共有 {n} 起未办结。', clear: '清除筛选',
    asOf: '截至 {time}', stale: '未更新，自 {time} 起', due: '{n} 分到', dueSoon: '即到', late: '迟 {n} 分', onScene: '到场 {span}', noPlace: '位置见地图', elsewhere: '他所警情，地址不显示', noUnit: '未派警力',
    handover: { sent: '移交待受理', accepted: '部门已受理', returned: '部门退回', closed: '部门办结', withdrawn: '移交已撤回' }, overdue: '逾期', grade: '{n} 级', keys: '↑↓ 选择 · 回车打开 · N 接警', list: '未办结警情', close: '收起队列',
    noExtras: '状态时限和发送状况没有取到，队列不受影响', readOnly: '您可以查看队列；接警和派警由指挥调度员或所长进行。',
  },
  en: {
    title: 'Queue', take: 'New call', takeHint: 'Take a call (press N)', outbox: 'Hand-over', stuck: '{n} stuck', roll: 'Roll-call', order: 'Order', urgent: 'Urgent first', oldest: 'Oldest first', station: 'Station', allStations: 'All stations',
    all: 'All', waiting: '{n} waiting', shown: '{n} of {total}', total: '{n} open', none: 'No open incidents', noneDetail: 'New ones appear by themselves. Press N to take a call.', noneFiltered: 'Nothing passes the filters', noneFilteredDetail: '{n} incidents are open.', clear: 'Clear filters',
    asOf: 'as of {time}', stale: 'not updated since {time}', due: '{n} min', dueSoon: 'arriving', late: '{n} min late', onScene: 'on scene {span}', noPlace: 'see the map', elsewhere: 'another station’s: address not shown', noUnit: 'nobody sent',
    handover: { sent: 'handed over, unanswered', accepted: 'accepted by department', returned: 'returned by department', closed: 'closed by department', withdrawn: 'hand-over withdrawn' }, overdue: 'overdue', grade: 'grade {n}', keys: '↑↓ choose · Enter opens · N takes a call', list: 'Open incidents', close: 'Collapse the queue',
    noExtras: 'Time limits and the outbox are missing; the queue itself is fine', readOnly: 'You may read the queue; calls are taken and units sent by dispatchers and chiefs.',
  },
}
