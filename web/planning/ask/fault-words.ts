import type { Label } from '../../../layers/layer.ts'
import type { Trouble } from '../../states/trouble.ts'
import type { SolveQuestion } from '../types.ts'

type Fault = Trouble['faults'][number]

/** What a chief runs into, in the reader's words, by the part of the question. The server's own words are for whoever looks after it. */
const words: { [Name in keyof SolveQuestion]?: Label | ((question: SolveQuestion) => Label | null) } = {
  posts: ({ posts }) => posts === undefined ? { zh: '要部署几个？请填数量', en: 'How many are to be placed? Say their number' } : null,
  held_out_weeks: { zh: '留作检验的周太多，剩下不到一周可用来建模：少留几周，或把数据的开始日期提前', en: 'Less than a week is left to build on: hold out fewer weeks, or begin the data earlier' },
  sites: { zh: '候选点超过 500 处：加大路口间距，或缩小范围', en: 'There are more than 500 candidate sites: space the crossings wider, or choose a smaller area' },
  busy: ({ busy }) => busy === undefined ? { zh: '测不出在外比例：所选数据里没有这种警力在岗的状态记录，请直接填一个比例', en: 'It can\'t be measured: no unit of this force was on duty in the chosen weeks. Say the share yourself' } : null,
  fixed: { zh: '有的点位已不在候选点里：去掉它，或把它所属的一类加回候选', en: 'Some are no candidate sites any more: remove them, or add their kind to the candidates' },
  forbidden: { zh: '有的点位已不在候选点里：去掉它，或把它所属的一类加回候选', en: 'Some are no candidate sites any more: remove them, or add their kind to the candidates' },
  shifts: { zh: '分班次至少要选两个班次', en: 'Choose two shifts or more to plan shift by shift' },
  zones: { zh: '有的研判区域已不存在或已撤销：请重新选择', en: 'Some zones were withdrawn or are gone: choose again' },
  selection: { zh: '范围太大，网格太多：请缩小范围', en: 'The area has too many cells: choose a smaller one' },
}

/** A fault as the reader is told it: in words where it is one that a chief runs into, else as the server says it. */
export function faultLabel({ pointer, detail }: Fault, question: SolveQuestion): Label {
  const [, name, deeper] = /^\/body\/([a-z_]+)(\/.*)?$/.exec(pointer) ?? []
  const known = deeper === undefined ? words[name as keyof SolveQuestion] : undefined
  return (typeof known === 'function' ? known(question) : known) ?? { zh: detail, en: detail }
}
