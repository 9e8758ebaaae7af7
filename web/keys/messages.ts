export const messages = {
  zh: { title: '键盘操作', close: '关闭', shortcuts: '快捷键', esc: '关闭最上面的一层', tab: '在控件之间移动', arrows: '平移地图（焦点在地图上时）', zoom: '缩放地图', enter: '打开或确认' },
  en: { title: 'Keyboard', close: 'Close', shortcuts: 'Shortcuts', esc: 'Close what is on top', tab: 'Move between controls', arrows: 'Move the map (while it has focus)', zoom: 'Zoom the map', enter: 'Open or confirm' },
}
