export const messages = {
  zh: {
    label: '搜索', hint: '地址、场所、警情号、警力…', short: '请至少输入两个字，或拼音首字母（如 lqxl）',
    none: '没有找到“{q}”', noneDetail: '试试路名加门牌、小区名、拼音首字母，或完整的警情编号。',
    recent: '最近查看', recentNote: '只保存在本页面，刷新即清除', results: '{n} 条结果', searching: '正在搜索', clear: '清空', close: '关闭搜索',
    matched: { text: '', pinyin: '拼音', initials: '拼音首字母', number: '编号', typo: '近似' },
    keys: '↑↓ 选择 · 回车打开 · Esc 关闭', open: '搜索',
  },
  en: {
    label: 'Search', hint: 'Address, place, incident, unit…', short: 'Type at least two characters, or pinyin initials (such as lqxl)',
    none: 'Nothing found for “{q}”', noneDetail: 'Try a road with a number, an estate, pinyin initials or a full incident number.',
    recent: 'Recently opened', recentNote: 'Kept in this page only; a reload forgets it', results: '{n} results', searching: 'Searching', clear: 'Clear', close: 'Close search',
    matched: { text: '', pinyin: 'pinyin', initials: 'initials', number: 'number', typo: 'similar' },
    keys: '↑↓ choose · Enter opens · Esc closes', open: 'Search',
  },
}
