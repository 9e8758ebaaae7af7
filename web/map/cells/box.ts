/** West, south, east, north in degrees. */
export type Box = [number, number, number, number]

/** A box grown by a share of its size on every side, inside the world, to five decimals. */
export function grown([west, south, east, north]: Box, share: number): Box {
  const [x, y] = [(east - west) * share, (north - south) * share]
  return [Math.max(-180, west - x), Math.max(-85, south - y), Math.min(180, east + x), Math.min(85, north + y)]
    .map(degrees => Math.round(degrees * 1e5) / 1e5) as Box
}

export const holds = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
