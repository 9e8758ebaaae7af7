import { promisify } from 'node:util'
import { inflate as inflateCallback } from 'node:zlib'
import { ImportRefused } from '../refusal.ts'
import type { InputFile } from './input-file.ts'
import type { OsmHandlers, OsmPass, Tags } from './osm.ts'
import { Message } from './protobuf.ts'
import { readable } from './readable.ts'

const inflate = promisify(inflateCallback)
const understood = new Set(['OsmSchema-V0.6', 'DenseNodes'])

/** One pass over an .osm.pbf file: length-prefixed blobs, each unpacked and decoded alone. */
export const pbfPass = (file: InputFile): OsmPass => async function* (handlers) {
  try {
    for await (const { kind, data } of blobs(file)) {
      if (kind === 'OSMHeader') checkHeader(data, file)
      else if (kind === 'OSMData') { readBlock(data, handlers); yield }
    }
  } catch (error) {
    if (error instanceof RangeError) throw new ImportRefused(`${file.name}: isn't valid OpenStreetMap PBF (${error.message})`)
    throw readable(error, file)
  }
}

async function* blobs(file: InputFile): AsyncIterable<{ kind: string, data: Uint8Array }> {
  const bytes = new ByteQueue(file.read() as AsyncIterable<Buffer>)
  for (;;) {
    const prefix = await bytes.take(4)
    if (!prefix) return
    const headerLength = prefix.readUInt32BE(0)
    if (headerLength > 65_536) throw new RangeError('a blob header is larger than 64 KiB')
    const header = new Message(await bytes.must(headerLength))
    let kind = ''
    let size = 0
    for (let field = header.field(); field; field = header.field()) {
      if (field === 1) kind = header.text()
      else if (field === 3) size = header.unsigned()
      else header.skip()
    }
    if (size > 33_554_432) throw new RangeError('a blob is larger than 32 MiB')
    yield { kind, data: await unpack(new Message(await bytes.must(size))) }
  }
}

async function unpack(blob: Message): Promise<Uint8Array> {
  for (let field = blob.field(); field; field = blob.field()) {
    if (field === 1) return blob.bytes()
    if (field === 3) return inflate(blob.bytes())
    if (field === 2) blob.skip()
    else throw new RangeError('a blob is packed by something other than zlib')
  }
  throw new RangeError('a blob has no data')
}

function checkHeader(data: Uint8Array, file: InputFile): void {
  const header = new Message(data)
  for (let field = header.field(); field; field = header.field()) {
    if (field !== 4) { header.skip(); continue }
    const feature = header.text()
    if (!understood.has(feature)) throw new ImportRefused(`${file.name}: needs the feature "${feature}", which this reader doesn't have`)
  }
}

interface Block { strings: string[], granularity: number, longitudeOffset: number, latitudeOffset: number }

function readBlock(data: Uint8Array, handlers: OsmHandlers): void {
  const block: Block = { strings: [], granularity: 100, longitudeOffset: 0, latitudeOffset: 0 }
  const groups: Message[] = []
  const message = new Message(data)
  for (let field = message.field(); field; field = message.field()) {
    if (field === 1) { const table = message.message(); while (table.field()) block.strings.push(table.text()) }
    else if (field === 2) groups.push(message.message())
    else if (field === 17) block.granularity = message.unsigned()
    else if (field === 19) block.latitudeOffset = message.integer()
    else if (field === 20) block.longitudeOffset = message.integer()
    else message.skip()
  }
  for (const group of groups)
    for (let field = group.field(); field; field = group.field()) {
      if (field === 1 && handlers.node) readNode(group.message(), block, handlers.node)
      else if (field === 2 && handlers.node) readDenseNodes(group.message(), block, handlers.node)
      else if (field === 3 && handlers.way) readWay(group.message(), block, handlers.way)
      else if (field === 4 && handlers.relation) readRelation(group.message(), block, handlers.relation)
      else group.skip()
    }
}

// Stored in units of `granularity` nanodegrees.
const degrees = (offset: number, granularity: number, value: number) => (offset + granularity * value) / 1e9

