import type { LayerSeed } from '../../seed/layer-seed.ts'

export const seed: LayerSeed = {
  expected: () => 1_030,
  fill: async ({ city, copy }) => {
    await copy('division', ['id', 'parent_id', 'kind', 'code', 'name', 'name_en', 'path', 'station_id', 'geom', 'cell'],
      city.geography.divisions.map(division => [division.id, division.parent?.id ?? null, division.kind, division.code, division.name, division.nameEn,
        division.path, division.stationId, division.geom, division.cell]))
  },
}
