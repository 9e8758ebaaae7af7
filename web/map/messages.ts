export default {
  zh: { map: '地图', attribution: '自有数据 · WGS 84 / CGCS2000' },
  en: { map: 'Map', attribution: 'Own data · WGS 84 / CGCS2000' },
}
