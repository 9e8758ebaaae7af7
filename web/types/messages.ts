export const messages = {
  zh: { find: '拼音首字母、汉字或代码，如 dq', none: '没有匹配“{q}”的类别', change: '更改', list: '警情类别', notPolice: '非警务' },
  en: { find: 'Initials of pinyin, words or code, e.g. dq', none: 'No type matches “{q}”', change: 'Change', list: 'Incident types', notPolice: 'not police' },
}
