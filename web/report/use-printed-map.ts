import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { useCatalogue } from '../state/catalogue.ts'
import { printMap, type MapContent } from './print-map.ts'
import { scaleBar } from './scale-bar.ts'

export interface PrintedMap {
  image: Ref<string | null>
  scale: Ref<{ pixels: number, text: string } | null>
  failed: Ref<boolean>
  /** Draw where the size, or since `anew` what is on it, is another one. */
  draw(): Promise<void>
  anew(): void
}

/**
 * A map as a picture, as large as the page leaves it room: on the screen that is known only once the page is shown.
 *
 * @param what   on it; asked for when it is drawn
 * @param drawn  told of each picture, and of null where it failed
 */
export function usePrintedMap(frame: Readonly<Ref<HTMLElement | null>>, what: () => MapContent, drawn?: (picture: string | null) => void): PrintedMap {
  const catalogue = useCatalogue()
  const image = ref<string | null>(null), failed = ref(false)
  const scale = ref<{ pixels: number, text: string } | null>(null)
  /** Size that was asked for last; and which question that was: only the newest is shown. */
  let [size, latest] = ['', 0]

  async function draw(): Promise<void> {
    if (!frame.value) return
    const { clientWidth: width, clientHeight: height } = frame.value, now = `${width} ${height}`
    if (width === 0 || now === size) return
    size = now
    failed.value = false
    const mine = ++latest, on = what()
    try {
      const made = await printMap(on, { width, height }, catalogue.city!.view)
      if (mine !== latest) return
      image.value = made.image
      scale.value = scaleBar(made.metresPerPixel, on.language)
    } catch (error) {
      if (mine !== latest) return
      console.error(error)
      // The same size may be tried again.
      size = ''
      image.value = null
      failed.value = true
    }
    drawn?.(image.value)
  }
  function anew(): void {
    // What is shown is of something else.
    image.value = null
    size = ''
    void draw()
  }
  const watched = new ResizeObserver(() => void draw())
  onMounted(() => watched.observe(frame.value!))
  onBeforeUnmount(() => watched.disconnect())
  return { image, scale, failed, draw, anew }
}
