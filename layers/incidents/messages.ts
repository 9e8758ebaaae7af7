export const messages = {
  zh: {
    takenAs: '接警时为“{taken}”', patrol: '巡逻发现，统计热点时单独计列', timeline: '处警过程', locked: '处警过程属受限信息，填写理由后可见',
    after: '用时 {span}', by: '{actor}', none: '没有登记处警过程', occurred: '发生时间', between: '{from} 至 {to}', resolved: '接警类别 → 反馈类别',
  },
  en: {
    takenAs: 'taken as “{taken}”', patrol: 'Found by patrol; kept apart in hotspots', timeline: 'Timeline', locked: 'The timeline is restricted: give a purpose to see it',
    after: 'after {span}', by: '{actor}', none: 'No timeline recorded', occurred: 'Occurred', between: '{from} to {to}', resolved: 'Taken as → resolved as',
  },
}
