import { get as httpGet } from 'node:http'
import { sql } from 'kysely'
import { get, ms, quantile, type Context, type Line } from './context.ts'

/** From COMMIT to the changed tile in a client's hands: it hears of the revision, then asks for the tile. */
export async function bench(context: Context): Promise<Line[]> {
  const { services: { db }, base, headers } = context
  const { rows: [place] } = await sql<{ id: number, longitude: number, latitude: number }>`
    SELECT id, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM place ORDER BY id LIMIT 1`.execute(db)
  const z = 15
  const x = Math.floor((place!.longitude + 180) / 360 * 2 ** z)
  const y = Math.floor((1 - Math.asinh(Math.tan(place!.latitude * Math.PI / 180)) / Math.PI) / 2 * 2 ** z)
  const path = `/tiles/places/${z}/${x}/${y}.mvt`
  let heard: (() => void) | undefined
  const request = httpGet(`${base}/live`, { headers }, response => response.on('data', chunk => { if (String(chunk).includes('event: revision')) heard?.() }))
  await new Promise(done => setTimeout(done, 200))
  const waits: number[] = []
  const plain: number[] = []
  for (let round = 0; round < 60; round++) {
    const before = await get(context, path, { 'accept-encoding': 'identity' })
    const told = new Promise<void>(done => { heard = done })
    await sql`UPDATE place SET name = name || ${round % 2 ? '' : '*'} WHERE id = ${place!.id}`.execute(db)
    const committed = performance.now()
    await told
    const after = await get(context, path, { 'accept-encoding': 'identity' })
    waits.push(performance.now() - committed)
    if (round % 2 === 0 && after.equals(before)) throw new Error('the tile is the old one')
    const start = performance.now()
    await get(context, `/ogc/collections/places/items/${place!.id}`)
    plain.push(performance.now() - start)
  }
  request.destroy()
  await sql`UPDATE place SET name = replace(name, '*', '') WHERE id = ${place!.id}`.execute(db)
  const reference = quantile(plain, 0.5)
  return [0.5, 0.99].map(q => ({ name: `commit to fresh tile at the client, ${q * 100}th percentile`, ours: ms(quantile(waits, q)), reference: `one plain read ${ms(reference)}`, ratio: quantile(waits, q) / reference }))
}
