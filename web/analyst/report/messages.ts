export const messages = {
  zh: {
    noAnswer: '先得出结果', noAnswerDetail: '报告写的是一个已经得出的结果：在左侧提问并运行，再回到这里。', old: '问题已改动，报告写的仍是所示结果的问题。',
    title: '标题', titlePlaceholder: '例如：思明区夜间盗窃热点', conclusions: '结论与建议', conclusionsPlaceholder: '用自己的话写：看到什么，建议做什么，还不确定什么',
    include: '包括', part: { map: '地图', clock: '一周时段', figures: '最突出的网格', judgement: '检验结论', zones: '区域' }, noJudgement: '（还没有检验）', judgementOld: '（检验的是另一个问题）', noZones: '（没有生效中的区域）',
    zones: '哪些区域', language: '报告语言', zh: '中文', en: 'English', preview: '预览', save: '保存报告', saving: '正在保存', saveHint: '保存后冻结，不能再改；数据以后更新，报告不变。',
    missing: { title: '请填标题' }, previewTitle: '预览', close: '关闭', saved: '已保存，打开报告', list: '已存的报告', none: '还没有报告', noneDetail: '保存的报告列在这里，可打开、打印、下载。', by: '{author} · {at}', more: '显示更多',
  },
  en: {
    noAnswer: 'Get an answer first', noAnswerDetail: 'A report is of an answer that there is: ask on the left, run it, and come back.', old: 'The question was changed; the report is of the question that the shown answer belongs to.',
    title: 'Title', titlePlaceholder: 'e.g. Thefts at night in Siming', conclusions: 'Conclusions', conclusionsPlaceholder: 'In your own words: what was seen, what to do, what isn’t sure',
    include: 'Include', part: { map: 'Map', clock: 'Hours of the week', figures: 'Cells that stand out', judgement: 'Judgement', zones: 'Zones' }, noJudgement: '(not judged yet)', judgementOld: '(another question was judged)', noZones: '(no active zones)',
    zones: 'Which zones', language: 'Language of the report', zh: '中文', en: 'English', preview: 'Preview', save: 'Save report', saving: 'Saving', saveHint: 'Saved reports are frozen: later data don’t change them, nor can you.',
    missing: { title: 'Give it a title' }, previewTitle: 'Preview', close: 'Close', saved: 'Saved: open the report', list: 'Saved reports', none: 'No reports yet', noneDetail: 'Saved reports are listed here, to open, print and download.', by: '{author} · {at}', more: 'Show more',
  },
}
