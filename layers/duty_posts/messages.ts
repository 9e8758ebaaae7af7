export const messages = {
  zh: { unnamed: '未指定警力', lacking: '另 {n} 个未指定', due: '应到 {n}，在岗 {there}', plan: '勤务单“{plan}”' },
  en: { unnamed: 'no unit named', lacking: '{n} more not named', due: '{n} due, {there} there', plan: 'Duty plan “{plan}”' },
}
