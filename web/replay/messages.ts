export const messages = {
  zh: {
    title: '回放', notLive: '非实时', back: '返回实时', forbidden: '您的角色不能回放', forbiddenDetail: '回放含警力轨迹，只对指挥调度、所领导和审计开放。请联系系统管理员。',
    form: '选择回放时段', what: '回放警情、在岗警力轨迹和覆盖情况。每次回放都记入审计。', from: '开始', to: '结束', zone: '{zone} 时间，最长 24 小时',
    purpose: '回放理由', purposeHint: '例如：复盘 21 日晚五缘湾警情处置', area: '范围', view: '当前画面', city: '全市', go: '开始回放并记入审计', loading: '正在取数',
    fault: { unreadable: '请填写开始和结束时间', backwards: '开始必须早于结束', 'too long': '最长 24 小时，请缩短', future: '还没有发生', purpose: '请写明理由（至少 2 个字）' },
    trimmed: '时间轴所选超过 24 小时，已取其最后 24 小时。', play: '播放', pause: '暂停', speed: '速度', scrub: '回放时刻', units: '在岗警力 {n}', incidents: '未结警情 {n}', other: '换时段',
    truncated: '数据过多，只回放了一部分。请缩短时段或缩小范围。', empty: '该时段没有警情和轨迹', emptyDetail: '轨迹只保留规定的天数；请换一个时段。',
    coverage: '此刻覆盖', coverageOff: '隐藏覆盖', coverageAt: '{name} · {time} · 空档 {n} 格', coverageLate: '时刻已变，覆盖是 {time} 的', computing: '正在计算', rule: '快反圈', map: '回放地图',
  },
  en: {
    title: 'Replay', notLive: 'not live', back: 'Back to live', forbidden: 'Your role may not replay', forbiddenDetail: 'A replay shows where units were. It is for dispatchers, chiefs and auditors; ask your administrator.',
    form: 'Choose a window', what: 'Plays incidents, tracks of units on duty, and coverage. Every replay is entered in the audit log.', from: 'From', to: 'To', zone: 'Time in {zone}, 24 hours at most',
    purpose: 'Reason', purposeHint: 'e.g. review of the evening of the 21st', area: 'Area', view: 'What the map showed', city: 'Whole city', go: 'Replay, and enter it in the log', loading: 'Fetching',
    fault: { unreadable: 'Fill in both times', backwards: 'The start must come before the end', 'too long': '24 hours at most', future: 'That hasn’t happened yet', purpose: 'Say why (two characters at least)' },
    trimmed: 'The timeline’s window was longer than 24 hours; its last 24 hours are taken.', play: 'Play', pause: 'Pause', speed: 'Speed', scrub: 'Instant', units: '{n} units on duty', incidents: '{n} open incidents', other: 'Another window',
    truncated: 'There was too much: only a part is played. Choose a shorter window or a smaller area.', empty: 'No incidents and no tracks in this window', emptyDetail: 'Tracks are kept for a limited number of days; try another window.',
    coverage: 'Coverage now shown', coverageOff: 'Hide coverage', coverageAt: '{name} · {time} · {n} cells without cover', coverageLate: 'The instant has moved; coverage is of {time}', computing: 'Computing', rule: 'Circle', map: 'Replay map',
  },
}
