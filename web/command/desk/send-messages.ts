const zh = {
  title: '推荐警力', ask: '推荐警力', more: '再派警力', asking: '正在计算道路时间', wanted: '派 {n} 个', siren: '警灯警报', anyKind: '不限类型', kind: '警力类型', made: '{time} 计算', again: '重算',
  minutes: '{n} 分', underOne: '1 分内', unreachable: '不可达', road: '路程 {km} km', straight: '直线 {km} km', choose: '选择 {unit}', send: '派',
  sendChosen: '派出 {units}', sendKeys: '↑↓ 选看 · 空格 多选 · 回车派出', whyTitle: '没有选排在前面的，请写原因', whyHint: '原因（留存备查）', whys: '熟悉现场 / 装备合适 / 前者另有任务 / 电台已应答', passed: '未推荐 {n} 个及原因', none: '没有合适的警力', shortfall: '警力不足', sent: '已派出',
  forbidden: '您的角色不能派警', routeNone: '没有可走的道路：{why}', routeOld: '该警力没有可用定位，画不出路线',
}
const en: typeof zh = {
  title: 'Recommended', ask: 'Recommend units', more: 'Send more', asking: 'Working out road times', wanted: 'send {n}', siren: 'Siren', anyKind: 'Any kind', kind: 'Kind', made: 'as of {time}', again: 'Again',
  minutes: '{n} min', underOne: '< 1 min', unreachable: 'no way', road: '{km} km by road', straight: '{km} km straight', choose: 'Choose {unit}', send: 'Send',
  sendChosen: 'Send {units}', sendKeys: '↑↓ look · Space choose several · Enter sends', whyTitle: 'A better one is passed over: say why', whyHint: 'Reason (kept)', whys: 'Knows the place / Right equipment / The other is busy / Answered by radio', passed: '{n} passed over, and why', none: 'No suitable unit', shortfall: 'Not enough units', sent: 'Sent',
  forbidden: 'Your role does not send units', routeNone: 'No road leads there: {why}', routeOld: 'That unit has no usable position to draw a route from',
}
export const messages = { zh, en }
