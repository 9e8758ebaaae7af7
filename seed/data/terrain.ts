/** Waters, hills and centres of Xiamen by eye: [longitude, latitude], WGS 84. Close enough to recognise the city. */
export type Place = readonly [longitude: number, latitude: number]

/** Bays that the district outlines run across, lakes and reservoirs; corners are rounded later. */
export const waters: readonly { name: string, outline: readonly Place[] }[] = [
  { name: '同安湾', outline: [[118.112, 24.571], [118.124, 24.588], [118.133, 24.604], [118.148, 24.622], [118.16, 24.64], [118.172, 24.656], [118.182, 24.651], [118.19, 24.632], [118.203, 24.608], [118.214, 24.585], [118.222, 24.562], [118.208, 24.54], [118.17, 24.558], [118.13, 24.561]] },
  { name: '马銮湾', outline: [[117.985, 24.546], [118.005, 24.554], [118.03, 24.555], [118.058, 24.547], [118.072, 24.54], [118.071, 24.53], [118.052, 24.535], [118.03, 24.538], [118.01, 24.537], [117.992, 24.534]] },
  { name: '杏林湾', outline: [[118.071, 24.572], [118.064, 24.583], [118.064, 24.6], [118.072, 24.614], [118.084, 24.618], [118.088, 24.607], [118.08, 24.596], [118.078, 24.582], [118.079, 24.573]] },
  { name: '海沧湾', outline: [[118.055, 24.536], [118.059, 24.52], [118.059, 24.5], [118.05, 24.484], [118.051, 24.465], [118.045, 24.45], [118.03, 24.441], [117.99, 24.437], [117.94, 24.441], [117.9, 24.45], [117.86, 24.4], [118.045, 24.38], [118.05, 24.44], [118.0585, 24.466], [118.067, 24.488], [118.0725, 24.506], [118.083, 24.536], [118.087, 24.548], [118.07, 24.545]] },
  { name: '筼筜湖', outline: [[118.072, 24.477], [118.088, 24.4795], [118.098, 24.479], [118.108, 24.4785], [118.1085, 24.475], [118.098, 24.474], [118.088, 24.4735], [118.072, 24.474]] },
  { name: '湖边水库', outline: [[118.15, 24.498], [118.156, 24.504], [118.162, 24.503], [118.163, 24.497], [118.157, 24.493], [118.151, 24.494]] },
  { name: '五缘湾', outline: [[118.168, 24.533], [118.172, 24.535], [118.177, 24.534], [118.179, 24.527], [118.176, 24.52], [118.171, 24.52], [118.169, 24.526]] },
  { name: '东坑湾', outline: [[118.268, 24.59], [118.278, 24.602], [118.29, 24.604], [118.291, 24.595], [118.283, 24.586], [118.272, 24.583]] },
  { name: '大嶝水道', outline: [[118.24, 24.49], [118.262, 24.532], [118.28, 24.552], [118.297, 24.566], [118.32, 24.577], [118.35, 24.585], [118.4, 24.6], [118.4, 24.582], [118.352, 24.572], [118.32, 24.562], [118.303, 24.548], [118.292, 24.528], [118.29, 24.49]] },
  { name: '坂头水库', outline: [[118.012, 24.684], [118.02, 24.692], [118.03, 24.69], [118.033, 24.68], [118.024, 24.672], [118.014, 24.676]] },
  { name: '汀溪水库', outline: [[118.124, 24.808], [118.13, 24.818], [118.14, 24.82], [118.146, 24.812], [118.138, 24.803], [118.128, 24.801]] },
  { name: '竹坝水库', outline: [[118.208, 24.794], [118.216, 24.798], [118.223, 24.793], [118.219, 24.786], [118.21, 24.787]] },
]

/** Wooded hills: roads and houses stay off them. */
export const hills: readonly { name: string, at: Place, radiusMetres: number }[] = [
  { name: '万石山', at: [118.109, 24.449], radiusMetres: 1500 },
  { name: '云顶岩', at: [118.139, 24.452], radiusMetres: 1900 },
  { name: '仙岳山', at: [118.098, 24.496], radiusMetres: 900 },
  { name: '狐尾山', at: [118.081, 24.493], radiusMetres: 650 },
  { name: '薛岭山', at: [118.136, 24.503], radiusMetres: 500 },
  { name: '金山', at: [118.172, 24.487], radiusMetres: 600 },
  { name: '日光岩', at: [118.063, 24.446], radiusMetres: 350 },
  { name: '蔡尖尾山', at: [118.0, 24.505], radiusMetres: 2600 },
  { name: '文圃山', at: [117.955, 24.508], radiusMetres: 2500 },
  { name: '天竺山', at: [117.925, 24.615], radiusMetres: 4600 },
  { name: '天马山', at: [118.085, 24.645], radiusMetres: 2000 },
  { name: '美人山', at: [118.13, 24.667], radiusMetres: 1500 },
  { name: '坂头山', at: [118.0, 24.7], radiusMetres: 5200 },
  { name: '军营村山地', at: [117.985, 24.835], radiusMetres: 8500 },
  { name: '汀溪山地', at: [118.12, 24.86], radiusMetres: 7500 },
  { name: '北辰山', at: [118.2, 24.83], radiusMetres: 4000 },
  { name: '大帽山', at: [118.3, 24.81], radiusMetres: 4600 },
  { name: '香山', at: [118.325, 24.63], radiusMetres: 1700 },
  { name: '鸿渐山', at: [118.37, 24.66], radiusMetres: 2600 },
  { name: '鸡冠山', at: [118.33, 24.72], radiusMetres: 2800 },
]

