import { basename } from 'node:path'
import pg from 'pg'
import { dataPath } from '../boot/prepare.ts'
import { isConnectionError } from '../errors.ts'
import { around, currentCity, saveCity, type City, type NewCity } from './city.ts'
import { Converter } from './convert.ts'
import { saveDictionary } from './dictionary.ts'
import { guessMapping } from './guess.ts'
import { readMapping, type Mapping } from './mapping.ts'
import { prepareMerge, type Merged } from './merge.ts'
import { Occurrences } from './occurrences.ts'
import { openSource, sampleOf } from './open-source.ts'
import type { ImportOptions } from './options.ts'
import { makePlan, type Area, type Plan } from './plan.ts'
import { inputFile, type InputFile } from './readers/input-file.ts'
import { readable } from './readers/readable.ts'
import { BadValue, ImportRefused } from './refusal.ts'
import { Report } from './report.ts'
import { Stage } from './stage.ts'
import { loadTarget } from './target.ts'
import { saveTurnBans } from './turn-bans.ts'
import { cellText } from './values.ts'
import { validateStaged } from './validate.ts'
import { zone } from './zones.ts'

const sampleSize = 1_000
const previewSize = 5

export interface Progress { phase: 'reading' | 'checking' | 'comparing' | 'writing', rows: number, fraction: number }

export interface Outcome extends Merged {
  /** False after a dry run. */
  stored: boolean
  layer: string
  origin: string
  mapping: Mapping
  /** The mapping came from the header, not from a file. */
  guessed: boolean
  /** Rows have no key of their own: their content identifies them. */
  keyedByContent: boolean
  read: number
  refused: ReadonlyMap<string, number>
  doubted: ReadonlyMap<string, number>
  /** Refused values by kind, with how many times each came. */
  refusedValues: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Why nothing would be loaded; only after a dry run, which shows it instead of failing. */
  obstacle: string | undefined
  report: string | undefined
  newEntries: { code: string, name: string, name_en: string }[]
  city: City | undefined
  preview: Record<string, unknown>[]
  seconds: number
}

/**
 * Load a file into a layer: all of it or nothing, in one transaction.
 *
 * @param url     connection string of the database
 * @param signal  ends it; nothing is changed then
 * @throws {ImportRefused} where nothing may be loaded, saying why and what would help
 */
