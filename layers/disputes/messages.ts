export const messages = {
  zh: { stages: '办理进度', step: '第 {n} 步，共 {total} 步', transferredTo: '已移交 {to}', noDue: '无期限', due: '本阶段期限', visitAtDoor: 'A、B 级须上门回访', pending: '尚未上门', notRevisited: '已化解，待回访' },
  en: { stages: 'Progress', step: 'step {n} of {total}', transferredTo: 'transferred to {to}', noDue: 'no deadline', due: 'Due', visitAtDoor: 'Grades A and B are visited at the door', pending: 'not yet visited', notRevisited: 'resolved, not yet revisited' },
}
