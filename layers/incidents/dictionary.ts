/** How the demonstration draws a type: share of all incidents, rhythm of the week, where it happens. */
export interface IncidentType {
  code: string
  name: string
  nameEn: string
  police: boolean
  /** How urgent it is by itself: 1 act now, 2 soon, 3 in turn. The desk may set another for one call. */
  grade: 1 | 2 | 3
  /** Relative frequency; 0 for upper levels. */
  weight: number
  rhythm: Rhythm
  affinity: Affinity
}

export type Rhythm = 'day' | 'evening' | 'night' | 'weekend_night' | 'commute' | 'overnight' | 'office' | 'even'
export type Affinity = 'homes' | 'shops' | 'entertainment' | 'roads' | 'everywhere' | 'work'

type Leaf = [name: string, nameEn: string, weight: number, rhythm: Rhythm, affinity: Affinity, police?: false]
type Branch = [name: string, nameEn: string, leaves: readonly Leaf[]]

const tree: readonly [string, string, readonly Branch[]][] = [
  ['刑事', 'Criminal', [
    ['入室盗窃', 'Burglary', [['入户盗窃', 'Home burglary', 16, 'overnight', 'homes'], ['商铺盗窃', 'Shop burglary', 7, 'overnight', 'shops'], ['工地厂房盗窃', 'Site burglary', 4, 'overnight', 'work']]],
    ['车辆盗窃', 'Vehicle theft', [['电动自行车盗窃', 'E-bike theft', 26, 'overnight', 'homes'], ['车内物品盗窃', 'Theft from vehicle', 8, 'overnight', 'homes'], ['机动车盗窃', 'Motor vehicle theft', 2, 'overnight', 'homes']]],
    ['扒窃与顺手盗窃', 'Pickpocketing', [['扒窃', 'Pickpocketing', 8, 'day', 'shops'], ['店内盗窃', 'Shoplifting', 10, 'day', 'shops']]],
    ['诈骗', 'Fraud', [['刷单返利诈骗', 'Task rebate fraud', 14, 'office', 'homes'], ['冒充客服诈骗', 'Fake customer service', 10, 'office', 'homes'], ['投资理财诈骗', 'Investment fraud', 7, 'office', 'homes'], ['其他诈骗', 'Other fraud', 6, 'day', 'everywhere']]],
    ['伤害与抢劫', 'Violence and robbery', [['故意伤害', 'Assault with injury', 4, 'weekend_night', 'entertainment'], ['抢劫抢夺', 'Robbery and snatching', 1, 'night', 'everywhere']]],
  ]],
  ['治安', 'Public order', [
    ['打架斗殴', 'Fighting', [['酒后打架', 'Drunken fight', 15, 'weekend_night', 'entertainment'], ['打架斗殴', 'Fight', 13, 'evening', 'everywhere']]],
    ['赌博', 'Gambling', [['聚众赌博', 'Gambling gathering', 8, 'night', 'homes'], ['棋牌室赌博', 'Gambling in a card room', 5, 'evening', 'entertainment']]],
    ['扰乱秩序', 'Disorder', [['扰乱单位秩序', 'Disorder at premises', 8, 'office', 'work'], ['醉酒滋事', 'Drunk and disorderly', 14, 'weekend_night', 'entertainment'], ['寻衅滋事', 'Provocation', 5, 'evening', 'everywhere']]],
    ['故意损毁', 'Damage', [['损毁车辆', 'Vehicle damage', 8, 'overnight', 'homes'], ['损毁其他财物', 'Other damage', 6, 'even', 'everywhere']]],
    ['涉黄', 'Vice', [['涉黄举报', 'Vice report', 5, 'night', 'entertainment']]],
  ]],
  ['交通', 'Traffic', [
    ['交通事故', 'Collision', [['仅财产损失', 'Damage only', 92, 'commute', 'roads'], ['人员受伤', 'With injury', 22, 'commute', 'roads'], ['非机动车事故', 'Cycle collision', 22, 'commute', 'roads']]],
    ['交通违法', 'Traffic offence', [['违法停车', 'Illegal parking', 42, 'day', 'roads'], ['酒后驾驶', 'Drink driving', 7, 'weekend_night', 'roads'], ['其他交通违法', 'Other traffic offence', 14, 'day', 'roads']]],
    ['交通秩序', 'Traffic flow', [['交通拥堵', 'Congestion', 16, 'commute', 'roads'], ['信号灯故障', 'Signal failure', 5, 'even', 'roads', false], ['道路障碍', 'Obstacle', 8, 'even', 'roads', false]]],
  ]],
  ['纠纷', 'Disputes', [
    ['家庭纠纷', 'Family dispute', [['夫妻纠纷', 'Couple', 22, 'evening', 'homes'], ['家庭其他纠纷', 'Other family', 12, 'evening', 'homes']]],
    ['邻里纠纷', 'Neighbour dispute', [['邻里噪音纠纷', 'Noise between neighbours', 20, 'evening', 'homes'], ['停车纠纷', 'Parking', 13, 'evening', 'homes'], ['漏水占道纠纷', 'Leak or obstruction', 9, 'day', 'homes', false]]],
    ['经济纠纷', 'Economic dispute', [['消费纠纷', 'Consumer', 38, 'day', 'shops', false], ['租赁纠纷', 'Tenancy', 18, 'day', 'homes', false], ['债务纠纷', 'Debt', 12, 'office', 'everywhere', false]]],
    ['劳资纠纷', 'Labour dispute', [['拖欠工资', 'Unpaid wages', 20, 'office', 'work', false], ['其他劳资纠纷', 'Other labour', 7, 'office', 'work', false]]],
    ['医患与其他纠纷', 'Medical and other', [['医患纠纷', 'Medical', 3, 'day', 'work'], ['其他纠纷', 'Other dispute', 14, 'day', 'everywhere']]],
  ]],
  ['群众求助', 'Help', [
    ['走失寻人', 'Missing person', [['老人走失', 'Missing elder', 8, 'day', 'homes'], ['儿童走失', 'Missing child', 5, 'day', 'shops'], ['寻人', 'Search for a person', 6, 'evening', 'homes']]],
    ['危难救助', 'Emergency help', [['人员被困', 'Person trapped', 7, 'even', 'homes', false], ['轻生警情', 'Self-harm', 3, 'night', 'homes'], ['突发疾病', 'Sudden illness', 14, 'even', 'everywhere', false], ['溺水', 'Drowning', 1, 'day', 'everywhere']]],
    ['开锁与物业', 'Locks and property', [['开锁求助', 'Locked out', 38, 'evening', 'homes', false], ['水电气求助', 'Water, power or gas', 28, 'day', 'homes', false], ['电梯故障', 'Lift failure', 16, 'day', 'homes', false]]],
    ['遗失与拾得', 'Lost and found', [['物品遗失', 'Lost property', 30, 'day', 'shops', false], ['拾得物品', 'Found property', 10, 'day', 'shops', false]]],
    ['动物', 'Animals', [['流浪犬', 'Stray dog', 18, 'day', 'homes', false], ['蛇蜂等', 'Snakes and wasps', 10, 'day', 'homes', false]]],
  ]],
  ['其他', 'Other', [
    ['噪音扰民', 'Noise', [['施工噪音', 'Construction noise', 55, 'night', 'everywhere', false], ['娱乐噪音', 'Entertainment noise', 42, 'weekend_night', 'entertainment', false], ['广场舞噪音', 'Square dancing', 24, 'evening', 'everywhere', false]]],
    ['城市管理', 'City management', [['占道经营', 'Street vending', 36, 'evening', 'shops', false], ['违章搭建', 'Illegal building', 8, 'office', 'homes', false], ['环境卫生', 'Sanitation', 20, 'day', 'everywhere', false]]],
    ['投诉咨询', 'Enquiries', [['政策咨询', 'Enquiry', 42, 'office', 'everywhere', false], ['投诉举报', 'Complaint', 26, 'office', 'shops', false]]],
    ['骚扰与误报', 'Nuisance and false alarms', [['骚扰电话', 'Nuisance call', 14, 'night', 'everywhere'], ['误报', 'False alarm', 16, 'even', 'work']]],
  ]],
]

