import type { Random } from '../../seed/random.ts'

export type Grade = 'A' | 'B' | 'C' | 'D'
export type Stage = 'registered' | 'assigned' | 'visited' | 'mediating' | 'resolved' | 'revisited' | 'closed' | 'transferred'

/** Days that each grade leaves a dispute in a stage before it is overdue. */
const days: Record<Exclude<Stage, 'closed'>, Record<Grade, number>> = {
  registered: { A: 0.5, B: 1, C: 1, D: 2 }, assigned: { A: 1, B: 2, C: 5, D: 7 }, visited: { A: 2, B: 3, C: 5, D: 7 }, mediating: { A: 7, B: 14, C: 21, D: 30 },
  resolved: { A: 7, B: 15, C: 30, D: 30 }, revisited: { A: 2, B: 3, C: 5, D: 7 }, transferred: { A: 15, B: 30, C: 45, D: 60 },
}

export interface Course {
  stage: Stage
  dueAt: number | null
  visitedAt: number | null
  resolvedAt: number | null
  revisitedAt: number | null
  closedAt: number | null
  transferredTo: string | null
  /** When it came into its stage. */
  changedAt: number
}

const order = ['registered', 'assigned', 'visited', 'mediating', 'resolved', 'revisited', 'closed'] as const
const departments: Record<string, readonly string[]> = {
  family: ['妇联', '街道司法所'], marriage: ['妇联', '人民法院'], neighbour: ['街道综治中心', '社区居委会'], labour: ['劳动监察大队', '总工会'],
  economic: ['人民法院', '市场监督管理所'], medical: ['卫生健康局', '医调委'],
}

/** Follow a dispute from its registration as far as it has come by `now`. One in ten is slow and overruns its deadlines. */
export function follow(random: Random, kind: string, grade: Grade, registeredAt: number, now: number): Course {
  const slow = random.chance(0.1) ? random.between(2, 6) : 1
  const handOver = random.chance(0.09) ? random.integer(1, 3) : -1
  const at: Partial<Record<Stage, number>> = { registered: registeredAt }
  let stage: Stage = 'registered', since = registeredAt, transferredTo: string | null = null
  for (let i = 0; i + 1 < order.length; i++) {
    if (i === handOver && since < now) {
      stage = 'transferred'
      transferredTo = random.pick(departments[kind]!)
      // Most come back and go on; the rest stay with the other department.
      const back = since + days.transferred[grade] * random.between(0.3, 1.6) * 86_400_000
      if (back > now || random.chance(0.2)) break
      since = back
      stage = order[i]!
    }
    const here = order[i] as keyof typeof days
    const next = since + Math.round(days[here][grade] * (random.chance(0.93) ? random.between(0.15, 0.95) : 1.6) * slow * 86_400) * 1000
    if (next > now) break
    since = next
    stage = order[i + 1]!
    at[stage] = since
  }
  const allowed = stage === 'closed' ? null : days[stage][grade] * 86_400_000
  return {
    stage, transferredTo: stage === 'transferred' ? transferredTo : null, changedAt: since, dueAt: allowed === null ? null : since + allowed,
    visitedAt: at.visited ?? null, resolvedAt: at.resolved ?? null, revisitedAt: at.revisited ?? null, closedAt: at.closed ?? null,
  }
}
