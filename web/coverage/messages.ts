export const messages = {
  zh: {
    title: '覆盖与空档', on: '显示覆盖', rule: '快反圈', minutes: '分钟内', over: '超时', standing: '一直未覆盖', fresh: '新空档', lasting: '持续 {n} 分钟以上',
    demand: '近 90 天警情 {n} 可及时到达', residents: '居民 {n} / {total}', counted: '计入 {n} 个可派警力', asOf: '截至 {time}',
    none: '没有新空档', freshVoids: '新空档 {n} 处 · 最长 {span}', standingCells: '{n} 格一直未覆盖', loading: '正在计算…', building: '路网尚在构建，稍后自动显示', failed: '覆盖未更新', noRules: '没有启用的快反圈',
    void: '空档 {span}', voidTitle: '空档', close: '关闭', cells: '{n} 格 · 约 {area} 平方公里', since: '自 {time} 起', neverCovered: '自开始统计即未覆盖',
    by: '以下可补上（按可补格数、路程排列）', nothing: '近处没有岗点、派出所或忙碌警力能补上此空档', closes: '补 {n} 格', away: '{n} 分钟路程', unreachable: '无路可达',
    kinds: { post: '警务站', station: '派出所', unit: '警力（完成当前任务后）' }, closuresFailed: '未能查询补位方案', retry: '重试', ended: '此空档已消除', legend: '颜色为最近可派警力沿道路到达所需时间',
  },
  en: {
    title: 'Coverage and voids', on: 'Show coverage', rule: 'Response circle', minutes: 'minutes', over: 'Too late', standing: 'Never covered', fresh: 'New void', lasting: 'For {n} min or more',
    demand: '{n} of the calls of 90 days in time', residents: 'Residents {n} / {total}', counted: '{n} units count', asOf: 'As of {time}',
    none: 'No new voids', freshVoids: '{n} new voids · longest {span}', standingCells: '{n} cells never covered', loading: 'Being computed…', building: 'The road network is being built; this appears by itself', failed: 'Coverage is not up to date', noRules: 'No response circle is on',
    void: 'Void {span}', voidTitle: 'Void', close: 'Close', cells: '{n} cells · about {area} km²', since: 'Since {time}', neverCovered: 'Not covered since counting began',
    by: 'What would close it, most cells first', nothing: 'No post, station or busy unit nearby would close this void', closes: 'closes {n}', away: '{n} min by road', unreachable: 'no way by road',
    kinds: { post: 'Police post', station: 'Station', unit: 'Unit, once it is free' }, closuresFailed: 'What would close it could not be asked', retry: 'Try again', ended: 'This void has closed', legend: 'Colour is how long the soonest unit takes by road',
  },
}
