const zh = {
  changed: '没有保存：这起警情刚被别人改过', refused: '没有办成', kept: '您填的内容还在。已载入最新情况。', onNewest: '按最新情况再试', dismiss: '知道了', notYours: '不属您的权限或辖区',
  roleTitle: '您的角色不能处警', roleDetail: '接警、派警由指挥调度员或所长进行。需要变更时请联系指挥室值班员。', stationTitle: '不属您的辖区', stationDetail: '这起警情由{station}处置，请与该所联系。',
  personal: { identity: '这里像有一个身份证号（18 位），请删去后再提交。系统不保存身份证号。', phone: '这里像有一个手机号，请删去后再提交。回拨号码留在接警台。' },
  events: {
    taken: '受理为 {type}', takenPlain: '受理', status: '{from} → {to}', assigned: '派出 {unit}', unit: '{unit} {status}', stood_down: '撤回 {unit}', refused: '{unit} 不能前往', accepted: '{unit} 已接受', left: '{unit} 离开 {status}', done: '{unit} 处置完毕', arrived: '{unit} 到场',
    note: '备注：{text}', amended: '补充地址或摘要', merged: '并入 {number}', mergedHere: '{number} 并入本案', unmerged: '取消与 {number} 的合并', moved: '更正地点', typed: '更正类别 {from} → {to}', graded: '改为 {grade} 级',
    handover: '移交 {department} {what}', result: '反馈为 {type}', undone: '撤销上一步', because: '（{why}）',
  },
  handover: { sent: '已发出', accepted: '已受理', returned: '退回', closed: '办结', withdrawn: '撤回', resent: '重新发出' },
}
const en: typeof zh = {
  changed: 'Not saved: somebody has just changed this incident', refused: 'That could not be done', kept: 'What you typed is still there; the newest state is shown.', onNewest: 'Try on the newest', dismiss: 'Dismiss', notYours: 'Not within your role or stations',
  roleTitle: 'Your role does not dispatch', roleDetail: 'Dispatchers and chiefs take calls and send units. Ask the command room.', stationTitle: 'Not one of your stations', stationDetail: '{station} handles this incident; ask them.',
  personal: { identity: 'This looks like an identity number (18 digits). Remove it to go on; identity numbers are not kept here.', phone: 'This looks like a mobile number. Remove it to go on; call-back numbers stay with the switchboard.' },
  events: {
    taken: 'taken as {type}', takenPlain: 'taken', status: '{from} → {to}', assigned: '{unit} sent', unit: '{unit} {status}', stood_down: '{unit} stood down', refused: '{unit} can’t go', accepted: '{unit} accepted', left: '{unit} left {status}', done: '{unit} is done', arrived: '{unit} on scene',
    note: 'note: {text}', amended: 'address or summary amended', merged: 'merged into {number}', mergedHere: '{number} merged into this', unmerged: 'no longer merged with {number}', moved: 'place corrected', typed: 'type {from} → {to}', graded: 'now grade {grade}',
    handover: 'hand-over to {department} {what}', result: 'found to be {type}', undone: 'last step undone', because: ' ({why})',
  },
  handover: { sent: 'sent', accepted: 'accepted', returned: 'returned', closed: 'closed', withdrawn: 'withdrawn', resent: 'sent again' },
}
export const messages = { zh, en }
