import { describe, expect, it } from 'vitest'
import { findIdentityNumber, personalColumn } from './privacy.ts'

describe('columns that describe persons', () => {
  it.each(['报警人姓名', '身份证号', '公民身份号码', '联系人手机', '民族', '宗教信仰', '户主', 'Victim Name', 'ethnicity', 'ID_CARD', 'firstName', 'DateOfBirth', '车牌号', 'e-mail', 'RACE'])('"%s" is one', header => {
    expect(personalColumn(header, true, true)).toBeDefined()
  })
  it.each(['场所名称', '地址', '警情类别', 'street', 'premise', 'race course', 'track_type', 'number', 'suffix', 'Crime type', 'LSOA code', 'census_tra', 'OBJECTID_1', 'acroutes', '户数', '户籍人口', '门牌号'])('"%s" may be loaded or is caught otherwise', header => {
    const expected = header === 'race course' || header === 'track_type'
    expect(personalColumn(header, true, true) !== undefined).toBe(expected)
  })
  it('a bare name or phone is personal only where the layer has no such thing', () => {
    expect(personalColumn('name', true, true)).toBeUndefined()
    expect(personalColumn('name', false, true)).toBe('the name of a person')
    expect(personalColumn('联系电话', true, false)).toBe('a way to reach a person')
    expect(personalColumn('联系电话', true, true)).toBeUndefined()
  })
})

describe('identity numbers', () => {
  it.each(['11010519491231002X', '11010519491231002x', '440524188001010014', '号码：440524188001010014。', '１１０１０５１９４９１２３１００２Ｘ'])('are found in "%s"', text => {
    expect(findIdentityNumber(text)).toBe(true)
  })
  it.each(['110105194912310021', '0.440524188001010014', '4405241880010100141', '-122.801743837768811', '44052418800101001', ''])('are not seen in "%s"', text => {
    expect(findIdentityNumber(text)).toBe(false)
  })
})
