export const messages = {
  zh: { figures: '关键数字', inView: '视野内', asOf: '截至 {time}', window: '近 {window}', '24h': '24 小时', '7d': '7 天', '30d': '30 天', '1y': '1 年', now: '当前' },
  en: { figures: 'Key figures', inView: 'in view', asOf: 'as of {time}', window: 'last {window}', '24h': '24 h', '7d': '7 days', '30d': '30 days', '1y': 'year', now: 'now' },
}
