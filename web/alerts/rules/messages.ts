export const messages = {
  zh: {
    title: '告警规则与快反圈', close: '关闭', alerts: '告警规则', circles: '快反圈', add: '新建', edit: '修改', remove: '删除', save: '保存', cancel: '取消', on: '启用', undo: '撤销', removed: '已删除“{name}”',
    only: '规则由指挥长或系统管理员修改；当前账号只能查看', noneAlerts: '没有告警规则', noneCircles: '没有快反圈', noneDetail: '点“新建”添加第一条。',
    kind: { incident: '重大警情', burst: '警情突增', unanswered: '超时未派', unit_timer: '状态超时', stale_unit: '定位中断', void: '覆盖空档', handover: '移交超期', outbox: '送达失败', roll_call: '点名未应答' },
    about: {
      incident: '所选类别的未结警情，以及任何被定为一级的警情', burst: '时段内起数达到下限，且多于前 8 周每一周的同一时段', unanswered: '接警后超过所设分钟仍未派警', unit_timer: '超过状态字典的提醒、告警时限；此处填写的分钟代替告警时限', stale_unit: '在岗警力超过所设分钟没有定位（不填为 30）',
      void: '快反圈空档超过该圈的告警时限；此处可要求更久', handover: '移交到期未办结；可再宽限若干分钟', outbox: '投递外部门失败超过所设分钟（不填为 15）', roll_call: '点名到时未应答；可再宽限若干分钟',
    },
    name: '名称', nameEn: '英文名称', kindLabel: '类型', types: '警情类别代码（逗号分隔，空为全部）', where: '辖区', everywhere: '全市', otherDivision: '其他辖区 #{id}', area: '画定区域', useArea: '使用当前画定的区域', noArea: '不限', hasArea: '已限定区域', clear: '清除',
    hours: '时段', allDay: '全天', to: '至', weekdays: '星期', days: { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' },
    thresholdCount: '起数下限', thresholdMinutes: '分钟', window: '统计时段（分钟）', quiet: '静默（分钟）', quietHint: '同一对象的告警结束后，多久之内不再告警', escalate: '升级（分钟无人接手）', never: '不升级', grade: '级别', grades: { 1: '一级', 2: '二级', 3: '三级' }, sound: '提示音',
    code: '代码', minutes: '到场时限（分钟）', tied: '绑定', force: '警力类型', place: '场所类别', unitKinds: '计入的警力（不选为全部可派警力）', placeKinds: '场所类别', voidAfter: '空档告警（分钟）', order: '次序', stations: '限于派出所（不选为全市）',
    summary: { types: '类别 {list}', hours: '{from}:00–{to}:00', days: '周{list}', threshold: '{n} 分钟', count: '{minutes} 分钟内 {n} 起', quiet: '静默 {n} 分钟', escalate: '{n} 分钟无人接手则升级', limit: '{n} 分钟到场', void: '空档 {n} 分钟告警', city: '全市', some: '{n} 个辖区' },
    unit: { officer: '步巡民警', patrol_car: '巡逻车', motorcycle: '摩托车', post: '固定岗', reserve: '备勤组' },
  },
  en: {
    title: 'Alert rules and response circles', close: 'Close', alerts: 'Alert rules', circles: 'Response circles', add: 'New', edit: 'Change', remove: 'Remove', save: 'Save', cancel: 'Cancel', on: 'On', undo: 'Undo', removed: '“{name}” is removed',
    only: 'Chiefs and administrators change the rules; this account may read them', noneAlerts: 'No alert rules', noneCircles: 'No response circles', noneDetail: '“New” makes the first one.',
    kind: { incident: 'Serious incident', burst: 'Burst', unanswered: 'Nobody sent', unit_timer: 'Too long in a status', stale_unit: 'No position', void: 'Void', handover: 'Hand-over overdue', outbox: 'Delivery stuck', roll_call: 'Roll-call unanswered' },
    about: {
      incident: 'Open incidents of these types, and any that was graded 1', burst: 'At least so many in the window, and more than in the same window of any of the eight weeks before', unanswered: 'Nobody sent so many minutes after the call', unit_timer: 'Beyond the minutes of the status dictionary; minutes here replace those of the alert', stale_unit: 'On duty and no position for so many minutes (30 unless given)',
      void: 'A void that lasts beyond the circle\'s own minutes; here it can be made to wait longer', handover: 'Not ended when due; so many minutes of grace', outbox: 'Not delivered for so many minutes (15 unless given)', roll_call: 'Not answered when due; so many minutes of grace',
    },
    name: 'Name (Chinese)', nameEn: 'Name', kindLabel: 'Kind', types: 'Type codes (comma-separated; empty for all)', where: 'Station', everywhere: 'Whole city', otherDivision: 'Another division, #{id}', area: 'Drawn area', useArea: 'Take the area that is drawn now', noArea: 'Anywhere', hasArea: 'Within an area', clear: 'Clear',
    hours: 'Hours', allDay: 'All day', to: 'to', weekdays: 'Weekdays', days: { 1: 'Mo', 2: 'Tu', 3: 'We', 4: 'Th', 5: 'Fr', 6: 'Sa', 7: 'Su' },
    thresholdCount: 'Incidents at least', thresholdMinutes: 'Minutes', window: 'Window (minutes)', quiet: 'Quiet (minutes)', quietHint: 'How long the same thing is left alone after its alert ended', escalate: 'Escalate after (minutes)', never: 'never', grade: 'Grade', grades: { 1: 'Grade 1', 2: 'Grade 2', 3: 'Grade 3' }, sound: 'Sound',
    code: 'Code', minutes: 'Arrival within (minutes)', tied: 'Tied to', force: 'Kinds of force', place: 'Classes of place', unitKinds: 'Units that count (none chosen: all that can be sent)', placeKinds: 'Classes of place', voidAfter: 'Alert on voids after (minutes)', order: 'Order', stations: 'Only these stations (none chosen: whole city)',
    summary: { types: 'types {list}', hours: '{from}:00–{to}:00', days: '{list}', threshold: '{n} min', count: '{n} in {minutes} min', quiet: 'quiet {n} min', escalate: 'escalates after {n} min', limit: 'within {n} min', void: 'alert after {n} min void', city: 'whole city', some: '{n} divisions' },
    unit: { officer: 'Officers on foot', patrol_car: 'Patrol cars', motorcycle: 'Motorcycles', post: 'Posts', reserve: 'Reserves' },
  },
}
