export const messages = {
  zh: { since: '已 {span}', fix: '定位 {age}', staleFix: '定位已过期，{age}', shift: '下岗 {at}', crew: '{n} 人', shiftOver: '已超时未下岗',
    onTask: '正在处警', openTask: '查看警情', notYours: '状态记录只向本所指挥人员和本车组显示', status: '当前', limits: '{warn} 分钟提醒，{alert} 分钟告警', reason: '原因（可不填）', refused: '没有办成：', log: '状态记录 {n} 条', recorded: '{at} 补记', noLog: '还没有记录',
  },
  en: { since: 'for {span}', fix: 'fix {age}', staleFix: 'stale fix, {age}', shift: 'shift ends {at}', crew: 'crew of {n}', shiftOver: 'shift is over',
    onTask: 'On an incident', openTask: 'Open it', notYours: 'The log is for its station’s dispatchers and its crew', status: 'Now', limits: 'warns at {warn} min, alerts at {alert}', reason: 'Reason (optional)', refused: 'Not done: ', log: '{n} changes of status', recorded: 'recorded {at}', noLog: 'Nothing recorded yet',
  },
}
