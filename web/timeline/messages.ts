export const messages = {
  zh: {
    title: '时间轴', replay: '逐秒回放', '24h': '24 小时', '7d': '7 天', '30d': '30 天', '1y': '1 年', presets: '时间范围',
    play: '播放', pause: '暂停', speed: '播放速度', perSecond: '每秒 {hours} 小时', total: '{n} {of}', asOf: '截至 {time}',
    from: '起', to: '止', move: '移动时间窗', clear: '清除选择', binHour: '每小时', binDay: '每天', binWeek: '每周', binMonth: '每月',
    hint: '拖动选择时间窗；方向键移动一格', bar: '{from} 起 {bin}：{n}', collapse: '收起时间轴', failed: '直方图未更新', empty: '该时段没有数据', window: '时间窗',
  },
  en: {
    title: 'Timeline', replay: 'Replay', '24h': '24 h', '7d': '7 d', '30d': '30 d', '1y': '1 y', presets: 'Range of time',
    play: 'Play', pause: 'Pause', speed: 'Speed', perSecond: '{hours} h per second', total: '{n} {of}', asOf: 'as of {time}',
    from: 'From', to: 'To', move: 'Move the window', clear: 'Clear selection', binHour: 'by hour', binDay: 'by day', binWeek: 'by week', binMonth: 'by month',
    hint: 'Drag to select a window; arrow keys move by one bar', bar: 'From {from}, {bin}: {n}', collapse: 'Collapse the timeline', failed: 'Histogram not updated', empty: 'Nothing in this range', window: 'Window',
  },
}
