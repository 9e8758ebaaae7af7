export const messages = {
  zh: {
    report: '研判报告', preview: '预览 · 尚未保存', by: '{author}', made: '{at} 保存', method: '方法', parameters: '参数', size: '分析警情', sizeOf: '{n} 起', before: '上一等长时段 {n} 起', leftOut: '未计入', nothingLeftOut: '无',
    map: '地图', mapFailed: '地图没有画成', mapAgain: '再画一次', mapDrawing: '正在画地图', legendCells: '{n} 格', mapNote: '六边形边长约 {n} 米；图上编号见表。', zonesNote: '黑框：区域。', 
    conclusions: '结论与建议', clock: '一周时段', clockNote: '颜色越深越多；不知确切时间的按区间均摊{none}。', clockNone: '，{n} 起不知钟点未计', hour: '时',
    table: '最突出的网格', clusterTable: '最大的几团', bands: '近重复：观察数是偶然的几倍', bandsNote: '粗体：不像偶然（p ≤ 0.05）。', trend: '每日起数与趋势', trendNote: '细线：每日起数；粗线：趋势；灰带：往后的预期区间。', place: '中心坐标', judgement: '检验：是否胜过简单计数', windows: '{n} 次回测的均值与 95% 区间', withoutArea: 'PAI 离开面积占比没有意义。',
    ours: '本图', prior: '过去计数', chance: '随机', pai: 'PAI', pei: 'PEI*', hit_rate: '命中率', recapture: '再现率', area_share: '面积占比',
    zones: '区域', zone: '{name}（第 {n} 版）', limits: '局限', limitsOwn: '热点说的是地方，不是人。', sources: '方法出处', data: '数据', dataOf: '本系统警情，截至 {at}，数据版本 {revision}', resolution: 'H3 {n} 级网格',
    link: '扫码或打开此链接看原报告，可按同一问题重新计算', watermark: '{viewer} · {at} 打印 · 报告 {id} · 内部资料，注意保密', watermarkPreview: '{viewer} · {at} · 预览，未保存',
    again: '按此问题重算', print: '打印 / 存为 PDF', back: '返回', csv: 'CSV', geojson: 'GeoJSON', png: 'PNG 地图', tooLong: '内容超过一页 A4：缩短结论，或在保存前少选几项。',
    moved: '此后警情数据已更新（报告用的版本 {then}，现在 {now}）：重算的数字会不同。', same: '警情数据自报告以来没有变化：重算会得到相同的数字。', notFound: '没有这份报告', notFoundDetail: '链接可能不完整，或报告不在您可看的范围内。',
  },
  en: {
    report: 'Analysis report', preview: 'Preview · not saved', by: '{author}', made: 'saved {at}', method: 'Method', parameters: 'Parameters', size: 'Analysed', sizeOf: '{n} incidents', before: '{n} in the window of equal length before', leftOut: 'Left out', nothingLeftOut: 'none',
    map: 'Map', mapFailed: 'The map could not be drawn', mapAgain: 'Draw it again', mapDrawing: 'Drawing the map', legendCells: '{n} cells', mapNote: 'Hexagons with edges of about {n} m; numbers refer to the table.', zonesNote: 'Black outline: zone.', 
    conclusions: 'Conclusions', clock: 'Hours of the week', clockNote: 'Darker is more; an incident of unknown hour is spread over its interval{none}.', clockNone: ', {n} without a known hour are not counted', hour: 'h',
    table: 'Cells that stand out', clusterTable: 'The largest clusters', bands: 'Near repeats: how many times what chance gives', bandsNote: 'Bold: more than chance (p ≤ 0.05).', trend: 'Incidents a day, and the trend', trendNote: 'Thin: a day’s incidents. Thick: the trend. Grey: the interval of what is expected next.', place: 'Middle', judgement: 'Judgement: does it foresee more than counting?', windows: 'mean and 95 % interval over {n} windows', withoutArea: 'PAI means nothing without the share of area.',
    ours: 'This map', prior: 'Prior counts', chance: 'Chance', pai: 'PAI', pei: 'PEI*', hit_rate: 'Hit rate', recapture: 'Recapture', area_share: 'Area share',
    zones: 'Zones', zone: '{name} (version {n})', limits: 'Limits', limitsOwn: 'Hot spots are of places, not of people.', sources: 'Method after', data: 'Data', dataOf: 'incidents of this system as of {at}, revision {revision}', resolution: 'H3 cells of resolution {n}',
    link: 'Scan or open to see the report and to ask the same again', watermark: 'Printed by {viewer}, {at} · report {id} · internal, handle with care', watermarkPreview: '{viewer}, {at} · preview, not saved',
    again: 'Ask this again', print: 'Print / save as PDF', back: 'Back', csv: 'CSV', geojson: 'GeoJSON', png: 'PNG map', tooLong: 'This is more than one A4 page: shorten the conclusions, or include less before saving.',
    moved: 'The incident data has moved on since (report: revision {then}, now {now}): asking again gives other figures.', same: 'The incident data is what it was: asking again gives the same figures.', notFound: 'No such report', notFoundDetail: 'The link may be incomplete, or the report is not yours to see.',
  },
}
