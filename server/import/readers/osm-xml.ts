import { SaxesParser } from 'saxes'
import { ImportRefused } from '../refusal.ts'
import type { InputFile } from './input-file.ts'
import type { OsmHandlers, OsmPass, Relation, Tags, Way } from './osm.ts'
import { readable } from './readable.ts'

/** One pass over an .osm file (XML). Elements may stand in any order. */
export const xmlPass = (file: InputFile): OsmPass => async function* (handlers) {
  const parser = new SaxesParser({ position: true })
  let wrong: Error | undefined
  parser.on('error', error => { wrong ??= error })
  listen(parser, handlers, file)
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for await (const chunk of file.read() as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }))
      if (wrong) break
      yield
    }
    if (!wrong) parser.close()
  } catch (error) { throw readable(error, file) }
  if (wrong) throw new ImportRefused(`${file.name}, line ${parser.line}: isn't valid XML (${wrong.message})`)
}

function listen(parser: SaxesParser, handlers: OsmHandlers, file: InputFile): void {
  let way: Way | undefined
  let relation: Relation | undefined
  let root = true
  parser.on('opentag', ({ name, attributes }) => {
    const attribute = attributes as Record<string, string>
    if (root && name !== 'osm') throw new ImportRefused(`${file.name}: the root element is <${name}>; OpenStreetMap XML begins with <osm>`)
    root = false
    const tags: Tags | undefined = way?.tags ?? relation?.tags
    switch (name) {
      case 'node': handlers.node?.(Number(attribute.id), Number(attribute.lon), Number(attribute.lat)); break
      case 'way': way = { id: Number(attribute.id), tags: {}, refs: [] }; break
      case 'relation': relation = { id: Number(attribute.id), tags: {}, members: { ways: [], roles: [], vias: [] } }; break
      case 'nd': way?.refs.push(Number(attribute.ref)); break
      case 'tag': if (tags) tags[attribute.k!] = attribute.v!; break
      case 'member':
        if (attribute.type === 'way') { relation?.members.ways.push(Number(attribute.ref)); relation?.members.roles.push(attribute.role ?? '') }
        else if (attribute.type === 'node' && attribute.role === 'via') relation?.members.vias.push(Number(attribute.ref))
    }
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'way' && way) { handlers.way?.(way); way = undefined }
    if (name === 'relation' && relation) { handlers.relation?.(relation); relation = undefined }
  })
}
