import type { Outcome, Progress } from './import-file.ts'
import { columnsOf } from './mapping.ts'

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** What a dry run found, for people: the mapping first. */
export function describeDryRun(outcome: Outcome): string {
  const { mapping } = outcome
  const lines = [`${outcome.guessed ? 'Mapping guessed from the header' : 'Mapping'} (layer ${outcome.layer}, origin "${outcome.origin}"):`]
  for (const [name, property] of Object.entries(mapping.properties)) {
    const from = property.constant === undefined ? columnsOf(property).map(column => `"${column}"`).join(' + ') : `always ${JSON.stringify(property.constant)}`
    const how = [property.format, property.time_zone, property.precision, property.translate && 'translated', property.create_under && `made under ${property.create_under}`].filter(Boolean).join(', ')
    lines.push(`  ${name.padEnd(16)} ← ${from}${how ? ` (${how})` : ''}`)
  }
  lines.push(outcome.keyedByContent
    ? '  key              ← the content of the row: no column identifies one. A row that is corrected in the file comes as a new one; equal rows are all kept.'
    : `  key              ← ${mapping.key!.map(column => `"${column}"`).join(' + ')}`)
  if (mapping.drop?.length) lines.push(`  left out: ${mapping.drop.join(', ')}`)
  if (outcome.guessed) lines.push('As a file for --mapping:', JSON.stringify({ layer: mapping.layer, origin: outcome.origin, ...(mapping.key && { key: mapping.key }), properties: short(mapping.properties) }, null, 2))
  lines.push('', outcome.preview.length ? 'The first rows as they would be stored:' : 'No row could be stored.')
  for (const row of outcome.preview)
    lines.push(`  ${Object.entries(row).filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value instanceof Date ? value.toISOString() : String(value)}`).join(', ')}`)
  if (outcome.newEntries.length) lines.push('', `Dictionary entries that would be made: ${outcome.newEntries.map(({ code, name }) => `${code} ${name}`).join(', ')}`)
  for (const [kind, values] of outcome.refusedValues) {
    const most = [...values].filter(([value]) => value !== '').sort((a, b) => b[1] - a[1]).slice(0, 12)
    if (most.length) lines.push('', `Refused as ${kind}: ${most.map(([value, n]) => `"${value}" ${whole.format(n)}×`).join(', ')}${values.size > 12 ? ', …' : ''}`)
  }
  lines.push('', describeCounts(outcome), outcome.obstacle ?? 'Nothing was changed.')
  return lines.join('\n')
}

/** `{ "column": "lat" }` as `"lat"`. */
const short = (properties: Outcome['mapping']['properties']) => Object.fromEntries(Object.entries(properties).map(([name, property]) =>
  [name, Object.keys(property).length === 1 && property.column !== undefined ? property.column : property]))

/** The end of an import in a few lines. */
export function describeOutcome(outcome: Outcome, peakKilobytes: number): string {
  const made = outcome.newEntries.length ? `\n${outcome.newEntries.length} dictionary entries made` : ''
  return `${describeCounts(outcome)}${made}\n${outcome.seconds.toFixed(1)} s, ${whole.format(outcome.read / outcome.seconds)} rows/s, peak memory ${whole.format(peakKilobytes / 1024)} MiB`
}

function describeCounts(outcome: Outcome): string {
  const list = (counts: ReadonlyMap<string, number>) => [...counts].map(([kind, n]) => `${whole.format(n)} ${kind}`).join(', ')
  const total = [...outcome.refused.values()].reduce((sum, n) => sum + n, 0)
  const would = outcome.stored ? '' : 'would be '
  const lines = [`${whole.format(outcome.read)} rows read; ${would}${whole.format(outcome.inserted)} inserted, ${whole.format(outcome.updated)} updated, ${whole.format(outcome.unchanged)} unchanged, ${whole.format(total)} refused${total ? ` (${list(outcome.refused)})` : ''}`]
  if (outcome.unmapped) lines.push(`${whole.format(outcome.unmapped)} rows have no coordinates: counted, not mapped`)
  if (outcome.doubted.size) lines.push(`loaded with a doubt: ${list(outcome.doubted)}`)
  if (outcome.report) lines.push(`listed in ${outcome.report}`)
  if (outcome.city) lines.push(`the map's city ${outcome.stored ? 'is now' : 'would be'} ${outcome.city.name} (${outcome.city.name_en}), ${outcome.city.time_zone}, extent ${outcome.city.extent.join(', ')}`)
  return lines.join('\n')
}

/** Progress on a stream of lines: rewritten in place on a terminal, otherwise one line every few seconds. */
export function progressWriter(stream: NodeJS.WriteStream): { show(progress: Progress): void, clear(): void } {
  const started = performance.now()
  const every = stream.isTTY ? 200 : 5_000
  let last = 0
  let phase = ''
  return {
    show(progress) {
      const now = performance.now()
      if (now - last < every && progress.phase === phase) return
      last = now
      phase = progress.phase
      const seconds = (now - started) / 1000
      const text = `${progress.phase}: ${whole.format(progress.rows)} rows, ${whole.format(progress.rows / seconds)} rows/s, ${(progress.fraction * 100).toFixed(0)} % of the file, ${seconds.toFixed(0)} s`
      stream.write(stream.isTTY ? `\r\x1b[K${text}` : `${text}\n`)
    },
    clear() { if (stream.isTTY) stream.write('\r\x1b[K') },
  }
}
