import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityDatabase, emptyDatabase, type TestDatabase } from '../tests/database.ts'
import { cityNow } from '../tests/global-setup.ts'
import { seedCity, SeedRefused } from './run.ts'

let city: TestDatabase
beforeAll(async () => { city = await cityDatabase() })
afterAll(() => city.drop())

const all = async <T>(statement: string): Promise<T[]> => (await sql.raw<T>(statement).execute(city.db)).rows
const one = async <T>(statement: string): Promise<T> => (await all<T>(statement))[0]!

describe('the seed', () => {
  it('writes the same rows again for the same seed and instant', async () => {
    const again = await emptyDatabase()
    try {
      await seedCity(again.url, { size: 'tiny', now: cityNow })
      for (const table of ['division', 'road', 'building', 'ground', 'address', 'population', 'place', 'facility', 'unit', 'unit_position', 'incident', 'dispute', 'dispute_party', 'dispute_incident']) {
        const digest = `SELECT count(*) AS rows, md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS digest FROM ${table} t`
        expect((await sql.raw(digest).execute(again.db)).rows[0], table).toEqual(await one(digest))
      }
      await expect(seedCity(again.url, { size: 'tiny', now: cityNow })).rejects.toThrow(SeedRefused)
    } finally {
      await again.drop()
    }
  }, 120_000)
  it('says which city it is', async () => {
    const { value } = await one<{ value: Record<string, unknown> }>(`SELECT value FROM setting WHERE key = 'city'`)
    expect(value).toMatchObject({ name: '厦门', name_en: 'Xiamen', time_zone: 'Asia/Shanghai', size: 'tiny' })
  })
})

describe('jurisdictions', () => {
  // A square centimetre on 1,700 km²: noding works on a grid of 1e-7 degrees, and what is left is rounding.
  const tolerance = 1e-14
  it.each(['district', 'street', 'community', 'branch', 'station', 'beat'])('of kind %s tile the city without gap or overlap', async kind => {
    const { gap, overlap } = await one<{ gap: number, overlap: number }>(`
      WITH piece AS (SELECT id, geom FROM division WHERE kind = '${kind}'), city AS (SELECT geom FROM division WHERE kind = 'city')
      SELECT (SELECT abs(sum(ST_Area(piece.geom)) - max(ST_Area(city.geom))) FROM piece, city) AS gap,
             (SELECT coalesce(sum(ST_Area(ST_Intersection(a.geom, b.geom))), 0) FROM piece a JOIN piece b ON a.id < b.id AND a.geom && b.geom AND ST_Intersects(a.geom, b.geom)) AS overlap`)
    expect(gap).toBeLessThan(1e-10)
    expect(overlap).toBeLessThan(tolerance)
  })
  it('are valid shapes', async () => {
    expect(await all('SELECT id, name FROM division WHERE NOT ST_IsValid(geom)')).toEqual([])
  })
  it('own what lies in them', async () => {
    for (const table of ['address', 'place', 'incident', 'dispute']) {
      const { strangers } = await one<{ strangers: number }>(`
        SELECT count(*) AS strangers FROM ${table} t JOIN division s ON s.id = t.station_id JOIN division b ON b.id = t.beat_id
        WHERE NOT ST_Intersects(s.geom, t.geom) OR NOT ST_Intersects(b.geom, t.geom) OR b.parent_id <> s.id`)
      expect(strangers, table).toBe(0)
    }
  })
})

describe('roads and buildings', () => {
  it('are one network that can be driven', async () => {
    const edges = await all<{ a: string, b: string }>(`SELECT ST_AsText(ST_StartPoint(geom), 7) AS a, ST_AsText(ST_EndPoint(geom), 7) AS b FROM road WHERE class <> 'path'`)
    const links = new Map<string, string[]>()
    for (const { a, b } of edges) for (const [from, to] of [[a, b], [b, a]] as const) links.set(from, [...links.get(from) ?? [], to])
    const seen = new Set([edges[0]!.a]), stack = [edges[0]!.a]
    while (stack.length > 0) for (const next of links.get(stack.pop()!)!) if (!seen.has(next)) { seen.add(next); stack.push(next) }
    expect(seen.size).toBe(links.size)
  })
  it('has every class from motorway to path, names, one-ways and bridges', async () => {
    const { classes, nameless, oneways, bridges } = await one<Record<string, number>>(`
      SELECT count(DISTINCT class) AS classes, count(*) FILTER (WHERE name IS NULL) AS nameless, count(*) FILTER (WHERE oneway = 1) AS oneways,
             count(*) FILTER (WHERE bridge) AS bridges FROM road`)
    expect([classes! >= 7, nameless, oneways! > 50, bridges! > 5]).toEqual([true, 0, true, true])
  })
  it('do not run into each other', async () => {
    const { overlapping } = await one<{ overlapping: number }>(`
      SELECT count(*) AS overlapping FROM building a JOIN building b ON a.id < b.id AND a.geom && b.geom AND ST_Area(ST_Intersection(a.geom, b.geom)::geography) > 0.5`)
    expect(overlapping).toBe(0)
    const { crossed } = await one<{ crossed: number }>('SELECT count(*) AS crossed FROM building b JOIN road r ON NOT r.tunnel AND r.geom && b.geom AND ST_Intersects(r.geom, b.geom)')
    expect(crossed).toBe(0)
  })
})

describe('addresses', () => {
  it('begin with the words of the one above them', async () => {
    const { wrong } = await one<{ wrong: number }>(`SELECT count(*) AS wrong FROM address a JOIN address p ON p.id = a.parent_id WHERE a.full_text <> p.full_text || a.name`)
    expect(wrong).toBe(0)
  })
  it('have every level and one text each', async () => {
    const { levels, same } = await one<{ levels: number, same: number }>(`SELECT count(DISTINCT level) AS levels, count(*) - count(DISTINCT full_text) AS same FROM address`)
    expect([levels, same]).toEqual([10, 0])
  })
  it('hold as many residents as registered and floating together', async () => {
    const { wrong, small } = await one<{ wrong: number, small: number }>(`SELECT count(*) FILTER (WHERE residents <> registered + floating) AS wrong, count(*) FILTER (WHERE residents BETWEEN 1 AND 9) AS small FROM population`)
    expect(wrong).toBe(0)
    expect(small).toBeGreaterThan(0)
  })
})

describe('what is written', () => {
  it('never looks like a person: no identity or mobile numbers, no forms of address', async () => {
    const person = String.raw`(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|先生|女士|小姐|[赵钱孙李周吴郑王陈张刘黄林杨]某|身份证`
    for (const table of ['incident', 'dispute', 'dispute_party', 'place', 'facility', 'unit', 'address', 'building', 'road']) {
      const rows = await all<{ words: string }>(`SELECT t::text AS words FROM (SELECT * FROM ${table}) t`)
      const expression = new RegExp(person)
      // Geometry and cells are numbers of their own; they are no words.
      const suspicious = rows.find(({ words }) => expression.test(words.replace(/[0-9A-F]{40,}/g, '').replace(/(?<![\w])\d{18}(?!\w)/g, cell => /^63\d{16}$/.test(cell) ? '' : cell)))
      expect(suspicious, table).toBeUndefined()
    }
  })
})
