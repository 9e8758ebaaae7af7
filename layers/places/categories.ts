import type { Use } from '../../seed/fabric/uses.ts'

export interface Category {
  code: string
  name: string
  nameEn: string
  /** One of the eight kinds that get extra protection. */
  key: boolean
  /** Share of all places. */
  share: number
  /** How likely in a building of this use. */
  where: Partial<Record<Use, number>>
  /** Only near the centre, anywhere, or only away from it. */
  urban: number
  inspected: boolean
  endings: readonly string[]
  occupancy?: [number, number]
}

const category = (code: string, name: string, nameEn: string, key: boolean, share: number, urban: number, inspected: boolean,
  where: Category['where'], endings: readonly string[], occupancy?: [number, number]): Category => ({ code, name, nameEn, key, share, urban, inspected, where, endings, occupancy })

export const categories: readonly Category[] = [
  category('school', '学校', 'School', true, 4, 0, true, { school: 1 }, ['小学', '中学', '实验小学', '第二小学', '职业中专'], [600, 2600]),
  category('kindergarten', '幼儿园', 'Kindergarten', true, 5, 0, true, { slabs: 1, towers: 1, school: 0.3 }, ['幼儿园', '中心幼儿园', '第二幼儿园'], [120, 420]),
  category('hospital', '医院', 'Hospital', true, 1.6, 0.5, true, { hospital: 1 }, ['医院', '中医院', '妇幼保健院', '门诊部'], [300, 3000]),
  category('market', '市场', 'Market', true, 3.5, 0, true, { village: 0.5, oldtown: 1, commercial: 0.6 }, ['农贸市场', '综合市场', '海鲜市场', '建材市场'], [200, 1500]),
  category('mall', '商场', 'Mall', true, 2.2, 1, true, { commercial: 1 }, ['购物中心', '广场', '百货', '商城'], [1500, 9000]),
  category('transport', '交通站场', 'Transport hub', true, 0.8, 0.5, true, { commercial: 0.6, industrial: 0.3 }, ['客运站', '公交枢纽站', '地铁站'], [500, 6000]),
  category('scenic', '景点公园', 'Scenic spot', true, 1.2, 0, false, { oldtown: 0.7, villas: 0.5, village: 0.2 }, ['景区', '文化公园', '博物馆', '纪念馆'], [300, 5000]),
  category('finance', '金融网点', 'Bank branch', true, 5, 1, false, { commercial: 1, oldtown: 0.3 }, ['银行营业部', '农商银行支行', '储蓄所']),
  category('hotel', '旅馆', 'Hotel', false, 9, 1, true, { commercial: 1, oldtown: 0.8, village: 0.25 }, ['酒店', '宾馆', '客栈', '民宿', '公寓酒店'], [30, 500]),
  category('entertainment', '娱乐场所', 'Entertainment', false, 4.5, 2, true, { commercial: 1, oldtown: 0.35 }, ['KTV', '歌舞厅', '电玩城', '棋牌室', '足浴城'], [60, 600]),
  category('bar', '酒吧', 'Bar', false, 2.5, 2, true, { commercial: 0.8, oldtown: 0.7 }, ['酒吧', '清吧', '音乐餐吧'], [40, 300]),
  category('internet_cafe', '网吧', 'Internet café', false, 2.5, 0.6, true, { commercial: 0.7, village: 0.6, oldtown: 0.5 }, ['网吧', '网咖', '电竞馆'], [40, 220]),
  category('restaurant', '餐饮', 'Restaurant', false, 12, 1, false, { commercial: 1, oldtown: 0.9, village: 0.4 }, ['海鲜酒楼', '沙茶面馆', '大排档', '茶餐厅', '餐厅']),
  category('supermarket', '超市', 'Supermarket', false, 8, 0.4, false, { commercial: 0.8, slabs: 0.5, towers: 0.5, village: 0.4 }, ['超市', '生鲜超市', '便利店']),
  category('gas_station', '加油站', 'Filling station', false, 1.5, 0, true, { industrial: 1, commercial: 0.3 }, ['加油站', '加油加气站']),
  category('logistics', '物流寄递', 'Logistics', false, 6, 0, true, { industrial: 1, village: 0.25, commercial: 0.2 }, ['物流园', '快递网点', '货运部', '仓储中心']),
  category('hazardous', '危险物品', 'Hazardous goods', false, 2, 0, true, { industrial: 1 }, ['化工厂', '气体站', '危化品仓库', '油漆库']),
  category('rental', '出租房屋', 'Rental housing', false, 20, 0, true, { village: 1, oldtown: 0.35, slabs: 0.1 }, ['公寓', '出租楼', '租赁住房', '集体宿舍'], [10, 160]),
  category('key_unit', '重点单位', 'Key unit', false, 3.5, 0.5, true, { industrial: 0.8, commercial: 0.8, hospital: 0.1 }, ['水厂', '变电站', '通信机房', '档案馆', '广播站', '燃气公司']),
  category('pawn', '典当寄卖', 'Pawn and second-hand', false, 1.4, 1, true, { commercial: 0.8, oldtown: 0.8 }, ['典当行', '寄卖行', '二手手机店']),
  category('repair', '机动车修理', 'Vehicle repair', false, 3, 0, true, { industrial: 1, village: 0.6 }, ['汽修厂', '汽车服务中心', '摩托修理店']),
]
