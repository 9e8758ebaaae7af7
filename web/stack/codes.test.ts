import { describe, expect, it } from 'vitest'
import { codeTree, stateOf, toggled } from './codes.ts'

const tree = codeTree(['0102', '01', '0101', '010201', '010202', '02'].map(code => ({ code, name: code })))

describe('the tree of a dictionary', () => {
  it('hangs each code under the longest that it begins with', () => {
    expect(tree.map(node => node.code)).toEqual(['01', '02'])
    expect(tree[0]!.children.map(node => [node.code, node.children.length])).toEqual([['0101', 0], ['0102', 2]])
  })

  it('takes a code for all that is below it', () => {
    expect(toggled(tree, [], '01')).toEqual(['01'])
    expect(stateOf(tree[0]!.children[1]!, ['01'])).toBe('all')
    expect(stateOf(tree[0]!, ['010201'])).toBe('some')
  })

  it('leaves the brothers and sisters when one is taken out', () => {
    expect(toggled(tree, ['01', '02'], '010201')).toEqual(['0101', '010202', '02'])
  })

  it('says the parent again when the last one comes back', () => {
    expect(toggled(tree, ['0101', '010202', '02'], '010201')).toEqual(['01', '02'])
    expect(toggled(tree, ['01'], '01')).toEqual([])
  })
})