/** Centres of building: how dense at the middle (0 to 1) and how far it reaches. */
export const centres: readonly { name: string, at: Place, radiusMetres: number, density: number }[] = [
  { name: '中山路', at: [118.081, 24.456], radiusMetres: 2300, density: 1 },
  { name: '莲坂', at: [118.114, 24.48], radiusMetres: 2600, density: 0.97 },
  { name: '江头', at: [118.127, 24.497], radiusMetres: 2300, density: 0.92 },
  { name: '湖里', at: [118.098, 24.513], radiusMetres: 2400, density: 0.85 },
  { name: '前埔', at: [118.168, 24.472], radiusMetres: 2600, density: 0.84 },
  { name: '五缘湾', at: [118.165, 24.515], radiusMetres: 2600, density: 0.75 },
  { name: '高崎', at: [118.12, 24.535], radiusMetres: 2400, density: 0.6 },
  { name: '曾厝垵', at: [118.125, 24.43], radiusMetres: 1400, density: 0.6 },
  { name: '鼓浪屿', at: [118.066, 24.448], radiusMetres: 900, density: 0.8 },
  { name: '海沧', at: [118.035, 24.48], radiusMetres: 2900, density: 0.78 },
  { name: '新阳', at: [117.995, 24.526], radiusMetres: 2500, density: 0.6 },
  { name: '东孚', at: [117.945, 24.565], radiusMetres: 1700, density: 0.42 },
  { name: '集美学村', at: [118.098, 24.577], radiusMetres: 2000, density: 0.82 },
  { name: '侨英', at: [118.108, 24.6], radiusMetres: 2100, density: 0.68 },
  { name: '杏林', at: [118.045, 24.57], radiusMetres: 2300, density: 0.75 },
  { name: '软件园三期', at: [118.045, 24.608], radiusMetres: 1900, density: 0.55 },
  { name: '灌口', at: [117.998, 24.607], radiusMetres: 2100, density: 0.55 },
  { name: '后溪', at: [118.05, 24.64], radiusMetres: 1500, density: 0.5 },
  { name: '大同', at: [118.15, 24.733], radiusMetres: 2600, density: 0.8 },
  { name: '城南', at: [118.145, 24.7], radiusMetres: 2200, density: 0.6 },
  { name: '西柯', at: [118.145, 24.652], radiusMetres: 1600, density: 0.52 },
  { name: '莲花', at: [118.06, 24.765], radiusMetres: 1200, density: 0.35 },
  { name: '五显', at: [118.19, 24.765], radiusMetres: 1400, density: 0.35 },
  { name: '洪塘', at: [118.205, 24.715], radiusMetres: 1600, density: 0.4 },
  { name: '马巷', at: [118.25, 24.665], radiusMetres: 2400, density: 0.68 },
  { name: '新店', at: [118.242, 24.612], radiusMetres: 2600, density: 0.7 },
  { name: '刘五店', at: [118.24, 24.572], radiusMetres: 1700, density: 0.5 },
  { name: '新圩', at: [118.27, 24.765], radiusMetres: 1500, density: 0.45 },
  { name: '内厝', at: [118.295, 24.7], radiusMetres: 1500, density: 0.4 },
  { name: '大嶝', at: [118.327, 24.556], radiusMetres: 1500, density: 0.45 },
]

/** Where factories stand rather than homes. */
export const industry: readonly { at: Place, radiusMetres: number }[] = [
  { at: [118.1, 24.528], radiusMetres: 1300 }, { at: [118.115, 24.507], radiusMetres: 700 },
  { at: [117.99, 24.523], radiusMetres: 2200 }, { at: [118.012, 24.452], radiusMetres: 1600 },
  { at: [118.03, 24.575], radiusMetres: 1200 }, { at: [117.985, 24.6], radiusMetres: 1500 },
  { at: [118.12, 24.71], radiusMetres: 1600 }, { at: [118.265, 24.645], radiusMetres: 1600 },
  { at: [118.21, 24.625], radiusMetres: 1100 }, { at: [118.295, 24.695], radiusMetres: 1200 },
]
