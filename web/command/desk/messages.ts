const zh = {
  desk: '处警', close: '关闭', fly: '在地图上定位', copy: '复制编号', copied: '已复制', copyFailed: '浏览器不允许复制', at: '{time} 受理', taken: '接警为 {type}', inStatus: '{status} {span}', mergedInto: '已并入另一起警情', openIt: '查看', missing: '找不到这起警情',
  undo: '撤销', undoing: '可撤销，还剩 {left}', result: '处置结果', noSummary: '未填简要警情', restrictedNote: '简要警情与地址只向辖区显示',
  units: '警力', assigned: '派出 {at}', accepted: '接受 {at}', arrived: '到场 {at}', unaccepted: '未确认', expected: '预计 {n} 分钟', due: '{n} 分后到', late: '迟 {n} 分', onScene: '到场 {span}', standDown: '撤回', standDownWhy: '撤回原因', standDownGo: '撤回 {unit}', standReasons: '警力已够 / 另有急警 / 误派',
  moves: '进展', moveTo: { received: '退回待派', dispatched: '改为已派', enroute: '出发', on_scene: '到场', handled: '处置完毕', closed: '结案', transferred: '移交', returned: '部门退回' },
  notes: '备注', noteHint: '记一笔（不写姓名、电话、证件号）', noteSend: '记下', timeline: '处警过程', actor: '{actor}', recorded: '{time} 补记', undone: '已撤销', empty: '还没有记录', hidden: '处警过程只向办理派出所的指挥人员显示', quiet: '{n} 条', history: '同址情况',
  correct: '更正类别、地点、级别', correctSave: '保存更正', gradeAs: '{n} 级', locationText: '位置说明', summary: '简要警情', unchanged: '没有改动', newPlace: '新地点',
  mergeTitle: '合并重复警情', mergeHint: '编号后几位或类别', mergeGo: '并入 {number}', mergeNone: '没有其他未办结警情', mergedHere: '已并入本案 {n} 起', unmerge: '取消合并', undoMerge: '本案已并入他案，可取消合并。', mergeAsk: '并入后本案随 {number} 一起处置。',
  resultTitle: '反馈与结案', resolvedAs: '反馈类别', resultText: '处置结果', resultHint: '怎么处理的、结果如何', resultSave: '只反馈', resultClose: '反馈并结案', resultNeed: '请选反馈类别并写明处置结果', resultFrees: '结案后 {n} 个警力转为空闲', sameAsTaken: '与接警类别相同', closed: '已结案',
  late5: '撤销已过 5 分钟', noPoint: '没有坐标：请先改正地点', shift: '显示',
}
const en: typeof zh = {
  desk: 'Incident desk', close: 'Close', fly: 'Show on the map', copy: 'Copy number', copied: 'Copied', copyFailed: 'The browser won’t copy', at: 'taken {time}', taken: 'taken as {type}', inStatus: '{status} for {span}', mergedInto: 'Merged into another incident', openIt: 'Open', missing: 'No such incident',
  undo: 'Undo', undoing: 'undo within {left}', result: 'Result', noSummary: 'No summary', restrictedNote: 'Summary and address are for the station in charge',
  units: 'Units', assigned: 'sent {at}', accepted: 'accepted {at}', arrived: 'on scene {at}', unaccepted: 'not confirmed', expected: '{n} min expected', due: 'in {n} min', late: '{n} min late', onScene: 'on scene {span}', standDown: 'Stand down', standDownWhy: 'Why', standDownGo: 'Stand {unit} down', standReasons: 'Enough units / More urgent call / Sent by mistake',
  moves: 'Progress', moveTo: { received: 'Back to waiting', dispatched: 'Dispatched', enroute: 'En route', on_scene: 'On scene', handled: 'Handled', closed: 'Close', transferred: 'Hand over', returned: 'Returned' },
  notes: 'Note', noteHint: 'Add a note (no names, phones, identity numbers)', noteSend: 'Add', timeline: 'Timeline', actor: '{actor}', recorded: 'recorded {time}', undone: 'undone', empty: 'Nothing recorded yet', hidden: 'The timeline is for those who handle it at the station', quiet: '{n}', history: 'This place',
  correct: 'Correct type, place or grade', correctSave: 'Save', gradeAs: 'grade {n}', locationText: 'Where exactly', summary: 'What happened', unchanged: 'Nothing changed', newPlace: 'New place',
  mergeTitle: 'Merge a repeated call', mergeHint: 'End of the number, or type', mergeGo: 'Merge into {number}', mergeNone: 'No other open incident', mergedHere: '{n} merged into this', unmerge: 'Unmerge', undoMerge: 'This was merged into another; it can be taken out again.', mergeAsk: 'It is then handled together with {number}.',
  resultTitle: 'Result and closing', resolvedAs: 'Found to be', resultText: 'What came of it', resultHint: 'What was done, how it ended', resultSave: 'Save the result', resultClose: 'Save and close', resultNeed: 'Choose what it proved to be and say what came of it', resultFrees: '{n} units become available', sameAsTaken: 'as taken', closed: 'Closed',
  late5: 'the 5 minutes are over', noPoint: 'No coordinates: correct its place first', shift: 'Show',
}
export const messages = { zh, en }
