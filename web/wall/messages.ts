export const messages = {
  zh: {
    product: '一张图', grade: { 1: '一级', 2: '二级', 3: '三级' },
    open: '未办结警情', none: '没有未办结警情', more: '第 {page} / {pages} 页', nobody: '无人前往', left: '约 {n} 分', arrived: '已到', overdue: '超时 {n} 分', unknown: '在途',
    asOf: '截至 {time}', units: '在岗警力', until: '至 {time}', stale: '定位过期', today: '今日警情', usual: '通常 {low}–{high} 起', usualOf: '近 {weeks} 周同一星期日、同一时段', noUsual: '还没有可比的往日', above: '高于通常', below: '低于通常', within: '属通常范围',
    voids: '覆盖空档', noneOpened: '没有新的空档', standing: '{n} 个网格长期不可及', cells: '{n} 个网格', longest: '最久 {span}', share: '警情可覆盖 {n}%', alerts: '待处理告警',
    held: '画面已停住', heldMore: '期间新增 {n} 起', release: '轻触恢复自动', back: '{n} 分钟无操作自动恢复', pulled: '新警情', tour: '巡视 {name}', exit: '退出大屏', setUp: '大屏设置',
    missing: '没有编号为“{id}”的屏幕，显示全市', soundBlocked: '提示音未开启 · 轻触屏幕', soundOff: '提示音已关', andMore: '另有 {n} 条',
    settings: '大屏设置', add: '新增屏幕', remove: '删除', save: '保存', saved: '已保存，各大屏即时生效', name: '名称', nameEn: '英文名', id: '编号', views: '视图', addView: '把当前画面加入', tourSeconds: '巡视间隔（秒，0 为不巡视）', follow: '新警情拉近', pullSeconds: '停留（秒）',
    night: '夜间调暗', from: '从', to: '至', dim: '调暗', takeLayers: '采用当前图层', layers: '图层', address: '地址', close: '关闭', failed: '未能保存：{reason}', empty: '还没有设置屏幕；不设置时显示全市。',
  },
  en: {
    product: 'One map', grade: { 1: 'Grade 1', 2: 'Grade 2', 3: 'Grade 3' },
    open: 'Open incidents', none: 'No open incidents', more: 'Page {page} of {pages}', nobody: 'nobody sent', left: '~{n} min', arrived: 'there', overdue: '{n} min late', unknown: 'on the way',
    asOf: 'as of {time}', units: 'Units on duty', until: 'until {time}', stale: 'stale position', today: 'Incidents today', usual: 'usually {low}–{high}', usualOf: 'same weekday and hours, last {weeks} weeks', noUsual: 'No earlier day to compare with', above: 'above usual', below: 'below usual', within: 'as usual',
    voids: 'Gaps in cover', noneOpened: 'No new gaps', standing: '{n} cells never in reach', cells: '{n} cells', longest: 'longest {span}', share: '{n}% of demand covered', alerts: 'Alerts waiting',
    held: 'View is held', heldMore: '{n} new meanwhile', release: 'tap to let go', back: 'lets go after {n} min', pulled: 'New incident', tour: 'Tour: {name}', exit: 'Leave the wall', setUp: 'Screens',
    missing: 'There is no screen “{id}”; showing the whole city', soundBlocked: 'Sound is not allowed yet · touch the screen', soundOff: 'Sound is off', andMore: '{n} more',
    settings: 'Screens of the wall', add: 'Add a screen', remove: 'Remove', save: 'Save', saved: 'Saved; walls follow at once', name: 'Name', nameEn: 'English name', id: 'Id', views: 'Views', addView: 'Add the present view', tourSeconds: 'Tour, seconds a view (0: none)', follow: 'New incidents pull the view', pullSeconds: 'for seconds',
    night: 'Dim at night', from: 'from', to: 'to', dim: 'by', takeLayers: 'Take the present layers', layers: 'Layers', address: 'Address', close: 'Close', failed: 'Not saved: {reason}', empty: 'No screen is set up; then the whole city is shown.',
  },
}
