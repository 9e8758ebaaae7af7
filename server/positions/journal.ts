import { mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeRecords, recordBytes, type StoredFix } from './record.ts'
import { adopt, leave, ownName, segmentPath, syncFolder } from './journal-folder.ts'
import { frame, readGroups } from './segment.ts'

/** `size` is what is known to be good, `read` how far the database has it. */
interface Segment { path: string, size: number, read: number, records: number, adopted: boolean }
interface Waiting { records: Buffer, done: () => void, failed: (error: unknown) => void }

/** What was read and is to be released once it is in the database. */
export interface Batch { fixes: StoredFix[], adopted: boolean, segment: Segment, end: number }

/** A segment is closed at this size, or sooner when all of it is in the database. */
const fullBytes = 4 * 2 ** 20
const worthTrimmingBytes = 64 * 2 ** 10

/**
 * Fixes on disk between being accepted and being in the database. Written by appending, many callers' at once, with one
 * `fdatasync` for all that waited; read back in the same order by the one writer. Memory holds none of it, so an outage
 * of the database costs disk only. A process that is killed leaves its files; whoever starts next writes them.
 */
export class Journal {
  readonly #base: string
  readonly #own: string
  readonly #segments: Segment[] = []
  #sequence = 0
  #active: { handle: FileHandle, segment: Segment } | undefined
  #waiting: Waiting[] = []
  readonly #unsettled = new Set<Promise<void>>()
  #flushing = false
  #pending = 0

  /** @param base  folder of this database's journals on this machine */
  constructor(base: string) {
    this.#base = base
    this.#own = join(base, ownName())
  }

  /** Fixes that are on disk and not yet in the database. */
  get pending(): number { return this.#pending }

  /** Keep these. Resolves when they are on disk for good. @throws when the disk won't have them; then none of them counts as kept */
  append(records: Buffer): Promise<void> {
    const kept = new Promise<void>((done, failed) => { this.#waiting.push({ records, done, failed }) })
    this.#unsettled.add(kept)
    const settle = () => { this.#unsettled.delete(kept) }
    kept.then(settle, settle)
    if (!this.#flushing) void this.#flush()
    return kept
  }

  /** Resolves when all that was appended so far is on disk. @throws where some of it isn't */
  async settled(): Promise<void> { await Promise.all(this.#unsettled) }

  /** Take over what processes left behind that are no more. @returns how many fixes that may be, at most */
  async adopt(): Promise<number> {
    let found = 0
    for (const path of await adopt(this.#base, this.#own, () => this.#sequence++)) {
      const { size } = await stat(path)
      const records = Math.floor(size / recordBytes)
      this.#segments.push({ path, size, read: 0, records, adopted: true })
      found += records
    }
    this.#pending += found
    return found
  }

  /** The oldest fixes that aren't released; undefined when there are none. @param atLeast  read on until there are so many, within a segment */
  async read(atLeast: number): Promise<Batch | undefined> {
    for (const segment of [...this.#segments]) {
      while (segment.read < segment.size) {
        const { records, end, torn } = await readGroups(segment.path, segment.read, segment.size, atLeast * recordBytes)
        // What is torn was never acknowledged: a process died, or the disk failed, while it was written.
        if (torn) segment.size = end
        if (records.length > 0) return { fixes: decodeRecords(records), adopted: segment.adopted, segment, end }
      }
      await this.#dropIfDone(segment)
    }
    return undefined
  }

  /** They are in the database. */
  async release({ fixes, segment, end }: Batch): Promise<void> {
    segment.read = end
    segment.records -= fixes.length
    this.#pending -= fixes.length
    await this.#dropIfDone(segment)
  }

  /** Write what waits, then leave the folder as empty as it can be; what is in it is taken over by the next start. */
  async close(): Promise<void> {
    await this.settled().catch(() => {})
    await this.#closeActive()
    for (const segment of [...this.#segments]) await this.#dropIfDone(segment)
    await leave(this.#base, this.#own)
  }

  async #flush(): Promise<void> {
    this.#flushing = true
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      try {
        await this.#write(Buffer.concat(group.map(({ records }) => records)))
        for (const { done } of group) done()
      } catch (error) {
        // Part of it may be in the file: nothing is written after it.
        await this.#closeActive().catch(() => {})
        for (const { failed } of group) failed(error)
      }
    }
    this.#flushing = false
  }

  async #write(records: Buffer): Promise<void> {
    const { handle, segment } = await this.#openSegment()
    const framed = frame(records)
    const { bytesWritten } = await handle.write(framed, 0, framed.length, segment.size)
    if (bytesWritten !== framed.length) throw new Error(`only ${bytesWritten} of ${framed.length} bytes could be written to ${segment.path}`)
    await handle.datasync()
    segment.size += framed.length
    segment.records += records.length / recordBytes
    this.#pending += records.length / recordBytes
  }

  async #openSegment(): Promise<{ handle: FileHandle, segment: Segment }> {
    if (this.#active) {
      const { size, read } = this.#active.segment
      if (size < fullBytes && !(read >= size && size > worthTrimmingBytes)) return this.#active
      const { segment } = this.#active
      await this.#closeActive()
      await this.#dropIfDone(segment)
    }
    await mkdir(this.#own, { recursive: true })
    const path = segmentPath(this.#own, this.#sequence++)
    this.#active = { handle: await open(path, 'wx'), segment: { path, size: 0, read: 0, records: 0, adopted: false } }
    this.#segments.push(this.#active.segment)
    await syncFolder(this.#own)
    await syncFolder(this.#base)
    return this.#active
  }

  async #closeActive(): Promise<void> {
    const handle = this.#active?.handle
    this.#active = undefined
    await handle?.close()
  }

  async #dropIfDone(segment: Segment): Promise<void> {
    const index = this.#segments.indexOf(segment)
    if (index < 0 || segment.read < segment.size || segment === this.#active?.segment) return
    this.#segments.splice(index, 1)
    this.#pending -= segment.records
    await rm(segment.path, { force: true })
  }
}
