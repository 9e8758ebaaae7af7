const zh = {
  changed: '没有保存：这起警情刚被别人改过', refused: '没有办成', kept: '您填的内容还在。已载入最新情况。', onNewest: '按最新情况再试', dismiss: '知道了', notYours: '不属您的权限或辖区',
  roleTitle: '您的角色不能处警', roleDetail: '接警、派警由指挥调度员或所长进行。需要变更时请联系指挥室值班员。', stationTitle: '不属您的辖区', stationDetail: '这起警情由{station}处置，请与该所联系。',
  events: {
    taken: '受理为 {type}', status: '{from} → {to}', assigned: '派出 {unit}', unit: '{unit} {status}', unitPlain: '{unit}', note: '备注：{text}', merged: '并入 {number}', mergedHere: '{number} 并入本案', unmerged: '取消合并', moved: '改地点', typed: '改类别 {from} → {to}', graded: '改为 {grade} 级', amended: '补充内容', handover: '移交 {department}：{what}', result: '反馈 {type}', undone: '撤销上一步',
    stood: '撤回 {unit}', refused: '{unit} 不能前往', accepted: '{unit} 已接受', arrived: '{unit} 到场',
  },
  handover: { sent: '已发出', accepted: '已受理', returned: '退回', closed: '办结', withdrawn: '撤回', resent: '重新发出' },
}
const en: typeof zh = {
  changed: 'Not saved: somebody has just changed this incident', refused: 'That could not be done', kept: 'What you typed is still there; the newest state is shown.', onNewest: 'Try on the newest', dismiss: 'Dismiss', notYours: 'Not within your role or stations',
  roleTitle: 'Your role does not dispatch', roleDetail: 'Dispatchers and chiefs take calls and send units. Ask the command room.', stationTitle: 'Not one of your stations', stationDetail: '{station} handles this incident; ask them.',
  events: {
    taken: 'taken as {type}', status: '{from} → {to}', assigned: '{unit} sent', unit: '{unit} {status}', unitPlain: '{unit}', note: 'note: {text}', merged: 'merged into {number}', mergedHere: '{number} merged into this', unmerged: 'unmerged', moved: 'moved', typed: 'type {from} → {to}', graded: 'now grade {grade}', amended: 'details added', handover: 'hand-over to {department}: {what}', result: 'found to be {type}', undone: 'last step undone',
    stood: '{unit} stood down', refused: '{unit} can’t go', accepted: '{unit} accepted', arrived: '{unit} on scene',
  },
  handover: { sent: 'sent', accepted: 'accepted', returned: 'returned', closed: 'closed', withdrawn: 'withdrawn', resent: 'sent again' },
}
export const messages = { zh, en }
