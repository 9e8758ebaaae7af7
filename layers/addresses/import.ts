import type { ImportRules } from '../../server/import/rules.ts'

/** Parents are named by code, in the same file or in the database. */
export const rules: ImportRules = {
  table: 'address',
  jurisdiction: ['station_id', 'beat_id'],
  guesses: {
    full_text: ['address', 'full address', '地址', '标准地址', '地址全称', '详细地址'],
    name: ['名称', '门牌', '本级名称'],
    code: ['address code', 'id', '地址编码', '编码'],
    level: ['type', '级别', '地址级别'],
    verified_at: ['verified on', '核实日期'],
    parent_code: ['parent', '上级编码', '父级编码'],
  },
  extra: ['parent_code'],
  otherwise: { code: 's.origin_key', name: 's.full_text', text_level: 's.level', point_level: 's.level' },
  timeLimits: { verified_at: { yearsBack: 100, daysAhead: 1 } },
  differs: { parent_code: 's.parent_code IS DISTINCT FROM (SELECT p.code FROM address p WHERE p.id = t.parent_id)' },
  refuses: {
    parent_code: {
      sql: `s.parent_code IS NOT NULL AND NOT EXISTS (SELECT FROM address a WHERE a.code = s.parent_code)
            AND NOT EXISTS (SELECT FROM staged p WHERE coalesce(p.code, p.origin_key) = s.parent_code)`,
      kind: 'unknown parent', reason: 'is the code of no address, here or in the database',
    },
  },
  after: [
    `UPDATE address a SET parent_id = p.id FROM staged s, address p
     WHERE a.origin = $origin AND a.origin_key = s.origin_key AND p.code = s.parent_code AND a.parent_id IS DISTINCT FROM p.id`,
  ],
}
