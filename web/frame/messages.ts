export const messages = {
  zh: {
    product: '一张图', modes: '模式', situation: '态势', analysis: '研判', planning: '部署', question: '问题', result: '结果', plans: '部署', plan: '方案', dock: '图表', command: '指挥', wall: '大屏', toMap: '跳到地图', layers: '图层', queue: '队列', timeline: '时间', collapse: '收起', show: '展开{name}',
    live: '实时', lost: '连接中断 · 自 {time} 起未更新', databaseDown: '数据库暂不可用 · 自 {time} 起未更新', clock: '城市时间', close: '关闭',
  },
  en: {
    product: 'One map', modes: 'Modes', situation: 'Situation', analysis: 'Analysis', planning: 'Planning', question: 'Question', result: 'Result', plans: 'Deployment', plan: 'Plan', dock: 'Charts', command: 'Command', wall: 'Wall', toMap: 'Skip to map', layers: 'Layers', queue: 'Queue', timeline: 'Time', collapse: 'Collapse', show: 'Show {name}',
    live: 'Live', lost: 'Connection lost · not updated since {time}', databaseDown: 'Database unavailable · not updated since {time}', clock: 'City time', close: 'Close',
  },
}
