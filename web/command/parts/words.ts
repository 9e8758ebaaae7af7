import type { Dictionary, Label } from '../../../layers/layer.ts'
import { useLabel } from '../../i18n.ts'
import { layers } from '../../layers.ts'
import { wordText } from '../../record/value.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { useView } from '../../state/view.ts'
import { incidentLayer } from '../store.ts'

/** The words of the desk: what the layers' declarations and the city's dictionaries call things. */
export function useDeskWords() {
  const label = useLabel()
  const catalogue = useCatalogue()
  const view = useView()
  const choice = (layer: string, property: string, value: string): string => {
    const found = (layers[layer]?.properties as Record<string, { choices?: Record<string, Label> }> | undefined)?.[property]?.choices?.[value]
    return found ? label(found) : value
  }
  const named = (dictionary: Dictionary, code: string) => label(catalogue.nameOf(dictionary, code))
  return {
    status: (value: string) => choice(incidentLayer, 'status', value),
    channel: (value: string) => choice(incidentLayer, 'channel', value),
    channels: Object.keys((layers[incidentLayer]?.properties as Record<string, { choices?: object }> | undefined)?.channel?.choices ?? {}),
    statuses: Object.keys((layers[incidentLayer]?.properties as Record<string, { choices?: object }> | undefined)?.status?.choices ?? {}),
    kind: (value: string) => choice('units', 'kind', value),
    meaning: (value: string) => choice('units', 'meaning', value),
    type: (code: string) => named('incident_type', code),
    /** Names from the top level down to its own. */
    typePath: (code: string) => [2, 4, 6, 8].filter(length => length <= code.length).map(length => named('incident_type', code.slice(0, length))),
    unitStatus: (code: string) => named('unit_status', code),
    station: (id: number | null) => id === null ? '' : wordText(catalogue.dictionaries?.stations.find(station => station.id === id), `#${id}`, view.language),
    label,
  }
}
