export const messages = {
  zh: {
    title: '接警', close: '收起（保留已填内容）', clear: '清空', type: '类别', typeHint: '拼音首字母，如 dq = 盗窃', typeNone: '没有匹配的类别，试试两个首字母或汉字', typeChange: '改类别', gradeOf: '{n} 级', nonPolice: '通常属其他部门',
    place: '地点', placeHint: '地址、小区、场所，或扫码', placeNone: '没有找到，可在地图上点选', placeShort: '再输入一个字', pick: '地图点选', picking: '请在地图上点选位置', scan: '扫码', drag: '标记可拖动', code: '已按地址码定位', codeMissing: '没有这个地址码：{code}', onMap: '地图点选 {at}', change: '改地点', byAddress: '标准地址', near: '附近：{address}', station: '属{station}',
    locationText: '补充位置', locationHint: '楼层、入口、旁边的店名', summary: '简要警情', summaryHint: '发生了什么、几个人、有无受伤、有无器械', reminder: '不写姓名、电话、身份证号：上图的警情不留个人信息。', personal: { identity: '这里像有一个身份证号（18 位），请删去后再提交。系统不保存身份证号。', phone: '这里像有一个手机号，请删去后再提交。回拨号码留在接警台。' },
    channel: '来源', grade: '级别', gradeAuto: '按类别', occurred: '发生时间', occurredNote: '不填为接警时刻', from: '起', to: '止', order: '“止”早于“起”', more: '来源、级别、发生时间',
    submit: '受理', submitMerge: '受理并并入 {number}', enter: '回车受理 · Shift+回车换行', needType: '请选类别', needPlace: '请定位：搜索地址、扫码或在地图上点选', failed: '没有提交成功，已填内容都在', again: '重试',
    here: '30 天内第 {n} 起', first: '30 天内首次', year: '一年 {n} 起', disputes: '有未结纠纷 {n} 件', overdue: '逾期', disputesHidden: '纠纷不在您的查看范围', latest: '该处近期警情', openNearby: '附近未办结', metres: '{n} 米', merge: '并入', merging: '将并入', unmerge: '取消并入', looking: '查同址历史', grades: '{grade} 级',
    camera: { title: '扫地址码', hint: '把门牌上的二维码放进画面', none: '没有可用的摄像头。可用扫码枪，或把链接粘贴到地点栏。', denied: '浏览器没有允许使用摄像头。请在地址栏里允许，或用扫码枪。', other: '这不是地址码：{text}' },
    forbidden: '您的角色不能接警', forbiddenDetail: '接警由指挥调度员或所长进行。请把情况告知指挥室值班员。',
  },
  en: {
    title: 'Take a call', close: 'Put aside (what was typed stays)', clear: 'Clear', type: 'Type', typeHint: 'Pinyin initials or words: dq, theft', typeNone: 'No such type: try two initials or a word', typeChange: 'Change', gradeOf: 'grade {n}', nonPolice: 'usually another department’s',
    place: 'Place', placeHint: 'Address, estate, venue, or scan', placeNone: 'Not found: point at it on the map', placeShort: 'Type one more character', pick: 'On the map', picking: 'Click the place on the map', scan: 'Scan', drag: 'The marker can be dragged', code: 'Placed by its address code', codeMissing: 'No such address code: {code}', onMap: 'Point on the map {at}', change: 'Change', byAddress: 'Standard address', near: 'Near {address}', station: 'belongs to {station}',
    locationText: 'Where exactly', locationHint: 'Floor, entrance, the shop next to it', summary: 'What happened', summaryHint: 'What, how many people, injuries, weapons', reminder: 'No names, phone or identity numbers: incidents on the map hold no personal data.', personal: { identity: 'This looks like an identity number (18 digits). Remove it to go on; identity numbers are not kept here.', phone: 'This looks like a mobile number. Remove it to go on; call-back numbers stay with the switchboard.' },
    channel: 'Source', grade: 'Grade', gradeAuto: 'by type', occurred: 'Occurred', occurredNote: 'empty: when it was taken', from: 'from', to: 'to', order: '“to” is before “from”', more: 'Source, grade, time',
    submit: 'Take it', submitMerge: 'Take it and merge into {number}', enter: 'Enter takes it · Shift+Enter new line', needType: 'Choose a type', needPlace: 'Say where: search, scan or point at the map', failed: 'Not sent; everything you typed is still here', again: 'Try again',
    here: 'call no. {n} here in 30 days', first: 'first here in 30 days', year: '{n} in a year', disputes: '{n} open disputes', overdue: 'overdue', disputesHidden: 'disputes here are not yours to see', latest: 'Latest here', openNearby: 'Open nearby', metres: '{n} m', merge: 'merge into', merging: 'will be merged into', unmerge: 'don’t merge', looking: 'looking up this place', grades: 'grade {grade}',
    camera: { title: 'Scan an address code', hint: 'Hold the door plate’s code into the picture', none: 'No camera here. Use a scanner, or paste the link into the place field.', denied: 'The browser does not allow the camera. Allow it in the address bar, or use a scanner.', other: 'Not an address code: {text}' },
    forbidden: 'Your role does not take calls', forbiddenDetail: 'Dispatchers and chiefs do. Tell the command room what you know.',
  },
}
