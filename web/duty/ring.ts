let sound: AudioContext | undefined

/** Browsers let a page sound only after it was touched once. */
export function allowSound(): void {
  sound ??= new AudioContext()
  void sound.resume()
}

/** A new task or a roll-call: two tones and a vibration, as far as the phone lets us. */
export function ring(): void {
  navigator.vibrate?.([200, 100, 200])
  if (sound?.state !== 'running') return
  for (const [i, hertz] of [880, 1175].entries()) {
    const tone = new OscillatorNode(sound, { frequency: hertz })
    const volume = new GainNode(sound, { gain: 0.3 })
    tone.connect(volume).connect(sound.destination)
    tone.start(sound.currentTime + i * 0.25)
    tone.stop(sound.currentTime + i * 0.25 + 0.2)
  }
}
