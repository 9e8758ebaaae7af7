import { existsSync, readFileSync } from 'node:fs'
import { mkdir, open, readdir, rename, rmdir } from 'node:fs/promises'
import { join } from 'node:path'

const segmentName = /^\d{10}\.fixes$/
let opened = 0

export const segmentPath = (folder: string, sequence: number): string => join(folder, `${String(sequence).padStart(10, '0')}.fixes`)

/** The name of a folder that belongs to this process, and tells others whether it still runs. */
export const ownName = (): string => `${process.pid}-${startOf(process.pid)}-${++opened}`

/**
 * Take over the segments that processes left behind which are no more, for good: each is moved, so of two who try one gets it.
 *
 * @param base  the folder of this database's journals, one folder in it per process
 * @param sequence  gives the next number for a segment in `own`
 * @returns their new paths in `own`
 */
export async function adopt(base: string, own: string, sequence: () => number): Promise<string[]> {
  const adopted: string[] = []
  for (const name of (await readdir(base).catch(() => [])).filter(each => !isRunning(each)).sort()) {
    const folder = join(base, name)
    for (const segment of (await readdir(folder)).filter(each => segmentName.test(each)).sort()) {
      await mkdir(own, { recursive: true })
      const path = segmentPath(own, sequence())
      const moved = await rename(join(folder, segment), path).then(() => true, whenMissing(false))
      if (moved) adopted.push(path)
    }
    await rmdir(folder).catch(() => { /* somebody else was quicker, or it holds what isn't ours */ })
  }
  if (adopted.length) await syncFolder(own)
  return adopted
}

/** Leave what couldn't be written for whoever starts next. */
export async function leave(base: string, own: string): Promise<void> {
  if (!existsSync(own)) return
  if ((await readdir(own)).length === 0) await rmdir(own)
  else await rename(own, join(base, `left-${process.pid}-${Date.now()}-${++opened}`))
}

/** A file that was made or moved is there after a power cut only once its folder is on disk too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try { await handle.sync() } finally { await handle.close() }
}

const whenMissing = <T>(otherwise: T) => (error: NodeJS.ErrnoException): T => {
  if (error.code !== 'ENOENT') throw error
  return otherwise
}

function isRunning(name: string): boolean {
  const [pid, start] = name.split('-')
  if (!pid || !/^\d+$/.test(pid)) return false
  return startOf(Number(pid)) === start
}

/** When a process was started, in the kernel's ticks: a pid alone may be another process's by now. "none" when it doesn't run. */
function startOf(pid: number): string {
  try {
    // The second field is the program's name in brackets, which may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]!
  } catch {
    return 'none'
  }
}
