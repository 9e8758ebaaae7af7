export default {
  zh: {
    map: '地图', attribution: '自有数据 · WGS 84 / CGCS2000', camera: '视角', zoomIn: '放大', zoomOut: '缩小', tilt: '倾斜视角', north: '朝北',
    base: '底图', own: '自有底图', cell: '{name} {n}', cellHidden: '{name} <10（已隐藏）',
  },
  en: {
    map: 'Map', attribution: 'Own data · WGS 84 / CGCS2000', camera: 'Camera', zoomIn: 'Zoom in', zoomOut: 'Zoom out', tilt: 'Tilt', north: 'North up',
    base: 'Base map', own: 'Own base map', cell: '{name} {n}', cellHidden: '{name} <10 (hidden)',
  },
}
