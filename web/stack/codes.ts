export interface CodeNode { code: string, name: string, children: CodeNode[] }

/**
 * A hierarchical dictionary as a tree: the parent of a code is the longest other code that it begins with.
 *
 * @param entries  in any order
 */
export function codeTree(entries: readonly { code: string, name: string }[]): CodeNode[] {
  const nodes = entries.map(({ code, name }): CodeNode => ({ code, name, children: [] })).sort((a, b) => a.code < b.code ? -1 : 1)
  const roots: CodeNode[] = []
  const open: CodeNode[] = []
  for (const node of nodes) {
    while (open.length && !node.code.startsWith(open.at(-1)!.code)) open.pop()
    ;(open.at(-1)?.children ?? roots).push(node)
    open.push(node)
  }
  return roots
}

/** Whether a code is chosen: itself or something above it (`all`), something below it (`some`), or neither. */
export function stateOf(node: CodeNode, chosen: readonly string[]): 'all' | 'some' | 'none' {
  if (chosen.some(code => node.code.startsWith(code))) return 'all'
  return chosen.some(code => code.startsWith(node.code)) ? 'some' : 'none'
}

/**
 * The choice after a code was switched on or off. A code whose children are all chosen stands for them; switching off
 * a child of a chosen code leaves its brothers and sisters.
 */
export function toggled(roots: readonly CodeNode[], chosen: readonly string[], code: string): string[] {
  return roots.flatMap(node => after(node, chosen, code))
}

function after(node: CodeNode, chosen: readonly string[], code: string): string[] {
  const state = stateOf(node, chosen)
  if (node.code === code) return state === 'all' ? [] : [node.code]
  if (!code.startsWith(node.code)) return state === 'all' ? [node.code] : chosen.filter(each => each.startsWith(node.code))
  // The children see their parent's choice as their own.
  const inherited = state === 'all' ? node.children.map(child => child.code) : chosen
  const below = node.children.flatMap(child => after(child, inherited, code))
  const whole = node.children.every(child => below.includes(child.code))
  return whole ? [node.code] : below
}
