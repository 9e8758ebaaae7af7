import type { Row } from '../../seed/copy.ts'
import { shopStems } from '../../seed/data/words.ts'
import type { LayerSeed, SeedContext } from '../../seed/layer-seed.ts'
import { weightedIndex, type Random } from '../../seed/random.ts'
import { follow, type Grade } from './course.ts'

type Kind = 'family' | 'marriage' | 'neighbour' | 'labour' | 'economic' | 'medical'

const kinds: readonly { kind: Kind, share: number, call: string, about: readonly string[] }[] = [
  { kind: 'family', share: 18, call: '0401', about: ['赡养费用分担', '房产分割', '婆媳矛盾', '子女教育意见不合'] },
  { kind: 'marriage', share: 20, call: '0401', about: ['夫妻感情不和', '离婚财产分割', '恋爱分手纠缠', '彩礼返还'] },
  { kind: 'neighbour', share: 27, call: '0402', about: ['楼上漏水', '夜间噪音', '公共通道占用', '停车位争执', '宅基地边界'] },
  { kind: 'labour', share: 15, call: '0404', about: ['拖欠工资', '工伤赔偿', '解除合同补偿'] },
  { kind: 'economic', share: 16, call: '0403', about: ['租金押金', '民间借贷', '装修质量', '合伙结算', '消费退款'] },
  { kind: 'medical', share: 4, call: '0405', about: ['诊疗结果异议', '医疗费用', '术后护理'] },
]
const grades: readonly [Grade, number][] = [['A', 0.05], ['B', 0.15], ['C', 0.4], ['D', 0.4]]
const day = 86_400_000
const shanghai = 8 * 3_600_000

interface Dispute { id: number, kind: (typeof kinds)[number], siteIndex: number, registeredAt: number, incidents: number[] }

export const seed: LayerSeed = {
  after: ['addresses', 'incidents'],
  expected: size => size.disputes * 4,
  fill: async context => {
    const disputes = createDisputes(context)
    await context.copy('dispute', ['id', 'number', 'kind', 'grade', 'stage', 'registered_at', 'due_at', 'visited_at', 'resolved_at', 'revisited_at', 'closed_at',
      'transferred_to', 'summary', 'address_id', 'station_id', 'beat_id', 'geom', 'cell', 'updated_at'], rows(context, disputes))
    await context.copy('dispute_party', ['id', 'dispute_id', 'role', 'kind', 'organisation'], parties(context, disputes))
    await context.copy('dispute_incident', ['dispute_id', 'incident_id'], disputes.flatMap(dispute => dispute.incidents.map(incident => [dispute.id, incident])))
  },
}

/** Half follow from calls to an address that quarrels, with all its calls of that kind; half were found on visits. */
function createDisputes({ calls, city, size, now, random: fork }: SeedContext): Dispute[] {
  const random = fork('disputes'), to = now.getTime()
  const byAddress = Map.groupBy(calls, call => `${call.code.slice(0, 4)} ${call.siteIndex}`)
  const groups = [...byAddress.values()].filter(group => group.length > 1 || random.chance(0.3))
  const pickGroup = groups.length > 0 ? weightedIndex(groups.map(group => group.length)) : undefined
  const pickKind = weightedIndex(kinds.map(kind => kind.share)), pickSite = weightedIndex(city.addresses.sites.map(site => site.residents + 1))
  const used = new Set<number>()
  const drafts = Array.from({ length: size.disputes }, (): Omit<Dispute, 'id'> => {
    const group = pickGroup && random.chance(0.5) ? pickGroup(random) : -1
    if (group >= 0 && !used.has(group)) {
      used.add(group)
      const list = groups[group]!.slice(-4), last = list.at(-1)!
      const fitting = kinds.filter(kind => last.code.startsWith(kind.call))
      if (fitting.length > 0) {
        return { kind: random.pick(fitting), siteIndex: last.siteIndex, incidents: list.map(call => call.incidentId),
          registeredAt: Math.min(to - 60_000, Math.floor(last.receivedAt / 1000) * 1000 + random.integer(1_800, 2 * 86_400) * 1000) }
      }
    }
    // More of the recent ones are on the books: the older ones were registered before the books were kept well.
    const ago = 730 * random.next() ** 1.9
    return { kind: kinds[pickKind(random)]!, siteIndex: pickSite(random), incidents: [], registeredAt: Math.floor((to - ago * day) / 1000) * 1000 }
  })
  return drafts.sort((a, b) => a.registeredAt - b.registeredAt).map((draft, i) => ({ id: i + 1, ...draft }))
}

function* rows({ city, now, random: fork }: SeedContext, disputes: readonly Dispute[]): Generator<Row> {
  const random = fork('dispute rows')
  const pickGrade = weightedIndex(grades.map(([, share]) => share))
  for (const { id, kind, siteIndex, registeredAt } of disputes) {
    const site = city.addresses.sites[siteIndex]!, grade = grades[pickGrade(random)]![0]
    const course = follow(random, kind.kind, grade, registeredAt, now.getTime())
    const at = (time: number | null) => time === null ? null : new Date(time)
    const localDay = new Date(registeredAt + shanghai).toISOString().slice(0, 10).replaceAll('-', '')
    yield [id, `M${site.station!.code.slice(0, 6)}${localDay}${String(id % 100_000).padStart(5, '0')}`, kind.kind, grade, course.stage, at(registeredAt), at(course.dueAt),
      at(course.visitedAt), at(course.resolvedAt), at(course.revisitedAt), at(course.closedAt), course.transferredTo,
      `双方因${random.pick(kind.about)}发生矛盾，${random.pick(['情绪较激动', '愿意调解', '多次争执', '要求书面协议', '希望社区出面'])}。`,
      site.id, site.station!.id, site.beat!.id, site.geom, site.cell, at(course.changedAt)]
  }
}

/** Two or three sides; organisations by name, residents only as such. */
function* parties({ random: fork }: SeedContext, disputes: readonly Dispute[]): Generator<Row> {
  const random = fork('parties')
  let id = 0
  for (const { id: dispute, kind: { kind } } of disputes) {
    const side = (role: string, organisation: boolean): Row => {
      const household = !organisation && (kind === 'neighbour' || random.chance(0.2))
      return [++id, dispute, role, organisation ? 'organisation' : household ? 'household' : 'person', organisation ? organisationName(random, kind) : null]
    }
    yield side('applicant', false)
    yield side('respondent', kind === 'labour' || kind === 'medical' || kind === 'economic' && random.chance(0.6))
    if (random.chance(0.15)) yield side('third', random.chance(0.5))
  }
}

const organisationName = (random: Random, kind: Kind): string => random.pick(shopStems) + (
  kind === 'medical' ? '医院' : kind === 'labour' ? random.pick(['建筑工程有限公司', '电子有限公司', '餐饮管理有限公司', '物流有限公司']) : random.pick(['装饰有限公司', '商贸有限公司', '房产中介', '物业服务有限公司']))
