import type { Label } from '../../../layers/layer.ts'
import type { Language } from '../../i18n.ts'
import type { Site } from './gathered.ts'

export const siteKinds: Readonly<Record<Exclude<Site['kind'], 'unit'>, Label>> = {
  station: { zh: '派出所', en: 'Station' }, police_post: { zh: '警务站', en: 'Police post' }, junction: { zh: '路口', en: 'Crossing' }, drawn: { zh: '自画点', en: 'Drawn' },
}

/** What a site is called; one without a name by its kind and where it is. */
export const siteName = ({ name, kind, longitude, latitude }: Site, language: Language): string =>
  name || `${kind === 'unit' ? '' : siteKinds[kind][language]} ${longitude.toFixed(4)}, ${latitude.toFixed(4)}`.trim()
