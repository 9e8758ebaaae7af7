export const messages = {
  zh: {
    title: '图层', collapse: '收起图层', expand: '展开图层', show: '显示 {name}', hide: '隐藏 {name}', details: '{name} 的图例与筛选',
    opacity: '不透明度', up: '上移', down: '下移', drag: '拖动改变上下次序', filters: '筛选', reset: '清除筛选', any: '不限', yes: '是', no: '否',
    filtered: '已筛选', inView: '视野内', ownOnly: '视野内，仅本所辖区', all: '全部', expandCode: '展开 {name}', countsFailed: '视野内计数未更新',
  },
  en: {
    title: 'Layers', collapse: 'Collapse layers', expand: 'Show layers', show: 'Show {name}', hide: 'Hide {name}', details: 'Legend and filters of {name}',
    opacity: 'Opacity', up: 'Move up', down: 'Move down', drag: 'Drag to change the order', filters: 'Filters', reset: 'Clear filters', any: 'Any', yes: 'Yes', no: 'No',
    filtered: 'Filtered', inView: 'in view', ownOnly: 'In view, own stations only', all: 'All', expandCode: 'Expand {name}', countsFailed: 'Counts in view are not up to date',
  },
}
