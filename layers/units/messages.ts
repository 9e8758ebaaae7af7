export const messages = {
  zh: { since: '已 {span}', fix: '定位 {age}', staleFix: '定位已过期，{age}', shift: '下岗 {at}', crew: '{n} 人', shiftOver: '已超时未下岗' },
  en: { since: 'for {span}', fix: 'fix {age}', staleFix: 'stale fix, {age}', shift: 'shift ends {at}', crew: 'crew of {n}', shiftOver: 'shift is over' },
}
