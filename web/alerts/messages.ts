export const messages = {
  zh: {
    title: '告警', open: '告警 {n} 条待处理', none: '没有告警', quiet: '当前没有需要处理的告警', rules: '告警规则', close: '关闭',
    fly: '定位', show: '打开', take: '接手', note: '说明（可不填）', confirm: '确认接手', cancel: '取消', taken: '{actor} 已接手', escalated: '已升级',
    others: '有人处理中', waiting: '待处理', failed: '告警未能更新', refused: '未能接手：{reason}', since: '已 {span}',
    sound: { on: '提示音已开', off: '提示音已关', blocked: '提示音未开启，点此开启' },
    grade: { 1: '一级', 2: '二级', 3: '三级' },
    kind: {
      incident: '{number}', burst: '{minutes} 分钟内 {count} 起，通常 {expected} 起', unanswered: '{number} 已 {minutes} 分钟未派警',
      unit_timer: '{callsign} 处于“{status}”已 {minutes} 分钟', stale_unit: '{callsign} 已 {minutes} 分钟没有定位', void: '{station} {cells} 个网格 {minutes} 分钟内无人可到 · {rule}',
      handover: '{number} 移交{department}，逾期未答复', outbox: '{department} 有 {n} 件未送达，已 {minutes} 分钟', roll_call: '{callsign} 点名未应答',
    },
  },
  en: {
    title: 'Alerts', open: '{n} alerts waiting', none: 'No alerts', quiet: 'Nothing needs attention now', rules: 'Alert rules', close: 'Close',
    fly: 'Show on map', show: 'Open', take: 'Take over', note: 'Note (optional)', confirm: 'I take care of it', cancel: 'Cancel', taken: '{actor} takes care of it', escalated: 'escalated',
    others: 'Being taken care of', waiting: 'Waiting', failed: 'Alerts could not be refreshed', refused: 'Not taken over: {reason}', since: 'for {span}',
    sound: { on: 'Sound is on', off: 'Sound is off', blocked: 'Sound is not allowed yet; click to allow' },
    grade: { 1: 'Grade 1', 2: 'Grade 2', 3: 'Grade 3' },
    kind: {
      incident: '{number}', burst: '{count} in {minutes} min, usually {expected}', unanswered: '{number}: nobody sent for {minutes} min',
      unit_timer: '{callsign} is “{status}” for {minutes} min', stale_unit: '{callsign}: no position for {minutes} min', void: '{station}: {cells} cells beyond reach for {minutes} min · {rule}',
      handover: '{number}: no answer from {department} in time', outbox: '{department}: {n} undelivered for {minutes} min', roll_call: '{callsign} did not answer the roll-call',
    },
  },
}
