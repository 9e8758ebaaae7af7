import type pg from 'pg'
import { LRUCache } from 'lru-cache'
import type { Changes } from '../changes.ts'
import type { Database } from '../database.ts'
import { ColumnStore } from './columns.ts'
import { AnalysisEngine } from './engine.ts'
import { QuickAnswers } from './quick.ts'
import { areaLayers, readStudyArea, type StudyArea } from './study-area.ts'

/** What the analyses share in a process. */
export interface Analysis {
  columns: ColumnStore
  engine: AnalysisEngine
  quick: QuickAnswers
  /** The cells in which something can happen, remembered until what they are made of changes. */
  studyArea(resolution: number): Promise<StudyArea>
  /** Changes when the study area may have: part of a run's key. @throws {Unavailable} while the feed of changes is broken */
  areaRevision(): string
  stop(): Promise<void>
}

export function startAnalysis(pool: pg.Pool, db: Database, changes: Changes): Analysis {
  const areas = new LRUCache<string, Promise<StudyArea>>({ max: 8 }), engine = new AnalysisEngine(), quick = new QuickAnswers()
  const areaRevision = () => areaLayers.map(layer => changes.revision(layer).revision).join(' ')
  return {
    columns: new ColumnStore(pool, db, changes), engine, quick, areaRevision,
    studyArea(resolution) {
      const key = `${resolution} ${areaRevision()}`
      const known = areas.get(key)
      if (known) return known
      const reading = readStudyArea(db, resolution)
      areas.set(key, reading)
      reading.catch(() => areas.delete(key))
      return reading
    },
    async stop() { await Promise.all([engine.stop(), quick.stop()]) },
  }
}
