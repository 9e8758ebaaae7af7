// `npm run judge:real [-- --write] [houston portland uk]`: how well our methods forecast on real data, as Markdown; with
// --write into docs/analysis.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sectionOf } from './section.ts'
import { dataFile } from './read-csv.ts'
import { houston } from './houston.ts'
import { portland } from './portland.ts'
import { uk } from './uk.ts'

const sets = { houston, portland, uk }
const { values: { write }, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false } } })
const wanted = positionals.length ? positionals : Object.keys(sets)
for (const name of wanted) if (!Object.hasOwn(sets, name)) throw new RangeError(`there is no data set "${name}"; there are ${Object.keys(sets).join(', ')}`)
if (!existsSync(dataFile('README.md'))) throw new Error('the real data sets are not beside this checkout (../shared/data)')

const document = fileURLToPath(new URL('../../docs/analysis.md', import.meta.url))
for (const name of wanted as (keyof typeof sets)[]) {
  const started = performance.now()
  const section = sectionOf(await sets[name]())
  console.log(section)
  console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (write) writeFileSync(document, between(readFileSync(document, 'utf8'), name, section))
}

/** The text with what stands between the markers of a name made anew. */
function between(text: string, name: string, section: string): string {
  const [begin, end] = [`<!-- ${name}: made by npm run judge:real -->\n`, `<!-- /${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/analysis.md lacks the markers of ${name}`)
  return text.slice(0, from + begin.length) + section + text.slice(to)
}
