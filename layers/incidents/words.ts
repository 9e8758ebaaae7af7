import type { Random } from '../../seed/random.ts'
import type { IncidentType } from './dictionary.ts'

const openings: Record<string, readonly string[]> = {
  '01': ['报警人称发现被侵害', '报警人到所反映', '群众报案'], '02': ['群众举报', '报警人称现场有人闹事', '工作人员报警'],
  '03': ['驾驶人报警', '路过群众报警', '报警人称道路受阻'], '04': ['当事一方报警', '双方争执后报警', '物业代为报警'],
  '05': ['群众求助', '家属求助', '物业求助'], '06': ['群众反映', '匿名来电反映', '多名群众反映'],
}
const endings = ['请求处理。', '希望民警到场。', '要求登记。', '现场情绪平稳。', '已告知等候。', '要求回复处理结果。']

/** A sentence about what was reported. People are roles, never names. */
export function summaryOf(random: Random, type: IncidentType, place: string | undefined): string {
  return `${random.pick(openings[type.code.slice(0, 2)]!)}${place ? `（${place}）` : ''}，类型为${type.name}，${random.pick(endings)}`
}
