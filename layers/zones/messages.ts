export const messages = {
  zh: { begins: '生效于', ends: '有效至', ended: '已于此时到期', version: '第 {n} 版', shifts: '班次' },
  en: { begins: 'Valid from', ends: 'Valid to', ended: 'Expired', version: 'version {n}', shifts: 'Shifts' },
}
