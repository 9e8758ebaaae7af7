export const messages = {
  zh: {
    close: '关闭', back: '返回列表', details: '查看详情', zoomIn: '放大查看',
    several: '此处有 {n} 项', onlyNewest: '只列出最新的 {n} 项；缩短时间或加筛选可减少', cluster: '此处聚合 {n} 项', clusterHidden: '此处 1–9 项（未达公开下限）',
    record: '记录', area: '区域统计', everything: '该地址全部信息', fields: '登记信息', asOf: '截至 {time}', updated: '{age} 更新',
    fly: '地图定位', station: '管辖', partial: '仅显示图块中的内容', open: '打开',
    restricted: {
      title: '受限信息', fill: '填写查看理由', what: '包含：{names}。查看会记入审计日志：何人、何时、何事、为何。',
      purpose: '查看理由', hint: '例如：出警前核实地点', submit: '查看并记入审计', tooShort: '请写明理由（2–200 字）',
      shown: '已按“{purpose}”查看，已记入审计', no: '您不能查看受限信息',
      askStation: '请联系{station}，或由其授权的岗位。', ask: '请联系管辖派出所。', quick: { respond: '出警处置', revisit: '上门回访', check: '信息核对' },
    },
    none: { title: '点选地图上的对象', detail: '或在上方搜索地址、场所、警情号，这里显示它的完整记录和同一地址的全部信息。' },
    address: {
      chain: '地址层级', surveyed: '采集于 {age}', children: '下级地址',
      total: '共 {n} {of}', shownOf: '最近 {n} {of}，共 {total} {of}', more: '再显示 {n} 条', less: '收起', none: '无',
      notReadable: '您不能查看此处的{what}', askStation: '由{station}管辖，请联系该所。', quiet: '此地址没有警情、纠纷、场所和设施记录',
      recent: '近 30 天 {n} {of}', find: '在下级地址中查找', noMatch: '没有匹配“{q}”的下级地址', childrenLimited: '显示 {n} 个，共 {total} 个',
    },
  },
  en: {
    close: 'Close', back: 'Back to the list', details: 'Details', zoomIn: 'Zoom in',
    several: '{n} things here', onlyNewest: 'The newest {n} only; shorten the time or filter to see fewer', cluster: '{n} items here', clusterHidden: '1 to 9 items here (below the disclosure limit)',
    record: 'Record', area: 'Area', everything: 'Everything at this address', fields: 'Record', asOf: 'as of {time}', updated: 'updated {age}',
    fly: 'Show on map', station: 'Station', partial: 'Only what the map itself holds', open: 'Open',
    restricted: {
      title: 'Restricted', fill: 'Give a purpose to read', what: 'Holds: {names}. Reading is written to the audit log: who, when, what and why.',
      purpose: 'Purpose', hint: 'e.g. checking the place before going', submit: 'Read and log', tooShort: 'Say why (2 to 200 characters)',
      shown: 'Read for “{purpose}”, logged', no: 'You may not read restricted properties',
      askStation: 'Ask {station}, or someone it authorised.', ask: 'Ask the station in charge.', quick: { respond: 'Responding', revisit: 'Revisit', check: 'Checking data' },
    },
    none: { title: 'Choose something on the map', detail: 'Or search above for an address, a place or an incident number. Its full record and everything at the same address appear here.' },
    address: {
      chain: 'Address', surveyed: 'surveyed {age}', children: 'Below this address',
      total: '{n} in all', shownOf: 'latest {n} of {total}', more: 'Show {n} more', less: 'Show less', none: 'none',
      notReadable: '{what}: not readable here', askStation: '{station} is in charge; ask there.', quiet: 'No incidents, disputes, places or facilities recorded here',
      recent: '{n} in the last 30 days', find: 'Find below this address', noMatch: 'Nothing below matches “{q}”', childrenLimited: '{n} of {total} shown',
    },
  },
}
