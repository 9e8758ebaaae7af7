import type pg from 'pg'
import { LRUCache } from 'lru-cache'
import type { Changes } from '../changes.ts'
import type { Database } from '../database.ts'
import { ColumnStore } from './columns.ts'
import { AnalysisEngine } from './engine.ts'
import { readStudyArea, type StudyArea } from './study-area.ts'

/** What the analyses share in a process. */
export interface Analysis {
  columns: ColumnStore
  engine: AnalysisEngine
  /** The cells in which something can happen, remembered until addresses, roads or places change. */
  studyArea(resolution: number): Promise<StudyArea>
  stop(): Promise<void>
}

export function startAnalysis(pool: pg.Pool, db: Database, changes: Changes): Analysis {
  const areas = new LRUCache<string, Promise<StudyArea>>({ max: 8 }), engine = new AnalysisEngine()
  return {
    columns: new ColumnStore(pool, db, changes), engine,
    studyArea(resolution) {
      const key = [resolution, ...['addresses', 'roads', 'places'].map(layer => changes.revision(layer).revision)].join(' ')
      const known = areas.get(key)
      if (known) return known
      const reading = readStudyArea(db, resolution)
      areas.set(key, reading)
      reading.catch(() => areas.delete(key))
      return reading
    },
    stop: () => engine.stop(),
  }
}
