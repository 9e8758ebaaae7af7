import { open, type FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

/** A group is what one write brought: magic, length of its records in bytes, their checksum, the records. */
const magic = 0x31584946 // "FIX1"
const headerBytes = 12

export function frame(records: Buffer): Buffer {
  const header = Buffer.allocUnsafe(headerBytes)
  header.writeUInt32LE(magic, 0)
  header.writeUInt32LE(records.length, 4)
  header.writeUInt32LE(crc32(records), 8)
  return Buffer.concat([header, records])
}

/**
 * Read the groups of a segment from an offset on.
 *
 * @param atLeast  stop after so many bytes of records
 * @returns the records and where they end; `torn` when what follows is no whole group: what a killed process was
 *   about to write and had acknowledged to nobody
 */
export async function readGroups(path: string, offset: number, limit: number, atLeast: number): Promise<{ records: Buffer, end: number, torn: boolean }> {
  const file = await open(path)
  const groups: Buffer[] = []
  let end = offset, read = 0, torn = false
  try {
    while (end < limit && read < atLeast) {
      const records = await readGroup(file, end, limit)
      if (!records) { torn = true; break }
      groups.push(records)
      read += records.length
      end += headerBytes + records.length
    }
  } finally {
    await file.close()
  }
  return { records: Buffer.concat(groups), end, torn }
}

async function readGroup(file: FileHandle, offset: number, limit: number): Promise<Buffer | undefined> {
  const header = await readBytes(file, offset, headerBytes)
  if (!header || header.readUInt32LE(0) !== magic) return undefined
  const length = header.readUInt32LE(4)
  if (offset + headerBytes + length > limit) return undefined
  const records = await readBytes(file, offset + headerBytes, length)
  return records && crc32(records) === header.readUInt32LE(8) ? records : undefined
}

async function readBytes(file: FileHandle, offset: number, length: number): Promise<Buffer | undefined> {
  const bytes = Buffer.allocUnsafe(length)
  const { bytesRead } = await file.read(bytes, 0, length, offset)
  return bytesRead === length ? bytes : undefined
}
