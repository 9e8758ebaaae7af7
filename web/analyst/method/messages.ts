export const messages = {
  zh: {
    method: '方法', parameters: '参数', automatic: '自动计算', computed: '自动：{value}', usual: '默认 {value}', usualOnes: '默认', reset: '改回自动', resetUsual: '改回默认', resolution: '网格大小', resolutionHint: '边长约 {n}，全城同一套六边形；越小越细，每格警情越少',
    metres: '{n} 米', kilometres: '{n} 公里', wrongNumber: '须是 {least} 到 {most} 之间的数', wrongWhole: '须是 {least} 到 {most} 之间的整数', wrongNumbers: '须是 1 到 20 个递增的正数，用逗号分开', source: '出处', noParameters: '这个方法没有参数',
  },
  en: {
    method: 'Method', parameters: 'Parameters', automatic: 'computed', computed: 'computed: {value}', usual: 'usually {value}', usualOnes: 'usual', reset: 'compute again', resetUsual: 'back to usual', resolution: 'Size of cells', resolutionHint: 'Edges of about {n}; one grid for the whole city. Smaller cells show more and hold fewer incidents',
    metres: '{n} m', kilometres: '{n} km', wrongNumber: 'must be a number from {least} to {most}', wrongWhole: 'must be a whole number from {least} to {most}', wrongNumbers: 'must be 1 to 20 rising numbers above 0, parted by commas', source: 'Source', noParameters: 'This method takes no parameters',
  },
}
