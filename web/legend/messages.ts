export const messages = {
  zh: {
    hidden: '<10（已隐藏）', none: '空白：无', cellsOf: '每格约 {size}', asOf: '数据更新于 {time}', from: '放大后显示个体', loading: '更新中…', failed: '未能更新，仍为旧图',
    zoomIn: '放大到 {zoom} 级起显示', others: '筛选或放大时，不含他所的数', allTime: '全部时间，不随时间轴变化：他所的数只这样公布', hiddenCells: '{n} 格已隐藏', empty: '视野内没有',
  },
  en: {
    hidden: '<10 (hidden)', none: 'Blank: none', cellsOf: 'Cells of about {size}', asOf: 'Data as of {time}', from: 'Zoom in for single marks', loading: 'Updating…', failed: 'Not updated; the picture is the earlier one',
    zoomIn: 'Shown from zoom {zoom} on', others: 'Filtered or close up, without other stations', allTime: 'Of all time, whatever the timeline: others\' counts are published so only', hiddenCells: '{n} cells hidden', empty: 'None in view',
  },
}
