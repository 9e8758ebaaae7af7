import { describe, expect, it } from 'vitest'
import { fold, indexLabel } from '../../layers/text.ts'
import { readSearch, withoutUpperLevels } from './read-query.ts'

const tokensOf = (text: string) => readSearch(text)[0]!.tsquery

describe('a search text', () => {
  it('is compared at half width, in lower case, without spaces, with 号 for 號', () => {
    expect(fold('莲前西路１２號 Ａ栋')).toBe('莲前西路12号a栋')
  })
  it('in Chinese asks for its character pairs', () => {
    expect(tokensOf('莲前西路')).toBe(`('莲前' & '前西' & '西路')`)
  })
  it('in letters may be initials or pinyin, whose last syllable may be unfinished', () => {
    expect(tokensOf('lqxl')).toContain(`('i:lq' & 'i:qx' & 'i:xl')`)
    expect(tokensOf('lianqianx')).toContain(`('p:lian' & 'p:qian' & 'p:x':*)`)
    expect(tokensOf('xian')).toContain(`'p:xian':*`)
    expect(tokensOf('fangan')).toContain(`('p:fan' & 'p:gan':*)`)
    expect(tokensOf('fangan')).toContain(`('p:fang' & 'p:an':*)`)
    expect(tokensOf('guluoxilu83hao')).toContain(`('p:gu' & 'p:luo' & 'p:xi' & 'p:lu' & '83' & 'p:hao':*)`)
    expect(tokensOf('jinseli47')).toContain(`('p:jin' & 'p:se' & 'p:li' & '47')`)
  })
  it('loses the levels above the road when they are asked too', () => {
    expect(withoutUpperLevels('福建省厦门市思明区莲前街道莲前西路12号')).toBe('莲前西路12号')
    expect(withoutUpperLevels('思明区莲前西路12号')).toBe('莲前西路12号')
    expect(withoutUpperLevels('瑞景小区3号楼')).toBe('瑞景小区3号楼')
    expect(withoutUpperLevels('中山路')).toBe('中山路')
  })
  it('that would break a query is quoted', () => {
    expect(tokensOf('ab')).toContain(`('ab')`)
    expect(() => readSearch('\'\\ & | ! :*')).not.toThrow()
    expect(readSearch('\'')).toEqual([])
  })
})

describe('a label', () => {
  it('is found by pairs, syllables and initials', () => {
    const { tokens, initials } = indexLabel('莲前西路12号', true)
    expect(initials).toBe('lqxl12h')
    expect(tokens).toEqual(expect.arrayContaining(['莲前', '12', 'p:lian', 'i:lq', 'i:2h']))
  })
  it('of a room has no pinyin', () => {
    expect(indexLabel('302室', false).tokens).toEqual(['30', '02', '2室'])
  })
})
