import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { remembered } from '../state/remembered.ts'

/** Tones of a grade: [hertz, seconds from the start, seconds long]. The worst rises and comes three times. */
const tones: Record<number, readonly (readonly [number, number, number])[]> = {
  1: [0, 0.9, 1.8].flatMap(at => [[660, at, 0.16], [880, at + 0.18, 0.16], [1175, at + 0.36, 0.26]] as const),
  2: [[784, 0, 0.18], [659, 0.24, 0.28]],
  3: [[587, 0, 0.22]],
}
const loudness: Record<number, number> = { 1: 0.5, 2: 0.3, 3: 0.2 }

/** Sounds of alerts, made on the spot. A browser keeps quiet until somebody touched the page; a kiosk can be told otherwise. */
export const useSound = defineStore('sound', () => {
  const choice = remembered<'on' | 'off'>('sound', ['on', 'off'], 'on')
  const context = typeof AudioContext === 'undefined' ? null : new AudioContext()
  const allowed = ref(context?.state === 'running')
  context?.addEventListener('statechange', () => { allowed.value = context.state === 'running' })
  // Wherever the page is touched first, sound may be heard from then on.
  const unlock = () => { if (choice.value === 'on') void context?.resume() }
  for (const event of ['pointerdown', 'keydown'] as const) globalThis.addEventListener(event, unlock, { passive: true })
  void context?.resume().catch(() => { /* not yet: the first touch will */ })

  /** What the bell shows: sounding, switched off, or waiting for the first touch. */
  const state = computed<'on' | 'off' | 'blocked'>(() => choice.value === 'off' ? 'off' : allowed.value ? 'on' : 'blocked')

  function toggle(): void {
    if (state.value === 'on') choice.value = 'off'
    else {
      choice.value = 'on'
      void context?.resume().then(() => play(3))
    }
  }

  function play(grade: number): void {
    if (!context || state.value !== 'on') return
    const start = context.currentTime + 0.02
    for (const [hertz, at, seconds] of tones[grade] ?? tones[3]!) {
      const [tone, volume] = [new OscillatorNode(context, { type: 'triangle', frequency: hertz }), new GainNode(context, { gain: 0 })]
      // Soft edges: a tone cut off cracks.
      volume.gain.linearRampToValueAtTime(0, start + at)
      volume.gain.linearRampToValueAtTime(loudness[grade] ?? 0.2, start + at + 0.015)
      volume.gain.setValueAtTime(loudness[grade] ?? 0.2, start + at + seconds - 0.05)
      volume.gain.linearRampToValueAtTime(0, start + at + seconds)
      tone.connect(volume).connect(context.destination)
      tone.start(start + at)
      tone.stop(start + at + seconds + 0.02)
    }
  }

  return { state, toggle, play }
})
