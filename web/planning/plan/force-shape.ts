import type { Force } from '../../../server/deployment/minutes/setting.ts'

/** Outlines by kind of force in a box of 24, the same shapes as units have on the map: square car, triangle motorcycle, disc officer. */
export const forceShapes: Record<Force, string> = {
  patrol_car: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z',
  motorcycle: 'M12 1.5 22.5 20.5h-21Z',
  officer: 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20Z',
  post: 'M12 1.5 22 8.8 18.2 20.6H5.8L2 8.8Z',
  reserve: 'M12 1.5 21.1 6.75v10.5L12 22.5 2.9 17.25V6.75Z',
}

/** @param force  as the server says it: of one that we don't know yet, a disc */
export const shapeOf = (force: string): string => forceShapes[force as Force] ?? forceShapes.officer