/** Life or limb in danger, or a crime against a person. */
const actNow = new Set(['Assault with injury', 'Robbery and snatching', 'With injury', 'Missing child', 'Missing elder', 'Person trapped', 'Self-harm', 'Sudden illness', 'Drowning'])
/** Somebody may still be there, or it may grow; all of public order is such. */
const soon = new Set(['Home burglary', 'Couple', 'Drink driving', 'Search for a person', 'Damage only', 'Cycle collision', 'Unpaid wages', 'Medical', 'Water, power or gas', 'Lift failure'])
const gradeOf = (code: string, nameEn: string): 1 | 2 | 3 => actNow.has(nameEn) ? 1 : soon.has(nameEn) || code.startsWith('02') ? 2 : 3
/** An upper level, known no closer: 1 only where all below it is. */
const gradeAbove = (below: readonly IncidentType[]): 1 | 2 | 3 =>
  below.every(type => type.grade === 1) ? 1 : below.some(type => type.grade < 3) ? 2 : 3

const two = (index: number) => String(index + 1).padStart(2, '0')

/** All three levels in order of their codes. */
export const incidentTypes: readonly IncidentType[] = tree.flatMap(([name, nameEn, branches], i) => {
  const top = two(i)
  const upper = { weight: 0, rhythm: 'even', affinity: 'everywhere' } as const
  const below = branches.flatMap(([branch, branchEn, leaves], j): IncidentType[] => {
    const code = top + two(j)
    const lowest = leaves.map(([leaf, leafEn, weight, rhythm, affinity, police], k): IncidentType => ({
      code: code + two(k), name: leaf, nameEn: leafEn, police: police !== false, grade: gradeOf(code, leafEn), weight, rhythm, affinity,
    }))
    // An upper level is nobody's task when all below it is.
    return [{ code, name: branch, nameEn: branchEn, police: lowest.some(leaf => leaf.police), grade: gradeAbove(lowest), ...upper }, ...lowest]
  })
  return [{ code: top, name, nameEn, police: true, grade: gradeAbove(below), ...upper }, ...below]
})

/** What can be drawn: the lowest level. */
export const leaves: readonly IncidentType[] = incidentTypes.filter(type => type.code.length === 6)
