export const messages = {
  zh: {
    tools: '量测与框选', distance: '测距', surface: '测面积', polygon: '多边形框选', rectangle: '矩形框选', circle: '圆形框选', freehand: '手绘框选',
    hint: {
      distance: '点击加点，双击或回车结束', surface: '点击加点，点首点或回车结束', polygon: '点击加点，点首点或回车结束',
      rectangle: '点两个对角，或按住拖动', circle: '点圆心再点边，或按住拖动', freehand: '点击开始，沿边移动，再点击结束',
    },
    undo: '撤销', cancel: '取消', again: '重新量', done: '结束', legs: '{n} 段', radius: '半径 {text}',
    area: '区域统计', areaOf: '面积 {text}', clear: '清除', cleared: '已清除区域', restore: '恢复', close: '关闭',
    window: '{from} 至 {to}', total: '记录', rows: '{n} {of}', none: '区域内没有', noLayers: '没有打开的图层', noLayersDetail: '在左侧打开图层后，这里给出区域内的数量。',
    omitted: '只含您管辖派出所的记录；其他派出所的不计入，以免由小区域推知个案。',
    notInLink: '边界点过多，链接不含此区域', csv: '复制为 CSV', copied: '已复制', copyFailed: '浏览器不允许复制', asOf: '截至 {time}',
    without: '未填', other: '其他 {n} 类', column: { layer: '图层', what: '项目', value: '数量', unit: '单位', note: '说明' },
    crossed: '边界自相交，请重新画', tooSmall: '区域太小，请重新画',
  },
  en: {
    tools: 'Measure and select', distance: 'Measure distance', surface: 'Measure area', polygon: 'Select by polygon', rectangle: 'Select by rectangle', circle: 'Select by circle', freehand: 'Select freehand',
    hint: {
      distance: 'Click to add points; double-click or Enter ends', surface: 'Click to add corners; click the first one or press Enter to end', polygon: 'Click to add corners; click the first one or press Enter to end',
      rectangle: 'Click two opposite corners, or drag', circle: 'Click the middle, then the edge, or drag', freehand: 'Click to begin, move along the edge, click to end',
    },
    undo: 'Undo', cancel: 'Cancel', again: 'Measure again', done: 'Done', legs: '{n} legs', radius: 'radius {text}',
    area: 'Area', areaOf: 'area {text}', clear: 'Clear', cleared: 'Area cleared', restore: 'Bring back', close: 'Close',
    window: '{from} to {to}', total: 'Records', rows: '{n} {of}', none: 'None in this area', noLayers: 'No layer is on', noLayersDetail: 'Turn layers on at the left to count them in this area.',
    omitted: 'Your own stations only. Others are left out, because any area could be drawn around a single case.',
    notInLink: 'Too many corners: a link won’t carry this area', csv: 'Copy as CSV', copied: 'Copied', copyFailed: 'The browser refused to copy', asOf: 'as of {time}',
    without: 'not recorded', other: '{n} other kinds', column: { layer: 'Layer', what: 'What', value: 'Count', unit: 'Unit', note: 'Note' },
    crossed: 'The outline crosses itself; draw it again', tooSmall: 'The area is too small; draw it again',
  },
}
