import type { Map as MapLibreMap } from 'maplibre-gl'
export function showCells(_map: MapLibreMap): () => void { return () => {} }