function readNode(node: Message, block: Block, handle: NonNullable<OsmHandlers['node']>): void {
  let id = 0, latitude = 0, longitude = 0
  for (let field = node.field(); field; field = node.field()) {
    if (field === 1) id = node.signed()
    else if (field === 8) latitude = node.signed()
    else if (field === 9) longitude = node.signed()
    else node.skip()
  }
  handle(id, degrees(block.longitudeOffset, block.granularity, longitude), degrees(block.latitudeOffset, block.granularity, latitude))
}

function readDenseNodes(dense: Message, block: Block, handle: NonNullable<OsmHandlers['node']>): void {
  const lists: Record<number, Message> = {}
  for (let field = dense.field(); field; field = dense.field()) {
    if (field === 1 || field === 8 || field === 9) lists[field] = dense.message()
    else dense.skip()
  }
  const ids = lists[1], latitudes = lists[8], longitudes = lists[9]
  if (!ids || !latitudes || !longitudes) return
  let id = 0, latitude = 0, longitude = 0
  while (!ids.done) {
    id += ids.signed()
    latitude += latitudes.signed()
    longitude += longitudes.signed()
    handle(id, degrees(block.longitudeOffset, block.granularity, longitude), degrees(block.latitudeOffset, block.granularity, latitude))
  }
}

function readWay(way: Message, block: Block, handle: NonNullable<OsmHandlers['way']>): void {
  let id = 0
  let keys: number[] = [], values: number[] = []
  const refs: number[] = []
  for (let field = way.field(); field; field = way.field()) {
    if (field === 1) id = way.integer()
    else if (field === 2) keys = numbers(way.message())
    else if (field === 3) values = numbers(way.message())
    else if (field === 8) { const list = way.message(); let ref = 0; while (!list.done) refs.push(ref += list.signed()) }
    else way.skip()
  }
  handle({ id, tags: tagsOf(block.strings, keys, values), refs })
}

function readRelation(relation: Message, block: Block, handle: NonNullable<OsmHandlers['relation']>): void {
  let id = 0
  let keys: number[] = [], values: number[] = [], roles: number[] = [], kinds: number[] = []
  const refs: number[] = []
  for (let field = relation.field(); field; field = relation.field()) {
    if (field === 1) id = relation.integer()
    else if (field === 2) keys = numbers(relation.message())
    else if (field === 3) values = numbers(relation.message())
    else if (field === 8) roles = numbers(relation.message())
    else if (field === 9) { const list = relation.message(); let ref = 0; while (!list.done) refs.push(ref += list.signed()) }
    else if (field === 10) kinds = numbers(relation.message())
    else relation.skip()
  }
  const ways = refs.map((_, i) => i).filter(i => kinds[i] === 1)
  const role = (i: number): string => block.strings[roles[i]!] ?? ''
  handle({ id, tags: tagsOf(block.strings, keys, values), members: { ways: ways.map(i => refs[i]!), roles: ways.map(role), vias: refs.filter((_, i) => kinds[i] === 0 && role(i) === 'via') } })
}

function numbers(list: Message): number[] {
  const values: number[] = []
  while (!list.done) values.push(list.unsigned())
  return values
}

const tagsOf = (strings: string[], keys: number[], values: number[]): Tags =>
  Object.fromEntries(keys.map((key, i) => [strings[key] ?? '', strings[values[i]!] ?? '']))

/** Takes exact numbers of bytes from a stream of chunks. */
class ByteQueue {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>) { this.#chunks = chunks[Symbol.asyncIterator]() }

  /** Undefined at the end of the stream. */
  async take(length: number): Promise<Buffer | undefined> {
    const parts = [this.#held]
    let size = this.#held.length
    while (size < length) {
      const { value, done } = await this.#chunks.next()
      if (done) {
        if (size === 0) return undefined
        throw new RangeError('the file is cut short')
      }
      parts.push(value)
      size += value.length
    }
    const all = parts.length === 1 ? this.#held : Buffer.concat(parts)
    this.#held = all.subarray(length)
    return all.subarray(0, length)
  }

  async must(length: number): Promise<Buffer> {
    const bytes = await this.take(length)
    if (!bytes && length > 0) throw new RangeError('the file is cut short')
    return bytes ?? Buffer.alloc(0)
  }
}