export async function importFile(url: string, options: ImportOptions, signal: AbortSignal, onProgress: (progress: Progress) => void = () => {}): Promise<Outcome> {
  const started = performance.now()
  const file = inputFile(options.file, signal)
  const client = new pg.Client({ connectionString: url, application_name: 'yizhangtu import', statement_timeout: 0 })
  client.on('error', () => {})
  await client.connect()
  const cancel = () => void cancelBackend(url, client)
  signal.addEventListener('abort', cancel)
  let committing = false
  try {
    await client.query('BEGIN')
    // A killed import is noticed within seconds also in the middle of a long statement.
    await client.query(`SET LOCAL client_connection_check_interval = '2s'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL synchronous_commit = on; SET LOCAL work_mem = '128MB'`)
    const outcome = await run(client, file, options, signal, onProgress)
    signal.throwIfAborted()
    // From here on the answer is the database's: a signal can't make a commit half.
    signal.removeEventListener('abort', cancel)
    committing = !options.dryRun
    await client.query(options.dryRun ? 'ROLLBACK' : 'COMMIT')
    return { ...outcome, seconds: (performance.now() - started) / 1000 }
  } catch (error) {
    signal.removeEventListener('abort', cancel)
    await client.query('ROLLBACK').catch(() => {})
    if (signal.aborted && !committing) throw new ImportRefused('stopped; nothing was changed')
    if (isConnectionError(error) && (error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new ImportRefused(`the connection to the database broke (${(error as Error).message}); ${committing ? 'whether the rows were stored isn\'t known: start the import again, it then finds them unchanged' : 'nothing was changed'}`)
    const told = readable(error, file)
    throw told instanceof ImportRefused && !told.message.includes(file.name) ? new ImportRefused(`${file.name}: ${told.message}`) : told
  } finally {
    await client.end().catch(() => {})
  }
}

async function run(client: pg.Client, file: InputFile, options: ImportOptions, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Omit<Outcome, 'seconds'>> {
  const target = await loadTarget(client, options.layer)
  const given = options.mapping === undefined ? undefined : readMapping(options.mapping)
  if (given && given.layer !== options.layer) throw new ImportRefused(`${options.mapping} is a mapping for ${given.layer}, not for ${options.layer}`)
  const source = await openSource(file, target, { encoding: options.encoding ?? given?.encoding, delimiter: options.delimiter ?? given?.delimiter })
  const sample = await sampleOf(source, sampleSize)
  const mapping = given ? { ...given, ...(!given.key && source.keyColumn !== undefined && { key: [source.keyColumn] }) } : guessMapping(source, sample, target)
  const city = await currentCity(client)
  const newCity = newCityOf(options, mapping, city)
  const { area, areaIs } = areaOf(options, mapping, city, newCity)
  const zoneName = newCity?.time_zone ?? city?.time_zone ?? 'UTC'
  const plan = await makePlan(client, target, mapping, source, {
    datum: options.datum ?? mapping.datum ?? 'wgs84', area, areaIs, timeZone: options.timeZone,
    sample: column => sample.map(record => cellText(record.values[source.columns.indexOf(column)])).filter(text => text !== null),
  })
  const origin = options.origin ?? mapping.origin ?? file.stem
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`import ${origin}`])
  const report = new Report(options.report ?? defaultReport(options.layer, file), source.lineIs)
  try {
    const read = await stageFile(client, plan, file, report, signal, onProgress)
    onProgress({ phase: 'checking', rows: read, fraction: 1 })
    await validateStaged(client, plan, origin, fault => report.refuse(fault))
    const obstacle = tooMany(report, read, options, plan, city)
    if (obstacle !== undefined && !options.dryRun) throw new ImportRefused(obstacle)
    onProgress({ phase: 'comparing', rows: read, fraction: 1 })
    const merge = await prepareMerge(client, plan, origin, zoneName)
    const preview = options.dryRun ? await merge.preview(previewSize) : []
    const changedCity = newCity && obstacle === undefined ? await saveCity(client, newCity) : undefined
    if (!options.dryRun) {
      onProgress({ phase: 'writing', rows: read, fraction: 1 })
      for (const dictionary of plan.dictionaries) await saveDictionary(client, dictionary)
      await merge.apply()
      if (source.turnBans) await saveTurnBans(client, origin, source.turnBans())
      // The city is part of what every process remembers until some revision changes.
      if (changedCity && merge.counts.inserted + merge.counts.updated === 0) await client.query(`UPDATE ${client.escapeIdentifier(target.table)} SET origin = origin WHERE false`)
    }
    return {
      ...merge.counts, stored: !options.dryRun, layer: options.layer, origin, mapping: plan.mapping, guessed: !given, keyedByContent: plan.key.length === 0,
      read, refused: report.refused, doubted: report.doubted, refusedValues: report.values, obstacle, report: report.written ? report.path : undefined, city: changedCity, preview,
      newEntries: plan.dictionaries.flatMap(({ added }) => [...added].map(([code, { name, name_en }]) => ({ code, name, name_en }))),
    }
  } finally { await report.end() }
}

async function stageFile(client: pg.Client, plan: Plan, file: InputFile, report: Report, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<number> {
  const converter = new Converter(plan)
  const occurrences = new Occurrences()
  const stage = await Stage.open(client, plan)
  let read = 0
  try {
    for await (const batch of plan.source.batches()) {
      signal.throwIfAborted()
      for (const record of batch) {
        read++
        const converted = converter.convert(record)
        if (converted instanceof BadValue) { report.refuse({ line: record.line, ...converted }); continue }
        for (const doubt of converted.doubts) report.doubt({ line: record.line, ...doubt })
        const known = converted.key ?? numbered(converted.content!, occurrences.add(converted.content!))
        for (const [part, place] of converted.places.entries()) {
          const key = known + (converted.places.length > 1 ? `/${part}` : '')
          const wait = stage.add(record.line, key, place?.ewkb, place?.cell, converted.values)
          if (wait) await wait
        }
      }
      onProgress({ phase: 'reading', rows: read, fraction: file.bytes ? file.taken / file.bytes : 1 })
    }
    converter.end()
    await stage.end()
  } catch (error) {
    stage.abort(error as Error)
    throw error
  }
  return read
}

/** Rows with the same content are all kept: the n-th has the key "content-n", and is found again by the next import. */
const numbered = (content: string, nth: number): string => nth === 1 ? content : `${content}-${nth}`

function newCityOf(options: ImportOptions, mapping: Mapping, city: City | undefined): NewCity | undefined {
  if (options.newCity === undefined && (city || !mapping.city)) {
    if (city) return undefined
    throw new ImportRefused('there is no city yet. Say which one this file is of: --new-city "休斯敦|Houston" --time-zone America/Chicago')
  }
  const time_zone = options.timeZone ?? mapping.time_zone
  if (time_zone === undefined) throw new ImportRefused('a new city needs its time zone: --time-zone Asia/Shanghai')
  zone(time_zone)
  const [name, name_en] = (options.newCity ?? '').split('|').map(part => part.trim())
  return { name: name || mapping.city?.name || 'City', name_en: name_en || mapping.city?.name_en || name || 'City', time_zone }
}

function areaOf(options: ImportOptions, mapping: Mapping, city: City | undefined, newCity: NewCity | undefined): { area: Area | undefined, areaIs: string } {
  if (options.area) return { area: options.area, areaIs: 'the area of --area' }
  const near = city && !newCity ? around(city.extent) : undefined
  if (mapping.area) {
    if (near && !overlap(mapping.area, near))
      throw new ImportRefused(`the mapping's area (${mapping.area.join(', ')}) is nowhere near ${city!.name_en} (${city!.extent.join(', ')}), which the map is of. To make the map the other city's, add --new-city "${mapping.city ? `${mapping.city.name}|${mapping.city.name_en}` : 'NAME'}"; to load it beside, add --area ${mapping.area.join(',')}`)
    return { area: mapping.area, areaIs: 'the area of the mapping' }
  }
  return { area: near, areaIs: `the surroundings of ${city?.name_en ?? 'the city'}` }
}

const overlap = (a: Area, b: Area): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/** Why nothing may be loaded, where too much of the file is bad. */
function tooMany(report: Report, read: number, options: ImportOptions, plan: Plan, city: City | undefined): string | undefined {
  if (read === 0) return `${basename(options.file)}: holds no rows for ${options.layer}; nothing was loaded`
  const percent = report.total / read * 100
  if (percent <= options.maxBad) return undefined
  const reasons = [...report.refused].sort((a, b) => b[1] - a[1]).map(([kind, n]) => `${n} ${kind}`).join(', ')
  const outside = report.refused.get('outside the area') ?? 0
  const hint = outside * 2 > report.total && city && !options.area
    ? `\nMost lie outside ${plan.areaIs}. If the file is of another city, --new-city NAME makes the map that city's; --area W,S,E,N sets what is allowed.` : ''
  return `${report.total} of ${read} rows (${percent.toFixed(1)} %) can't be stored, more than the ${options.maxBad} % of --max-bad; nothing was loaded.\n${reasons}\nEach is listed in ${report.path}${hint}`
}

function defaultReport(layer: string, file: InputFile): string {
  return dataPath(`imports/${new Date().toISOString().slice(0, 19).replaceAll(':', '')}-${layer}-${file.stem}.csv`)
}

async function cancelBackend(url: string, client: pg.Client): Promise<void> {
  const other = new pg.Client({ connectionString: url })
  other.on('error', () => {})
  try {
    await other.connect()
    await other.query('SELECT pg_cancel_backend($1)', [(client as unknown as { processID: number }).processID])
  } catch { /* The connection's end rolls back as well; it only takes longer. */ }
  finally { await other.end().catch(() => {}) }
}
