export const messages = {
  zh: { raise: '展开面板', lower: '收起面板' },
  en: { raise: 'Expand panel', lower: 'Lower panel' },
}
